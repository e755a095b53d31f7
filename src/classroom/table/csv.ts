import type { Source } from '../../source/index.js';
import { type Table, type TableCell, type TableRow, textFault } from './table.js';

/** The table of a CSV file: cells set apart by commas, semicolons or tabs (whichever the first line has most of), with quotes where needed. */
export function readCsv(source: Source): Table {
  const { text } = source;
  const separator = separatorOf(text);
  const rows: TableRow[] = [];
  let row: TableCell[] = [];
  let at = 0;
  const endRow = () => {
    if (row.some(({ value }) => value !== '')) rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const cell = readCell(source, at, separator);
    row.push(cell.cell);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push({ value: '', span: { source, start: at, end: at } });
    }
    endRow();
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
  return { source, rows };
}

/** Cells as a CSV file with a byte order mark, by which spreadsheets know UTF-8; quoted where they have to be, none that runs. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) =>
    row
      .map(harmless)
      .map((cell) => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(',');
  return `\ufeff${rows.map((row) => `${line(row)}\r\n`).join('')}`;
}

/** What begins like a formula gets an apostrophe, by which a spreadsheet takes it as text; a number with its sign is left alone. */
function harmless(cell: string): string {
  return /^\s*[=+@＝＋＠－-]/.test(cell) && !/^[+-]?[\d.,\s]+[%‰]?$/.test(cell) ? `'${cell}` : cell;
}

/** From `start` to the separator or the end of the line; spaces around the text are not part of it. */
function readCell(source: Source, start: number, separator: string): { readonly cell: TableCell; readonly end: number } {
  const { text } = source;
  let at = start;
  let value = '';
  if (text[at] === '"') {
    at += 1;
    while (at < text.length) {
      if (text[at] !== '"') value += text[at];
      else if (text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else break;
      at += 1;
    }
    at += 1;
  }
  const rest = at;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  value = (value + text.slice(rest, at)).trim();
  return { cell: { value, span: { source, start, end: at }, ...textFault(value) }, end: at };
}

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (separator: string) => first.split(separator).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
