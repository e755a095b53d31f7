import type { Block, Inline, PageSize, Table } from '../../../document/index.js';
import { MM_PER_PT } from '../../output/measures.js';
import { evenWidths, widthOf } from '../../output/text-width.js';

/** Width of the page's text and the room beside the text of a cell, in mm. */
const PAGE = 160;
const CELL_SIDES = 10 * MM_PER_PT;
/** Digits and signs are at most so wide, in em; Chinese characters 1. */
const FIGURE = 0.62;
/** Nearly every letter of a bold head is narrower. */
const HEAD = evenWidths(0.75);
/** At most this size of type in a table of standard print, in pt. */
const TABLE_TYPE = 11;

/**
 * A table with the shape of its head and of each row whose height is known without laying it out: `text` where every cell is one short line of figures,
 * `blank` where at least one is nothing but a place to write. A third of the time of a table goes into finding out
 * the heights of its rows. Large print is left as it is.
 */
export function withKnownRows(block: Block, size: PageSize, chinese: boolean): Block {
  if (block.kind !== 'table' || size === 'large') return block;
  const { columns, head, rows } = block.table;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  // A column as wide as its content makes the others narrower by nobody knows how much.
  if (columns.some(({ width }) => width === 0)) return block;
  const rooms = columns.map(({ width }) => ((PAGE * width) / total - CELL_SIDES) / (TABLE_TYPE * MM_PER_PT));
  const shapes = [headShape(head, rooms, chinese), ...rows.map((row) => rowShape(row, rooms))];
  return { ...block, table: { ...block.table, shapes } as Table };
}

/** Known where every head is one text that surely fits into one line, in letters that the font of the language has. */
function headShape(head: Table['head'], rooms: readonly number[], chinese: boolean): 'head' | 'any' {
  const fits = head.every(([inline, ...others], index) => {
    if (inline === undefined) return true;
    if (others.length > 0 || inline.kind !== 'text') return false;
    const letters = chinese ? /^[\p{ASCII}\p{Script=Han}]*$/u : /^\p{ASCII}*$/u;
    return letters.test(inline.text) && widthOf(inline.text, HEAD) < (rooms[index] ?? 0);
  });
  return fits ? 'head' : 'any';
}

function rowShape(row: Table['rows'][number], rooms: readonly number[]): 'text' | 'blank' | 'any' {
  const cells = row.map((cell, index) => cellShape(cell, rooms[index] ?? 0));
  if (cells.includes('any')) return 'any';
  return cells.includes('blank') ? 'blank' : 'text';
}

function cellShape(cell: readonly Inline[], room: number): 'text' | 'blank' | 'any' {
  const [inline, ...others] = cell;
  if (inline === undefined) return 'text';
  if (others.length > 0) return 'any';
  if (inline.kind === 'blank') return inline.answer === undefined || figureWidth(inline.answer) + 1 < room ? 'blank' : 'any';
  return inline.kind === 'text' && figureWidth(inline.text) < room ? 'text' : 'any';
}

/** Infinite for anything but figures, whose height and width are the same in every font of the pages. */
function figureWidth(text: string): number {
  return /^[\d.,%+()\u2009\u2212\u2013/ -]*$/.test(text) ? text.length * FIGURE : Number.POSITIVE_INFINITY;
}
