import type { SharedWords } from '../../chapter/index.js';
import { type Diagnosed, invariant } from '../../diagnostics/index.js';
import { assembleHandout, type Document } from '../../document/index.js';
import type { KeyExercise, KeyRow } from '../key/key.js';
import { keyDocument } from '../key/key-document.js';
import type { ClassChapters } from '../set/chapters.js';
import type { ClassSet } from '../set/class-set.js';
import type { StudentPaper } from '../set/plan.js';
import { recipeText } from '../set/recipe-text.js';
import type { Student } from '../set/roster.js';
import { scanText } from './scan-text.js';

export interface ClassSource {
  readonly chapters: ClassChapters;
  readonly set: ClassSet;
  /** Handouts have a QR code; default false. */
  readonly scans?: boolean;
}

/** What a handout says below about itself. */
export function recipe({ chapters: { workbook }, set }: ClassSource, student: string): string {
  return recipeText(
    workbook,
    set.plans.map(({ content }) => content),
    [set.seed, student],
  );
}

/** The handout of one student, or the worked solutions to it. */
export function handoutDocument(
  source: ClassSource,
  student: Omit<Student, 'span'>,
  paper: StudentPaper,
  code: string,
  solutions: boolean,
): Diagnosed<Document> {
  const { scans = false } = source;
  const { workbook } = source.chapters;
  const { id, name, group, language, size } = student;
  const contents = paper.parts.map(({ content }) => content);
  const shared = sharedWords(source, language);
  const scan = scans && !solutions ? { scan: scanText({ seed: source.set.seed, student: id, version: workbook.version, code }) } : {};
  const mark = { student: `${name} ${id}`, group, code, recipe: recipe(source, id), ...scan };
  const uneven = source.set.uneven();
  return assembleHandout(workbook, contents, { name: `${id} ${name}`, language, size, shared, mark, solutions, uneven });
}

/** Handouts for no student of a list, in the languages of the students, which show how long figures become. */
export function sampleDocuments(source: ClassSource, languages: readonly string[], solutions: boolean): readonly Document[] {
  const kinds = solutions ? [false, true] : [false];
  return languages.flatMap((language) =>
    source.set.samples().flatMap((paper) =>
      kinds.map((kind) => {
        const number = { stem: '', number: 0 };
        const nobody = { id: '', name: '', group: '', language, size: 'standard' as const, number };
        return handoutDocument(source, nobody, paper, '', kind).value;
      }),
    ),
  );
}

/** More rows than these are set in parts, each with pages of its own: one table for a province would take the memory of all its handouts. */
const KEY_ROWS = 200;

/** The key of a set, in parts of a bounded number of rows. */
export function keyDocuments(
  source: ClassSource,
  exercises: readonly KeyExercise[],
  rows: readonly KeyRow[],
  language: string,
): readonly Document[] {
  const { contents, workbook } = source.chapters;
  const shared = sharedWords(source, language);
  const titles = new Map(
    contents.flatMap(({ evaluated: { source: own } }) => {
      const words = own.words.get(language);
      return words === undefined ? [] : [[own.name, words.title] as const];
    }),
  );
  return Array.from({ length: Math.max(1, Math.ceil(rows.length / KEY_ROWS)) }, (_, index) => {
    const from = index * KEY_ROWS;
    const part = rows.slice(from, from + KEY_ROWS);
    const range = rows.length > KEY_ROWS ? ` · ${from + 1}–${from + part.length}` : '';
    return keyDocument(workbook, exercises, part, { shared, titles, recipe: `${recipe(source, '')}${range}` });
  });
}

function sharedWords({ chapters }: ClassSource, language: string): SharedWords {
  const shared = chapters.words.get(language);
  invariant(shared !== undefined, `there are no shared words in ${language}`);
  return shared;
}
