import { describe, expect, it } from 'vitest';
import type { Document, Edition, PageSize } from '../../../src/document/index.js';
import type { Paper } from '../../../src/render/index.js';
import { cleanText } from '../../../src/render/output/clean-text.js';
import { shippedDocument } from '../../support/shipped-document.js';
import { CAN_READ_PDF, type PlacedWord, pdfFonts, pdfLines, pdfWords, squeeze } from './inspect-pdf.js';
import { shippedRenderer } from './renderer.js';
import { itIsAccessible } from './structure-laws.js';

const MM_PER_PT = 25.4 / 72;
/** Top, inside and outside margin in mm; both papers show 170 × 250 mm. The footer stands within 14 mm below. */
const MARGINS: Readonly<Record<Paper, readonly [number, number, number]>> = { a4: [17, 25, 15], letter: [10, 25, 20.9] };
const AREA = { width: 170, height: 250, footer: 14 };

const renderer = shippedRenderer();
const documents = new Map<string, Document>();

function workbook(language: string, edition: Edition, size: PageSize): Document {
  const key = `${language}.${edition}`;
  const document = documents.get(key) ?? shippedDocument(language, edition).document;
  documents.set(key, document);
  return { ...document, size };
}

const EDITIONS: readonly Edition[] = ['student', 'teacher', 'key'];
const SIZES: readonly PageSize[] = ['standard', 'large'];
const cases = EDITIONS.flatMap((edition) => SIZES.map((size) => ({ edition, size })));

/** What holds on every page of the shipped workbook in one language; a file for each language, so that they run side by side. */
export function describeLayout(language: string): void {
  describe.skipIf(!CAN_READ_PDF).each(cases)(`the workbook in ${language}, $edition, $size`, ({ edition, size }) => {
    const document = workbook(language, edition, size);
    const both = () => (['a4', 'letter'] as const).map((paper) => rendered(document, paper));

    it('is made without complaint, with embedded fonts and as many pages on both papers', () => {
      const papers = both();
      for (const { diagnostics, value } of papers) {
        expect(diagnostics).toEqual([]);
        for (const font of pdfFonts(value)) expect(font).toMatch(/ yes +yes +yes +\d+ +0$/);
      }
      expect(papers[1]?.value.pages).toBe(papers[0]?.value.pages);
    });

    it('has no text outside the live area and its footer', () => {
      for (const { paper, pages } of both()) expect(pages.flatMap((words, index) => words.filter(isOutside(paper, index + 1)))).toEqual([]);
    });

    it('has the exercises in their order', () => {
      const numbers = document.chapters.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.number] : [])),
      );
      expect(exerciseHeads(rendered(document, 'a4').pages, language).map(({ number }) => number)).toEqual(numbers);
    });

    it('begins each chapter, and the card of a student, on an odd page', () => {
      if (edition === 'key') return;
      const pages = pdfLines(rendered(document, 'a4').value).split('\f').map(squeeze);
      for (const { title, goal, blocks } of document.chapters) {
        const begin = pages.findIndex((page) => page.includes(squeeze(title)) && page.includes(squeeze(goal)));
        expect(begin % 2, title).toBe(0);
        const card = blocks.at(-1);
        if (edition !== 'student' || card?.kind !== 'panel' || card.style !== 'card') continue;
        const name = squeeze(card.title.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''));
        const place = pages.findIndex((page, index) => index > begin && page.startsWith(name));
        expect(place, name).toBeGreaterThan(begin);
        expect(place % 2, name).toBe(0);
      }
    });

    // Eight pages to work on are four sheets copied on both sides; the card stands on a sheet of its own, with an empty back.
    if (edition === 'student' && size === 'standard') {
      it('takes four sheets and the card for chapters 1, 5, 7, 10, 11 and 13', () => {
        for (const one of both()) {
          const pages = pdfLines(one.value).split('\f').map(squeeze);
          const begins = document.chapters.map(({ title, goal }) =>
            pages.findIndex((page) => page.includes(squeeze(title)) && page.includes(squeeze(goal))),
          );
          for (const [index, { number }] of document.chapters.entries()) {
            if (![1, 5, 7, 10, 11, 13].includes(number)) continue;
            const [begin, next] = [begins[index] ?? -1, begins[index + 1] ?? -1];
            const filled = one.pages.slice(begin, next).map((words) => words.some(isAboveFooter(one.paper)));
            expect(filled, `chapter ${number} on ${one.paper}`).toEqual([...Array.from({ length: 9 }, () => true), false]);
          }
        }
      });
    }

    if (size === 'standard') itIsAccessible(document, () => rendered(document, 'a4').value);

    it('has no word upon another', () => {
      for (const words of rendered(document, 'a4').pages) expect(overlaps(words)).toEqual([]);
    });
  });

  it.skipIf(!CAN_READ_PDF)(`keeps each exercise of a student in ${language} on one page`, () => {
    const document = workbook(language, 'student', 'standard');
    const heads = exerciseHeads(rendered(document, 'a4').pages, language);
    const pages = pdfLines(rendered(document, 'a4').value).split('\f').map(squeeze);
    const exercises = document.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise] : [])),
    );
    expect(heads).toHaveLength(exercises.length);
    for (const [index, exercise] of exercises.entries()) {
      const head = heads[index];
      const last = lastText(exercise.response) ?? lastText(exercise.prompt);
      const here = pages[(head?.page ?? 0) - 1];
      if (last !== undefined) expect(here, `exercise ${exercise.number}`).toContain(squeeze(cleanText(last)));
    }
  });
}

