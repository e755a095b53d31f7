import type { ColumnCall, Formula, NameNode } from './nodes.js';

/** The rows of a column that a function takes: from row 1 or `from` to the last row or `to`. */
export interface ColumnRows {
  readonly column: NameNode;
  readonly from?: Formula;
  readonly to?: Formula;
}

/** What a call takes. Its first argument is a name: the parser makes no other. */
export function columnRows({ arguments: [column, from, to] }: ColumnCall): ColumnRows {
  return { column: column as NameNode, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
