import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import type { Document, Edition, ExerciseBlock, PageSize } from '../../../src/document/index.js';
import type { Paper } from '../../../src/render/index.js';
import { cleanText } from '../../../src/render/output/clean-text.js';
import type { RenderedFile } from '../../../src/render/output/rendered-file.js';
import { type PageTree, pageTree } from '../../../src/render/pdf/layout/page-tree.js';
import { shippedDocument } from '../../support/shipped-document.js';
import { CAN_READ_PDF, lowestInk, type PlacedWord, pdfExerciseNumbers, pdfFonts, pdfLines, pdfWords, squeeze } from './inspect-pdf.js';
import { shippedRenderer } from './renderer.js';
import { itIsAccessible } from './structure-laws.js';

const MM_PER_PT = 25.4 / 72;
/** Top and side margin in mm; both papers show 170 × 250 mm. The footer stands within 14 mm below. */
const MARGINS: Readonly<Record<Paper, readonly [number, number]>> = { a4: [18, 20], letter: [10, 22.95] };
const AREA = { width: 170, height: 250, footer: 14 };
/** Two sheets of twice the size, folded. */
const MOST_PAGES = 8;
/** In points; the smallest print is three times as high. */
const UNSEEN = 4;
/** In mm, above the footer. */
const MOST_VOID = 40;
/** In mm: a rule, the distance below it, the box of a score. */
const MOST_ABOVE = 8;

const renderer = shippedRenderer();

const EDITIONS: readonly Edition[] = ['student', 'teacher', 'key'];
const SIZES: readonly PageSize[] = ['standard', 'large'];
const cases = EDITIONS.flatMap((edition) => SIZES.map((size) => ({ edition, size })));

/**
 * What holds on every page of the shipped workbook in one language, chapter by chapter as they are printed; a file for each language, so that
 * they run side by side. In large print a chapter for teachers is looked at in one of the languages: those with odd numbers in English.
 */
