import { COLUMN_FUNCTIONS } from './column-functions.js';
import type { ColumnCall, Formula, NameNode } from './nodes.js';

/** The rows of a column that a function takes: from row 1 or `from` to the last row or `to`. */
export interface ColumnRows {
  readonly column: NameNode;
  readonly from?: Formula;
  readonly to?: Formula;
  /** The first row where none is named, for a column that has a start row or has not. */
  firstRow(hasStart: boolean): 0 | 1;
}

/** What a call takes. Its first argument is a name: the parser makes no other. */
export function columnRows({ function: name, arguments: [column, from, to] }: ColumnCall): ColumnRows {
  const firstRow = (hasStart: boolean) => (hasStart && COLUMN_FUNCTIONS[name].fromStart === true ? 0 : 1);
  return { column: column as NameNode, firstRow, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