interface Rendered extends ReturnType<typeof renderer.render> {
  readonly paper: Paper;
  readonly pages: readonly (readonly PlacedWord[])[];
}

const made = new Map<string, Rendered>();

/** Laid out once per document and paper. */
function rendered(document: Document, paper: Paper): Rendered {
  const key = [document.language, document.edition, document.size, paper].join('.');
  const known = made.get(key);
  if (known !== undefined) return known;
  const file = renderer.render(document, { paper });
  const result = { ...file, paper, pages: pdfWords(file.value) };
  made.set(key, result);
  return result;
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
  const words = placed.map(ink);
  return words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      const height = Math.min(one.yMax, other.yMax) - Math.max(one.yMin, other.yMin);
      const width = Math.min(one.xMax, other.xMax) - Math.max(one.xMin, other.xMin);
      const em = Math.min(one.yMax - one.yMin, other.yMax - other.yMin);
      return height > em / 3 && width > em / 6 ? [`${one.text} on ${other.text}`] : [];
    }),
  );
}

function isOutside(paper: Paper, page: number): (word: PlacedWord) => boolean {
  const [top, inside, outside] = MARGINS[paper];
  const left = page % 2 === 1 ? inside : outside;
  // A glyph's box is a little larger than its ink.
  const slack = 1.5;
  return (word) => {
    const { xMin, xMax, yMin, yMax } = ink(word);
    return (
      xMin * MM_PER_PT < left - slack ||
      xMax * MM_PER_PT > left + AREA.width + slack ||
      yMin * MM_PER_PT < top - 2 * slack ||
      yMax * MM_PER_PT > top + AREA.height + AREA.footer
    );
  };
}

function isAboveFooter(paper: Paper): (word: PlacedWord) => boolean {
  return ({ yMin }) => yMin * MM_PER_PT < MARGINS[paper][0] + AREA.height;
}

/** The heads stand at the left edge of the page, in a label whose words begin 1.6 mm within. */
function exerciseHeads(pages: readonly (readonly PlacedWord[])[], language: string): readonly { number: number; page: number }[] {
  return pages.flatMap((words, index) => {
    const heads = words.flatMap(({ text, xMin, yMin }, at) => {
      const [, inside, outside] = MARGINS.a4;
      const left = index % 2 === 0 ? inside : outside;
      if (Math.abs(xMin * MM_PER_PT - left - 1.6) > 0.5 || text !== (language === 'zh' ? '练习' : 'Exercise')) return [];
      return [{ number: Number(words[at + 1]?.text), page: index + 1, yMin }];
    });
    // Beside a margin words are not listed from top to bottom.
    return heads.sort((one, other) => one.yMin - other.yMin);
  });
}

/** The last words of blocks in which something is written after them or beside them. */
function lastText(blocks: Document['chapters'][number]['blocks']): string | undefined {
  const texts = JSON.stringify(blocks, (key, value) => (key === 'alt' || key === 'math' ? undefined : value)).matchAll(
    /"text":"([^"\\]+)"/g,
  );
  return [...texts].map(([, text = '']) => text.trim()).findLast((text) => text.length > 1);
}
