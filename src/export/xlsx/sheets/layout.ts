import { address, fixedAddress, onSheet } from '../file/address.js';
import type { ChoiceList, Highlight, Style } from '../file/book.js';
import { type SheetBuilder, type SpannedCell, text } from '../file/sheet-builder.js';
import type { ExamplePlaces } from '../live/places.js';
import { LOOKS } from '../words/looks.js';

/** Columns of the sheet of an example: what is printed, a gap, and in grey the figures with all digits. */
export const SUMS_WIDTHS: readonly number[] = [30, 19, 16, 17, 14, 10, 10, 10, 3, 20, 3, 24];

export const COLUMN = { name: 0, figure: 1, unit: 2, how: 3, digits: 9, list: 11 } as const;
/** Columns from the name to the last that is printed. */
export const PRINTED_COLUMNS = 8;

/** The sheet of an example while it is written. */
export interface SumsSheet {
  readonly place: ExamplePlaces;
  readonly builder: SheetBuilder;
  readonly lists: ChoiceList[];
  readonly highlights: Highlight[];
}

/** Where the cell with all digits of a row is found from other sheets. */
export function digitsCell(place: ExamplePlaces, row: number): string {
  return onSheet(place.sheet, fixedAddress(COLUMN.digits, row));
}

export function cell(column: number, style: Style, value: string, span = 1): SpannedCell {
  return { column, span, style, ...(value === '' ? {} : { content: text(value) }) };
}

/** A head over a part of the sheet: its name, then one for each column. */
export function sectionHead(
  title: string,
  columns: readonly (readonly [column: number, head: string, span?: number])[],
  digits: string,
): readonly SpannedCell[] {
  return [
    cell(COLUMN.name, LOOKS.section, title),
    ...columns.map(([column, head, span = 1]) => cell(column, LOOKS.sectionEnd, head, span)),
    cell(COLUMN.digits, LOOKS.digitsHead, digits),
  ];
}

/** Figures from five digits on stand in groups of three, whatever decimals they have. */
export function groupedFigures(columns: number, rows: number): readonly Highlight[] {
  const range = `A1:${address(columns - 1, rows)}`;
  const isLong = 'AND(ISNUMBER(A1),ABS(A1)>=10000';
  return [
    { range, formula: `${isLong},A1=INT(A1))`, look: 'whole' },
    { range, formula: `${isLong},A1<>INT(A1))`, look: 'decimals' },
  ];
}

export function emptyRow(builder: SheetBuilder): void {
  builder.add([], 9);
}
