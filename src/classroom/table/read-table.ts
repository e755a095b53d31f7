import { readCsv, tooMuchCsv } from './csv.js';
import { decodeTable, type TableFileKind, tableFileKind } from './decode.js';
import { readSpreadsheet } from './spreadsheet.js';
import type { Table } from './table.js';

/** Why the bytes of a file are no table that can be read. */
export type TableRefusal =
  | Exclude<TableFileKind, 'text' | 'spreadsheet'>
  /** Packed like a spreadsheet, and cannot be read as one. */
  | 'broken-spreadsheet'
  /** Neither a spreadsheet nor text in an encoding that is known. */
  | 'no-text';

export type TableReading =
  /** `others` are the sheets that hold something too and were not read; empty for a CSV file. */
  | { readonly kind: 'table'; readonly table: Table; readonly sheet: string; readonly others: readonly string[] }
  | { readonly kind: 'refused'; readonly why: TableRefusal }
  /** More than any class list; `tooMuch` is a clause such as `has a cell in XFD1`. */
  | { readonly kind: 'too-much'; readonly tooMuch: string };

/** No list of a school has more bytes. */
export const MOST_TABLE_BYTES = 20_000_000;

/** A table as schools export it: a spreadsheet (XLSX), or CSV in UTF-8, UTF-16 or GB 18030. `name` stands in messages. */
export async function readTable(name: string, bytes: Uint8Array): Promise<TableReading> {
  if (bytes.length > MOST_TABLE_BYTES)
    return { kind: 'too-much', tooMuch: `has ${(bytes.length / 1e6).toFixed(0)} MB; a list has at most ${MOST_TABLE_BYTES / 1e6}` };
  const kind = tableFileKind(bytes);
  if (kind === 'spreadsheet') {
    const read = await readSpreadsheet(name, bytes);
    if (read === undefined) return { kind: 'refused', why: 'broken-spreadsheet' };
    return 'tooMuch' in read ? { kind: 'too-much', ...read } : { kind: 'table', ...read };
  }
  if (kind !== 'text') return { kind: 'refused', why: kind };
  const text = decodeTable(bytes);
  if (text === undefined) return { kind: 'refused', why: 'no-text' };
  const tooMuch = tooMuchCsv(text);
  return tooMuch === undefined
    ? { kind: 'table', table: readCsv({ name, text }), sheet: '', others: [] }
    : { kind: 'too-much', ...tooMuch };
}
