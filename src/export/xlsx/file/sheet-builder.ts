import { address } from './address.js';
import type { Cell, Content, Row, Style } from './book.js';

/** The rows of a sheet while they are written, from the top. */
export interface SheetBuilder {
  readonly rows: readonly Row[];
  readonly merges: readonly string[];
  /** The number of the next row, from 1 on. */
  readonly next: number;
  /** Adds a row and gives its number. Cells that span several columns are joined; the row is as high as its texts need. */
  add(cells: readonly (SpannedCell | undefined)[], height?: number): number;
}

/** A cell in its column, from 0 on, that takes `span` columns. */
export interface SpannedCell {
  readonly column: number;
  /** Default 1. */
  readonly span?: number;
  readonly style: Style;
  readonly content?: Content;
}

const LINE = 1.38;
const STANDARD_SIZE = 11;
/** Points above and below the text of a row. */
const ROOM = 4;

export function createSheetBuilder(widths: readonly number[]): SheetBuilder {
  const rows: Row[] = [];
  const merges: string[] = [];
  return {
    rows,
    merges,
    get next() {
      return rows.length + 1;
    },
    add: (spanned, height) => {
      const number = rows.length + 1;
      const cells: (Cell | undefined)[] = [];
      let tallest = 0;
      for (const one of spanned) {
        if (one === undefined) continue;
        const { column, span = 1, style, content } = one;
        for (let at = column; at < column + span; at += 1) cells[at] = { style };
        cells[column] = { style, ...(content === undefined ? {} : { content }) };
        if (span > 1) merges.push(`${address(column, number)}:${address(column + span - 1, number)}`);
        const width = widths.slice(column, column + span).reduce((sum, own) => sum + own, 0);
        tallest = Math.max(tallest, heightOf(content, style, width));
      }
      rows.push({ height: Math.ceil(height ?? Math.max(tallest, STANDARD_SIZE * LINE + ROOM)), cells: Array.from(cells) });
      return number;
    },
  };
}

function heightOf(content: Content | undefined, { size = STANDARD_SIZE, wrap }: Style, width: number): number {
  const text =
    content?.kind === 'text' ? content.text : content?.kind === 'formula' && typeof content.value === 'string' ? content.value : '';
  const lines = wrap === true ? linesOf(text, (width * STANDARD_SIZE) / size) : 1;
  return lines * size * LINE + ROOM;
}

/** Lines that a text takes in so many characters; a Chinese character is as wide as two, and words are not cut. */
export function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * (/ /.test(line) ? WORDS_LEFT_OVER : 1)) / Math.max(1, width - 1))),
      0,
    );
}

/** Words go on the next line as a whole, which leaves room at the ends; most letters are narrower than a digit. */
const WORDS_LEFT_OVER = 0.97;

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d\u2026]|[\u{20000}-\u{3fffd}]|\p{Extended_Pictographic}/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

export function text(value: string): Content {
  return { kind: 'text', text: value };
}