export function describeLayout(language: string): void {
  describe.skipIf(!CAN_READ_PDF).each(cases)(`the workbook in ${language}, $edition, $size`, ({ edition, size }) => {
    const isAll = size === 'standard' || edition === 'student';
    const document = chaptersOf(language, edition, size, ({ number }) => isAll || number % 2 === (language === 'en' ? 1 : 0));
    // Both papers show the same area: for other pages than those of students a few chapters tell whether they differ.
    const few = chaptersOf(language, edition, size, isOfFew);
    const both = () => {
      if (size === 'large') return [rendered(document, 'a4')];
      return [rendered(document, 'a4'), rendered(edition === 'student' ? document : few, 'letter')];
    };

    it('is made without complaint, with embedded fonts and as many pages on both papers', () => {
      for (const chapters of both()) {
        for (const { chapter, paper, file, diagnostics } of chapters) {
          expect(diagnostics).toEqual([]);
          for (const font of pdfFonts(file)) expect(font).toMatch(/ yes +yes +yes +\d+ +0$/);
          const [onA4] = rendered({ ...document, chapters: [chapter] }, 'a4');
          expect(file.pages, `chapter ${chapter.number} on ${paper}`).toBe(onA4?.file.pages);
        }
      }
    });

    it('has no text outside the live area and its footer', () => {
      for (const { paper, pages } of both().flat()) expect(pages.flatMap((words) => words.filter(isOutside(paper)))).toEqual([]);
    });

    it('has the exercises in their order', () => {
      // A key stands in columns: what counts is the order in which it is read, which takes long to find out.
      if (edition === 'key' && size === 'standard') {
        const chapter = chaptersOf(language, edition, size, ({ number }) => number === READ_KEY).chapters[0] as Chapter;
        const half = { ...chapter, blocks: chapter.blocks.slice(0, chapter.blocks.length / 2) };
        expect(exerciseNumbers(half).length).toBeGreaterThan(5);
        expect(pdfExerciseNumbers(layOut(document, half, 'a4').file)).toEqual(exerciseNumbers(half));
        return;
      }
      for (const { chapter, pages } of rendered(document, 'a4')) {
        const numbers = exerciseHeads(pages, document).map(({ number }) => number);
        expect(numbers, `chapter ${chapter.number}`).toEqual(exerciseNumbers(chapter));
      }
    });

    if (edition === 'student' && size === 'standard') {
      it('takes at most eight pages a chapter', () => {
        for (const { chapter, paper, pages } of both().flat()) {
          // A certificate and the page beside it are a sheet of their own.
          const most = MOST_PAGES + (endsWithCertificate(chapter) ? 1 : 0);
          const filled = pages.filter((words) => words.some(isAboveFooter(paper)));
          expect(filled.length, `chapter ${chapter.number} on ${paper}`).toBeLessThanOrEqual(most);
        }
      });

      it('begins each page at its head', () => {
        for (const { chapter, paper, pages } of both().flat()) {
          // A certificate stands in the middle of its page.
          const plain = endsWithCertificate(chapter) ? pages.slice(0, -1) : pages;
          const highest = plain.map((words) => Math.min(...words.map((word) => ink(word).yMin * MM_PER_PT)) - MARGINS[paper][0]);
          const lowest = Math.max(...highest);
          expect(lowest, `chapter ${chapter.number}, page ${highest.indexOf(lowest) + 1} on ${paper}`).toBeLessThan(MOST_ABOVE);
        }
      });

      it('leaves no page empty at its foot', () => {
        for (const { chapter, paper, file } of both().flat()) {
          const foot = MARGINS[paper][0] + AREA.height;
          const empty = lowestInk(file, foot).map((ink) => foot - ink);
          const highest = Math.max(...empty);
          expect(highest, `chapter ${chapter.number}, page ${empty.indexOf(highest) + 1} on ${paper}`).toBeLessThan(MOST_VOID);
        }
      });
    }

    if (size === 'standard') itIsAccessible(document, () => rendered(document, 'a4').map(({ file }) => file));

    it('has no word upon another', () => {
      for (const words of rendered(document, 'a4').flatMap(({ pages }) => pages)) expect(overlaps(words)).toEqual([]);
    });
  });

  it.skipIf(!CAN_READ_PDF)(`keeps a short exercise of a student in ${language} on one page, and a long one on two`, () => {
    const document = chaptersOf(language, 'student', 'standard', () => true);
    let whole = 0;
    let all = 0;
    for (const { chapter, file, pages: placed } of rendered(document, 'a4')) {
      const heads = exerciseHeads(placed, document);
      const pages = pdfLines(file).split('\f').map(squeeze);
      const exercises = exercisesIn(pageTree({ ...document, chapters: [chapter] }, 'a4'));
      expect(heads).toHaveLength(exercises.length);
      all += exercises.length;
      for (const [index, exercise] of exercises.entries()) {
        const page = heads[index]?.page ?? 0;
        const last = lastText(exercise.response) ?? lastText(exercise.prompt);
        if (last === undefined) continue;
        const here = (exercise.breaks ? [page - 1, page] : [page - 1]).map((at) => pages[at]).join('');
        if (pages[page - 1]?.includes(squeeze(cleanText(last)))) whole += 1;
        expect(here, `chapter ${chapter.number}, exercise ${exercise.number}`).toContain(squeeze(cleanText(last)));
      }
    }
    expect(whole / all).toBeGreaterThan(0.75);
  });
}

function chaptersOf(language: string, edition: Edition, size: PageSize, isWanted: (chapter: Chapter) => boolean): Document {
  const { back: _, ...document } = shippedDocument(language, edition).document;
  return { ...document, size, chapters: document.chapters.filter(isWanted) };
}

/** Chapters with long tables, many steps, charts. */
const FEW: ReadonlySet<number> = new Set([1, 7, 11]);

function isOfFew({ number }: Chapter): boolean {
  return FEW.has(number);
}

/** The chapter of which half the key is read through. */
const READ_KEY = 7;

function exerciseNumbers({ blocks }: Chapter): readonly number[] {
  return blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.number] : []));
}

interface TreeExercise extends ExerciseBlock {
  readonly breaks: boolean;
}

function exercisesIn(tree: PageTree): readonly TreeExercise[] {
  const chapters = tree.chapters as readonly { readonly blocks: readonly { readonly kind: string; readonly exercise?: TreeExercise }[] }[];
  return chapters.flatMap(({ blocks }) => blocks.flatMap(({ exercise }) => exercise ?? []));
}

type Chapter = Document['chapters'][number];

/** The words of each page. */
type Pages = readonly (readonly PlacedWord[])[];

interface Rendered {
  readonly chapter: Chapter;
  readonly paper: Paper;
  readonly file: RenderedFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: Pages;
}

const made = new Map<string, Rendered>();

function endsWithCertificate({ blocks }: Chapter): boolean {
  const last = blocks.at(-1);
  return last?.kind === 'panel' && last.style === 'certificate';
}

