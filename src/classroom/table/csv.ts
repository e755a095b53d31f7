import type { Source } from '../../source/index.js';
import { type Table, type TableCell, type TableRow, type TooMuch, textFault } from './table.js';

/** The table of a CSV file: cells set apart by commas, semicolons or tabs (whichever most of the first lines hold), with quotes where needed. */
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

/** Room for a list of 100,000 rows; each cell takes many times its bytes. */
const MOST_CELLS = 1_000_000;

/** Why a text is more than a class list, before it is laid out; undefined where it may be one. */
export function tooMuchCsv(text: string): TooMuch | undefined {
  let cells = 1;
  for (let at = 0; at < text.length; at += 1) if (SEPARATING.has(text.charCodeAt(at))) cells += 1;
  return cells > MOST_CELLS ? { tooMuch: `has about ${cells} cells; a table has at most ${MOST_CELLS}` } : undefined;
}

const SEPARATING = new Set([...',;\t\n'].map((sign) => sign.charCodeAt(0)));

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

/** More lines tell nothing new, and a title may stand above the columns. */
const LOOKED_AT = 20;

/** The separator that the most of the first lines hold; of two, the one that occurs more often. */
function separatorOf(text: string): string {
  const lines = text.split(/[\r\n]+/, LOOKED_AT);
  const held = (separator: string) => lines.filter((line) => line.includes(separator)).length;
  const count = (separator: string) => lines.reduce((sum, line) => sum + line.split(separator).length - 1, 0);
  return [',', ';', '\t'].reduce((best, one) => ((held(one) - held(best) || count(one) - count(best)) > 0 ? one : best));
}
