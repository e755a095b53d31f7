import type { Bench, SideBySide } from '../output/side-by-side.js';
import { DOTTED, frame, gap, type Line, MEDIUM, NO_LINE, type RowContent } from './frame.js';
import { type Draw, type FileBlock, narrowed, type Place } from './place.js';
import { STYLES } from './styles.js';
import { paragraphOf } from './written.js';

/** Lines to write on, as far apart as handwriting asks: rows of a table, so that one more is one more row. */
export function drawLines(count: number, place: Place): FileBlock[] {
  return ruled(count, MEDIUM, place);
}

/** Room for working, on dots, which survive a copier less than a line does. */
export function drawSpace(count: number, place: Place): FileBlock[] {
  return ruled(count, DOTTED, place);
}

function ruled(count: number, line: Line, place: Place): FileBlock[] {
  const rows = Array.from({ length: count }, (_, index): RowContent => emptyRow(place, index < count - 1 || place.stays));
  return [frame(rows, { widths: [place.width], rules: { bottom: line, insideHorizontal: line }, padding: NO_PADDING }), gap(place.stays)];
}

const NO_PADDING = { x: 0, y: 0 };

function emptyRow({ look }: Place, stays: boolean): RowContent {
  return { cells: [{ children: [emptyLine()] }], height: look.writing, stays };
}

function emptyLine(): FileBlock {
  return paragraphOf({ style: STYLES.tableText });
}

/** Room for working with the answers at the right of its last lines. */
export function drawBench({ lines, answerLines, part }: Bench, place: Place, draw: Draw): FileBlock[] {
  const right = Math.round(place.width * part);
  const left = place.width - right;
  const below = { bottom: DOTTED };
  const open = Array.from({ length: lines }, (): RowContent => {
    return { cells: [{ children: [emptyLine()], span: 2, rules: below }], height: place.look.writing, stays: true };
  });
  const answers = answerLines.map((answer, index): RowContent => {
    const inside = { ...narrowed(place, right - GUTTER), fillsLine: true, stays: false };
    return {
      cells: [
        { children: [emptyLine()], rules: below },
        { children: draw([answer], inside), side: 'bottom' },
      ],
      height: place.look.writing,
      stays: index < answerLines.length - 1 || place.stays,
    };
  });
  const table = frame([...open, ...answers], { widths: [left, right], rules: {}, padding: { x: GUTTER / 2, y: 0 } });
  return [table, gap(place.stays)];
}

/** Between two columns, in twips. */
const GUTTER = 240;

/** Answer lines, options, lists or tables in columns, read row by row. */
export function drawBeside({ columns, items }: SideBySide, place: Place, draw: Draw): FileBlock[] {
  const width = Math.floor(place.width / columns);
  const inside = { ...narrowed(place, width - GUTTER), fillsLine: true, stays: false };
  const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, row): RowContent => {
    const cells = Array.from({ length: columns }, (_unused, column) => {
      const item = items[row * columns + column];
      return { children: item === undefined ? [emptyLine()] : draw([item], inside), side: 'top' as const };
    });
    return { cells, stays: (row + 1) * columns < items.length || place.stays };
  });
  const widths = Array.from({ length: columns }, () => width);
  return [frame(rows, { widths, rules: { insideVertical: NO_LINE }, padding: { x: GUTTER / 2, y: 0 } }), gap(place.stays)];
}
