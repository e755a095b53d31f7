import { AlignmentType } from 'docx';
import type { Inline, Table } from '../../document/index.js';
import { inlinesWidth } from '../output/inline-width.js';
import { withFittingColumns } from '../output/table-columns.js';
import { type CellContent, FIRM, frame, gap, MEDIUM, type RowContent, THIN } from './frame.js';
import { hasBlank, runs } from './inline.js';
import { mmOf, TWIPS_PER_PT } from './look.js';
import type { FileBlock, Place } from './place.js';
import { STYLES } from './styles.js';
import { paragraphOf } from './written.js';

/** A real table: its head is repeated on every page, no row is split, and a cell to write in is as high as a line of handwriting. */
export function drawTable(given: Table, place: Place): FileBlock[] {
  const { look, stays } = place;
  const table = withFittingColumns(given, mmOf(place.width), look.type.table, { wholeWords: true });
  const widths = columnWidths(table, place);
  const draw = (row: readonly (readonly Inline[])[], isHead: boolean): readonly CellContent[] =>
    row.map((inlines, column) => drawCell(inlines, table.columns[column]?.align ?? 'start', isHead, place, widths[column] ?? 0));
  const together = table.rows.length <= ROWS_TOGETHER;
  const rows = table.rows.map((row, index): RowContent => {
    const isLast = index === table.rows.length - 1;
    const isWritten = !place.isRead && row.some(hasBlank);
    return { cells: draw(row, false), stays: isLast ? stays : together, ...(isWritten ? { height: look.writing } : {}) };
  });
  const heads = table.head.some((cell) => cell.length > 0) ? [{ cells: draw(table.head, true), isHead: true, stays: true }] : [];
  return [
    ...(table.caption.length > 0 ? [paragraphOf({ style: STYLES.tableCaption, children: runs(table.caption, place) })] : []),
    frame([...heads, ...rows], {
      widths,
      rules: { top: FIRM, bottom: FIRM, insideHorizontal: THIN, insideVertical: THIN },
      padding: { x: CELL_SIDE, y: 20 },
      rowHeads: table.rowHeads,
    }),
    gap(stays),
  ];
}

/** At most this many rows stay together on one page. */
const ROWS_TOGETHER = 9;
const CELL_SIDE = 90;
const HEAD_FILL = 'ECECEC';

const ALIGNMENTS = { start: AlignmentType.LEFT, end: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

function drawCell(inlines: readonly Inline[], align: keyof typeof ALIGNMENTS, isHead: boolean, place: Place, width: number): CellContent {
  // A cell that holds nothing but a blank is itself the place to write.
  const isPlace = inlines.length === 1 && inlines[0]?.kind === 'blank' && inlines[0].answer === undefined;
  const inside = cellPlace(inlines, place, width - 2 * CELL_SIDE);
  const paragraph = paragraphOf({
    style: isHead ? STYLES.tableHead : STYLES.tableText,
    alignment: ALIGNMENTS[align],
    children: isPlace ? [] : runs(inlines, inside),
  });
  return {
    children: [paragraph],
    ...(isHead ? { fill: HEAD_FILL, rules: { top: FIRM, bottom: MEDIUM } } : {}),
  };
}

/** A blank leaves room for the unit beside it. */
function cellPlace(inlines: readonly Inline[], place: Place, width: number): Place {
  const size = place.look.type.table;
  const others = inlines.filter(({ kind }) => kind !== 'blank');
  const taken = 1.1 * inlinesWidth(others) * size * TWIPS_PER_PT;
  const blankRoom = (width - (Number.isFinite(taken) ? taken : 0)) / Math.max(1, inlines.length - others.length);
  return { ...place, width, blankRoom, typeSize: size, fillsLine: false, stays: false };
}

/** In twips: a column without a width is as wide as its content, if that leaves the others half of the line. */
function columnWidths(table: Table, { width: room, look }: Place): readonly number[] {
  const needs = table.columns.map(({ width }, column) => (width > 0 ? 0 : contentWidth(table, column) * look.type.table * TWIPS_PER_PT));
  const total = table.columns.reduce((sum, { width }) => sum + width, 0);
  const own = needs.reduce((sum, need) => sum + need, 0);
  // Without any other column the table is as wide as its content, or the line.
  const scale = own > (total === 0 ? room : room / 2) ? (total === 0 ? room : room / 2) / own : 1;
  const free = room - own * scale;
  return table.columns.map(({ width }, column) => Math.floor(width > 0 ? (free * width) / total : (needs[column] ?? 0) * scale));
}

/** In em, with the room beside the text. */
function contentWidth({ head, rows }: Table, column: number): number {
  const widest = Math.max(...[head, ...rows].map((row) => inlinesWidth(row[column] ?? [])));
  return Number.isFinite(widest) ? 1.2 * widest + 1.6 : 12;
}
