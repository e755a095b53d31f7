import { execFileSync, spawnSync } from 'node:child_process';
import type { RenderedFile } from '../../../src/render/output/rendered-file.js';
import { pdfPictures } from './pdf-pictures.js';

/** The text of a PDF in the order in which it is read, without white space and without the hyphens of broken words. */
export function pdfText(file: RenderedFile): string {
  return squeeze(pdfLines(file));
}

/** The text of a PDF line by line, as copied from a page. */
export function pdfLines(file: RenderedFile): string {
  return poppler('pdftotext', ['-raw', '-', '-'], file);
}

/** Tests that read a PDF are skipped on a machine without poppler's tools. */
export const CAN_READ_PDF = spawnSync('pdftotext', ['-v']).error === undefined;

/** Texts as `pdfText` gives them, so that line breaks do not matter. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00AD\u2009\u202F-]+/g, '');
}

/** `Title`, `Pages`, `Page size`, `Tagged` and what else pdfinfo knows. */
export function pdfFacts(file: RenderedFile): ReadonlyMap<string, string> {
  const lines = poppler('pdfinfo', ['-'], file).split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
}

/** The tags of the structure tree in reading order: `H1`, `P`, `Table`, `Formula` … */
export function pdfTags(file: RenderedFile): readonly string[] {
  const lines = poppler('pdfinfo', ['-struct', '-'], file).split('\n');
  return lines.flatMap((line) => /^ *([A-Z][A-Za-z0-9]*)(?: |:|$)/.exec(line)?.[1] ?? []);
}

/** The numbers with which headings of exercises begin, in reading order. */
export function pdfExerciseNumbers(file: RenderedFile): readonly number[] {
  const structure = poppler('pdfinfo', ['-struct-text', '-'], file);
  return [...structure.matchAll(/^ *H2 .*\n *P .*\n *"(\d+)"$/gm)].map(([, number]) => Number(number));
}

/** One line per font: name, type, encoding, embedded, subset, has a Unicode map. */
export function pdfFonts(file: RenderedFile): readonly string[] {
  return poppler('pdffonts', ['-'], file).trim().split('\n').slice(2);
}

function poppler(command: string, options: readonly string[], { content }: RenderedFile): string {
  return execFileSync(command, options, { input: content, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
}

/** A word and its box in points from the upper left corner of its page. */
export interface PlacedWord {
  readonly text: string;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** The words of each page where they stand. */
export function pdfWords(file: RenderedFile): readonly (readonly PlacedWord[])[] {
  const pages = poppler('pdftotext', ['-bbox', '-', '-'], file).split('<page ').slice(1);
  return pages.map((page) =>
    [...page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)].map(
      ([, xMin, yMin, xMax, yMax, text = '']) => ({ text, xMin: Number(xMin), yMin: Number(yMin), xMax: Number(xMax), yMax: Number(yMax) }),
    ),
  );
}

/** Dots per inch at which pages are looked at for ink. */
const COARSE = 36;

/** For each page, in mm from its top, where the lowest ink above `limit` ends: drawings count as words do. */
export function lowestInk(file: RenderedFile, limit: number): readonly number[] {
  return pdfPictures(file, COARSE).map(({ width, height, grey }) => {
    const rows = Math.min(height, Math.floor((limit * COARSE) / 25.4));
    const isInked = (row: number) => grey.subarray(row * width, (row + 1) * width).some((dot) => dot < 200);
    const lowest = Array.from({ length: rows }, (_, row) => row).findLast(isInked) ?? 0;
    return (lowest * 25.4) / COARSE;
  });
}
