import { makeSheet } from '../../classroom/index.js';
import type { Document, PageSize } from '../../document/index.js';
import { allBanks, EXPORT_FORMATS, type ExportedFile, type ExportFormatName } from '../../export/index.js';
import { openFormats, type PageInputs, type Paper } from '../../render/index.js';
import type { DeskData } from './desk-data.js';
import { exerciseId } from './exercise-id.js';
import { type DeskWorkbook, openWorkbook } from './workbook.js';

/** What the workbook offers. */
export interface Offer {
  readonly languages: readonly string[];
  readonly paper: Paper;
}

export interface ListedChapter {
  readonly folder: string;
  readonly name: string;
  readonly number: number;
  readonly title: string;
}

export interface ListedExercise {
  /** `pool-price.exit`. */
  readonly name: string;
  readonly kind: string;
  readonly level: 'basic' | 'standard' | 'challenge';
  readonly levelWord: string;
  readonly marks: string;
}

export interface ListedExercises {
  readonly exercises: readonly ListedExercise[];
  /** A page on which each stands, under the id that `exerciseId` gives. */
  readonly page: string;
}

/** What a teacher chooses for a sheet. */
export interface SheetChoice {
  /** `chapter.exercise`, in the order in which they stand. */
  readonly exercises: readonly string[];
  readonly title: string;
  readonly group: string;
  readonly language: string;
  readonly size: PageSize;
  /** Figures are drawn by it; empty = those that the chapters print. */
  readonly seed: string;
}

export interface MadeSheet {
  readonly student: Document;
  readonly solutions: Document;
  /** The student's sheet as a page for a screen, where that was asked for. */
  readonly page?: string;
  /** Groups of examples for which no figures could be drawn. */
  readonly missing: readonly string[];
}

export interface ExportChoice extends Pick<SheetChoice, 'exercises' | 'language'> {
  readonly format: ExportFormatName;
}

/** What the worker that works chapters out can be asked. */
export const sumsCalls = () => {
  let opened: { readonly desk: DeskWorkbook; readonly pages: PageInputs; readonly formats: ReturnType<typeof openFormats> } | undefined;
  const open = () => {
    if (opened === undefined) throw new Error('the workbook is not open');
    return opened;
  };
  const htmlOf = async (document: Document) => String((await open().formats.html.render(document, { paper: 'a4' })).value.content);
  return {
    open(data: DeskData): Offer {
      const desk = openWorkbook(data);
      const pages = { html: new Map(data.html), pdf: new Map(data.pdf), fontPaths: [] };
      opened = { desk, pages, formats: openFormats(pages) };
      return { languages: desk.languages, paper: desk.workbook.paper };
    },

    chapters({ language }: { readonly language: string }): readonly ListedChapter[] {
      const { desk } = open();
      return desk.folders.flatMap((folder) => {
        const chapter = desk.parsed(folder);
        const title = chapter?.words.get(language)?.title;
        return chapter === undefined || title === undefined ? [] : [{ folder, name: chapter.name, number: chapter.number, title }];
      });
    },

    async exercises({ folder, language }: { readonly folder: string; readonly language: string }): Promise<ListedExercises> {
      const chapters = open().desk.chapters([folder]);
      const names = chapters.contents.flatMap(({ evaluated, exercises }) =>
        exercises.map(({ name }) => `${evaluated.source.name}.${name}`),
      );
      const { student } = makeSheet(chapters, { exercises: new Set(names), title: '', language, size: 'standard' }).value;
      const exercises = student.chapters.flatMap(({ blocks }) =>
        blocks.flatMap((block): readonly ListedExercise[] => {
          if (block.kind !== 'exercise') return [];
          const { id, kindWord: kind, level, levelWord, marks } = block.exercise;
          return [{ name: names.find((one) => exerciseId(one) === id) ?? id, kind, level, levelWord, marks }];
        }),
      );
      return { exercises, page: await htmlOf(student) };
    },

    /** `onScreen`: with a page for a screen, which takes about as long as the sheet itself. */
    async sheet({ choice, onScreen }: { readonly choice: SheetChoice; readonly onScreen: boolean }): Promise<MadeSheet> {
      const { exercises, title, group, language, size, seed } = choice;
      const { desk } = open();
      const chapters = desk.chapters(desk.foldersOf(exercises));
      const drawn = seed === '' ? {} : { seed };
      const options = { exercises: new Set(exercises), order: exercises, title, group, language, size, ...drawn };
      const { value } = makeSheet(chapters, options);
      return { ...value, ...(onScreen ? { page: await htmlOf(value.student) } : {}) };
    },

    /** A document as a page for a screen. */
    page: ({ document }: { readonly document: Document }): Promise<string> => htmlOf(document),

    async docx({ document, paper }: { readonly document: Document; readonly paper: Paper }): Promise<Uint8Array> {
      return (await open().formats.docx.render(document, { paper })).value.content as Uint8Array;
    },

    exported({ format, exercises, language }: ExportChoice): readonly ExportedFile[] {
      const { desk, pages } = open();
      const { workbook, contents, words } = desk.chapters(desk.foldersOf(exercises));
      const chapters = contents.map((content) => ({
        ...content,
        exercises: content.exercises.filter(({ name }) => exercises.includes(`${content.evaluated.source.name}.${name}`)),
      }));
      const spoken = [...words.values()].filter((one) => one.language === language);
      const banks = () => allBanks(workbook, chapters, spoken, { variants: 0, seed: 'desk' });
      return EXPORT_FORMATS[format].make({ workbook, chapters, words: spoken, banks, pages });
    },
  };
};

export type SumsCalls = ReturnType<typeof sumsCalls>;