/** Each chapter as a file of its own, laid out once for each edition, size and paper. */
function rendered(document: Document, paper: Paper): readonly Rendered[] {
  return document.chapters.map((chapter) => {
    const key = [document.language, document.edition, document.size, chapter.number, paper].join('.');
    const known = made.get(key) ?? layOut(document, chapter, paper);
    made.set(key, known);
    return known;
  });
}

function layOut(document: Document, chapter: Chapter, paper: Paper): Rendered {
  const { value: file, diagnostics } = renderer.render({ ...document, name: chapter.name, chapters: [chapter] }, { paper });
  return { chapter, paper, file, diagnostics, pages: pdfWords(file) };
}

/** The outer half of a Chinese mark is empty; it may hang over and lie on its neighbour. */
function ink(word: PlacedWord): PlacedWord {
  const half = (word.yMax - word.yMin) / 2;
  return {
    ...word,
    xMin: word.xMin + (/^[“‘（《]/.test(word.text) ? half : 0),
    xMax: word.xMax - (/[。，？！：；、”’）》]$/.test(word.text) ? half : 0),
  };
}

/** Pairs of words of which one covers more than a sixth of an em of the other. */
function overlaps(placed: readonly PlacedWord[]): readonly string[] {
  // The signs that a fraction is copied with are unseen, and smaller than any print.
  const words = placed.map(ink).filter(({ yMin, yMax }) => yMax - yMin > UNSEEN);
  return words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      const height = Math.min(one.yMax, other.yMax) - Math.max(one.yMin, other.yMin);
      const width = Math.min(one.xMax, other.xMax) - Math.max(one.xMin, other.xMin);
      const em = Math.min(one.yMax - one.yMin, other.yMax - other.yMin);
      return height > em / 3 && width > em / 6 ? [`${one.text} on ${other.text}`] : [];
    }),
  );
}

function isOutside(paper: Paper): (word: PlacedWord) => boolean {
  const [top, left] = MARGINS[paper];
  // A glyph's box is a little larger than its ink.
  const slack = 1.5;
  return (word) => {
    const { xMin, xMax, yMin, yMax } = ink(word);
    return (
      xMin * MM_PER_PT < left - slack ||
      xMax * MM_PER_PT > left + AREA.width + slack ||
      yMin * MM_PER_PT < top - 2.5 * slack ||
      yMax * MM_PER_PT > top + AREA.height + AREA.footer
    );
  };
}

function isAboveFooter(paper: Paper): (word: PlacedWord) => boolean {
  return ({ yMin }) => yMin * MM_PER_PT < MARGINS[paper][0] + AREA.height;
}

/**
 * The heads stand at the left edge of the page: on a student's a number in a square of 8 mm, else a label whose words begin 1.8 mm within.
 */
function exerciseHeads(pages: Pages, { language, edition, size }: Document): readonly ExerciseHead[] {
  const hangs = edition === 'student' && size !== 'large';
  const [, left] = MARGINS.a4;
  return pages.flatMap((words, index) => {
    const heads = words.flatMap(({ text, xMin, xMax, yMin }, at): readonly (ExerciseHead & { readonly yMin: number })[] => {
      if (hangs) {
        const isNumber =
          /^\d+$/.test(text) &&
          yMin * MM_PER_PT < MARGINS.a4[0] + AREA.height &&
          Math.abs(((xMin + xMax) / 2) * MM_PER_PT - left - 4) < 0.5;
        return isNumber ? [{ number: Number(text), page: index + 1, yMin }] : [];
      }
      if (Math.abs(xMin * MM_PER_PT - left - 1.8) > 0.5 || text !== (language === 'zh' ? '练习' : 'Exercise')) return [];
      return [{ number: Number(words[at + 1]?.text), page: index + 1, yMin }];
    });
    // Beside a margin words are not listed from top to bottom.
    return heads.sort((one, other) => one.yMin - other.yMin);
  });
}

interface ExerciseHead {
  readonly number: number;
  readonly page: number;
}

/** The last words of blocks in which something is written after them or beside them. */
function lastText(blocks: Document['chapters'][number]['blocks']): string | undefined {
  const texts = JSON.stringify(blocks, (key, value) => (key === 'alt' || key === 'math' ? undefined : value)).matchAll(
    /"text":"([^"\\]+)"/g,
  );
  return [...texts].map(([, text = '']) => text.trim()).findLast((text) => text.length > 1);
}
