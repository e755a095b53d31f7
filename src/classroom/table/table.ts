import type { Sentence } from '../../diagnostics/index.js';
import type { Located, Source } from '../../source/index.js';

/** What a spreadsheet made of a cell, so that nobody can tell what is meant: a date, a number cut to 15 digits, or the error of a formula. */
export type CellFault = 'date' | 'cut-number' | 'formula-error';

export interface TableCell extends Located<string> {
  readonly fault?: CellFault;
}

/** Cells with their places; rows without any text are left out. */
export type TableRow = readonly TableCell[];

/** A table as a school hands it over, from a CSV file or a spreadsheet. */
export interface Table {
  readonly source: Source;
  readonly rows: readonly TableRow[];
}

/** A file that holds more than any class list, and in what: a clause such as `has a cell in XFD1`. */
export interface TooMuch {
  readonly tooMuch: string;
}

/** The rows below the one that names the columns, and where each column stands. */
export interface HeadedTable<Column extends string> {
  readonly head: TableRow;
  readonly rows: readonly TableRow[];
  /** Places in a row, from 0. */
  readonly columns: ReadonlyMap<Column, number>;
}

/** Schools put a title, a term or a remark above the names of the columns. */
const ROWS_ABOVE = 10;

/**
 * Looks for the names of the columns among the first rows: the first row that has all `needed` ones. Undefined when there is none.
 * `names` lists for each column what it may be called, the surest name first; spaces, capitals and full width make no difference.
 */
export function findHead<Column extends string>(
  { rows }: Table,
  names: ReadonlyMap<Column, readonly string[]>,
  needed: readonly Column[],
): HeadedTable<Column> | undefined {
  for (const [index, head] of rows.slice(0, ROWS_ABOVE).entries()) {
    const found = head.map(({ value }) => plainHead(value));
    const columns = new Map(
      [...names].flatMap(([column, called]) => {
        const name = called.find((one) => found.includes(one));
        return name === undefined ? [] : [[column, found.indexOf(name)] as const];
      }),
    );
    if (needed.every((column) => columns.has(column))) return { head, rows: rows.slice(index + 1), columns };
  }
  return undefined;
}

/** `姓　名` and ` Name ` are `姓名` and `name`. */
export function plainHead(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** What a spreadsheet writes into CSV for a date that it made of `1/2`, for a number with more digits than it keeps, and for an error. */
export function textFault(value: string): Pick<TableCell, 'fault'> {
  if (/^(\d{1,2}月\d{1,2}日|\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))$/i.test(value)) return { fault: 'date' };
  return /^\d(\.\d+)?E\+\d{2,}$/.test(value) ? { fault: 'cut-number' } : errorFault(value);
}

/** What a spreadsheet shows where a formula has no result. */
export function errorFault(value: string): Pick<TableCell, 'fault'> {
  return /^(#(N\/A|NAME\?|(DIV\/0|REF|VALUE|NUM|NULL|SPILL|CALC)!)|Err:\d{3})$/.test(value) ? { fault: 'formula-error' } : {};
}

interface FaultMessage {
  readonly message: string;
  readonly hint: string;
  readonly sentence: Sentence;
}

/** What a cell's fault means for who typed it; undefined for a sound cell. */
export function faultMessage({ value, fault }: TableCell): FaultMessage | undefined {
  switch (fault) {
    case undefined:
      return undefined;
    case 'date':
      return {
        message: `The spreadsheet has made a date (${value}) of this cell.`,
        hint: 'Format the column as text in the spreadsheet, and type the cell anew.',
        sentence: { name: 'date-cell', slots: { cell: value } },
      };
    case 'cut-number':
      return {
        message: 'This number has more digits than a spreadsheet keeps; the last ones are lost.',
        hint: 'Format the column as text in the spreadsheet, and type the cell anew.',
        sentence: { name: 'cut-number', slots: { cell: value } },
      };
    case 'formula-error':
      return {
        message: `The formula of this cell has no result: ${value}.`,
        hint: 'Mend the formula in the spreadsheet, or type what it should give; clear the cell if nothing belongs there.',
        sentence: { name: 'formula-error', slots: { cell: value } },
      };
  }
}
