import { COLUMN_FUNCTIONS } from './column-functions.js';
import type { ColumnCall, Formula, NameNode } from './nodes.js';

/** The rows of a column that a function takes: from row 1 or `from` to the last row or `to`. */
export interface ColumnRows {
  readonly column: NameNode;
  readonly from?: Formula;
  readonly to?: Formula;
  /** Without `from` the start row is taken, too, where the column has one. */
  readonly fromStart: boolean;
}

/** What a call takes. Its first argument is a name: the parser makes no other. */
export function columnRows({ function: name, arguments: [column, from, to] }: ColumnCall): ColumnRows {
  const fromStart = COLUMN_FUNCTIONS[name].fromStart === true;
  return { column: column as NameNode, fromStart, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
