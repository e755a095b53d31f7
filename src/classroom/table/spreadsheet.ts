import readSheets, { type CellValue } from 'read-excel-file/universal';
import { amount } from '../../number/index.js';
import type { Source } from '../../source/index.js';
import { cellsAsShown } from './spreadsheet-errors.js';
import { errorFault, type Table, type TableCell, type TableRow, type TooMuch } from './table.js';
import { packSheets, unpackSheets } from './unpack.js';

/** The first sheet of a spreadsheet that holds anything. */
export interface Spreadsheet {
  readonly table: Table;
  readonly sheet: string;
  /** Sheets that hold something too and were not read. */
  readonly others: readonly string[];
}

/**
 * Reads a spreadsheet (XLSX); formulas count with the value that was saved with them. Undefined when the bytes are none. How much it
 * holds is looked at before anything is laid out.
 */
export async function readSpreadsheet(name: string, bytes: Uint8Array): Promise<Spreadsheet | TooMuch | undefined> {
  const sheets = await sheetsOf(bytes);
  if (sheets === undefined || 'tooMuch' in sheets) return sheets;
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  const [first, ...others] = filled;
  return {
    table: sheetTable(name, first?.data ?? []),
    sheet: first?.sheet ?? sheets[0]?.sheet ?? '',
    others: others.map(({ sheet }) => sheet),
  };
}

async function sheetsOf(bytes: Uint8Array) {
  try {
    const unpacked = unpackSheets(bytes);
    if ('tooMuch' in unpacked) return unpacked;
    const shown = cellsAsShown(unpacked.files);
    if ('tooMuch' in shown) return shown;
    const sheets = await readSheets(Uint8Array.from(packSheets(shown.files)).buffer);
    // A sheet that the file names and does not hold: the reader's types do not know of it.
    return sheets.every(({ data }) => Array.isArray(data)) ? sheets : undefined;
  } catch {
    // A packed file of another kind, or a damaged one: the reader tells both by an exception.
    return undefined;
  }
}

/** A line for each row of the sheet, so that a place names the cell that the teacher sees. */
function sheetTable(name: string, data: readonly (readonly (CellValue | null)[])[]): Table {
  const lines = data.map((row) => row.map(readCell));
  const source: Source = { name, text: lines.map((row) => row.map(({ value }) => value).join('\t')).join('\n'), isSheet: true };
  let start = 0;
  const rows = lines.map((row): TableRow => {
    const cells = row.map((cell) => {
      const span = { source, start, end: start + cell.value.length };
      start = span.end + 1;
      return { ...cell, span };
    });
    if (row.length === 0) start += 1;
    return cells;
  });
  return { source, rows: rows.filter((row) => row.some(({ value }) => value !== '')) };
}

type ReadCell = Pick<TableCell, 'value' | 'fault'>;

/** Numbers of a spreadsheet are binary; the 15 digits that it shows are those that were typed. */
const KEPT_DIGITS = 15;
const FIRST_CUT = 10 ** KEPT_DIGITS;

function readCell(cell: CellValue | null): ReadCell {
  if (cell === null) return { value: '' };
  if (typeof cell === 'string') return textCell(cell.replace(/[\t\r\n]+/g, ' ').trim());
  if (typeof cell === 'boolean') return { value: String(cell).toUpperCase() };
  if (typeof cell === 'number') {
    const value = amount(cell.toPrecision(KEPT_DIGITS)).toFixed();
    return Math.abs(cell) >= FIRST_CUT ? { value, fault: 'cut-number' } : { value };
  }
  return { value: dayOf(cell), fault: 'date' };
}

function textCell(value: string): ReadCell {
  return { value, ...errorFault(value) };
}

/** The reader's types name the class of dates where they mean one. */
function dayOf(cell: unknown): string {
  // A number too large for a day of any calendar.
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return '#';
  return cell.toISOString().slice(0, 10);
}
