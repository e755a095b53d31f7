import type { Inline, Table } from '../../document/index.js';
import { inlinesWidth, WIDE } from './inline-width.js';
import { MM_PER_PT } from './measures.js';
import { evenWidths, type Widths, widthOf } from './text-width.js';

/** The room beside the text of a cell, in mm. */
const CELL_SIDES = 10 * MM_PER_PT;
/** No letter or digit of the fonts is wider on average; heads are bold. */
const CELL = evenWidths(0.56, { thin: 0.28, point: 0.28 });
const HEAD = evenWidths(0.62, { thin: 0.28, point: 0.28 });
/** A longer word in letters may be hyphenated, in a head before it takes room from the cells; a figure never is. */
const WHOLE_LETTERS = 8;
const WHOLE_HEAD_LETTERS = 5;

/**
 * The table with its columns as wide as their longest figure asks, in a page `room` mm wide and type of `size` pt; what a column gains, the
 * others lose in proportion. With `wholeWords` nothing breaks words, and the longest has room. Unchanged where all columns have enough, where one is as wide as its content, or where no widths would do.
 */
export function withFittingColumns(table: Table, room: number, size: number, { wholeWords = false } = {}): Table {
  const { columns } = table;
  if (columns.some(({ width }) => width === 0)) return table;
  const atLeast = (widest: (index: number) => number) =>
    columns.map((_, index) => Math.max(neededWidth(table, index, wholeWords), widest(index)) * size * MM_PER_PT + CELL_SIDES);
  const places = (index: number) => (columns[index]?.align === 'end' ? 0 : wholeWidth(table, index));
  const wishes = [atLeast((index) => wholeWidth(table, index)), atLeast(places)];
  const needs = wishes.find((widths) => sum(widths) <= WHOLE_SHARE * room) ?? atLeast(() => 0);
  if (sum(needs) > room) return table;
  const weights = columns.map(({ width }) => width);
  const widths = widened(weights, needs, room);
  return widths === weights
    ? table
    : { ...table, columns: columns.map((column, index) => ({ ...column, width: widths[index] as number })) };
}

/** Each column by its weight, but none narrower than it needs; the weights themselves where all have enough. */
function widened(weights: readonly number[], needs: readonly number[], room: number): readonly number[] {
  let tight = new Set<number>();
  for (;;) {
    const free = room - sum(needs.filter((_, index) => tight.has(index)));
    const total = sum(weights.filter((_, index) => !tight.has(index)));
    const share = (index: number) => ((weights[index] as number) * free) / total;
    const found = needs.flatMap((need, index) => (tight.has(index) || share(index) < need ? [index] : []));
    if (found.length === 0) return weights;
    if (found.length === tight.size) return needs.map((need, index) => (tight.has(index) ? need : share(index)));
    tight = new Set(found);
  }
}

/**
 * In em, what stays on one line where that leaves the words enough room: the longest short figure with its unit in a column of figures,
 * in others what is no longer than a place such as `D 49`.
 */
function wholeWidth({ columns, head, rows }: Table, index: number): number {
  const short = columns[index]?.align === 'end' ? SHORT_FIGURE : SHORT_TEXT;
  const widths = [head, ...rows].flatMap((row) =>
    (row[index] ?? []).flatMap((inline) => (inline.kind === 'text' ? [inlinesWidth([inline])] : [])),
  );
  return WIDE * Math.max(0, ...widths.filter((width) => width <= short));
}

/** Seven digits and four Chinese characters; three characters. */
const SHORT_FIGURE = 8;
const SHORT_TEXT = 3;
/** Whole figures may take so much of the width together with the longest words. */
const WHOLE_SHARE = 0.8;

/** The longest piece of a column that cannot be broken, in em. */
function neededWidth({ head, rows }: Table, index: number, wholeWords: boolean): number {
  const heads = (head[index] ?? []).flatMap(words).map((word) => wordWidth(word, HEAD, wholeWords ? Infinity : WHOLE_HEAD_LETTERS));
  const cells = rows
    .flatMap((row) => (row[index] ?? []).flatMap(words))
    .map((word) => wordWidth(word, CELL, wholeWords ? Infinity : WHOLE_LETTERS));
  return Math.max(0, ...heads, ...cells);
}

function words(inline: Inline): readonly string[] {
  if (inline.kind === 'text')
    return inline.text.split(/[ \n\u00a0\p{Script=Han}\u3000-\u303f\uff00-\uff60-]+/u).filter((word) => word !== '');
  if (inline.kind === 'blank') return inline.answer === undefined ? [] : words({ kind: 'text', text: inline.answer });
  return 'children' in inline ? inline.children.flatMap(words) : [];
}

function wordWidth(word: string, widths: Widths, whole: number): number {
  return widthOf(/\d/.test(word) ? word : [...word].slice(0, whole).join(''), widths);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
