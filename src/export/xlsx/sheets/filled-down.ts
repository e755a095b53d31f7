import { address } from '../file/address.js';
import type { Content, FormulaValue } from '../file/book.js';
import { sheetRow } from '../live/places.js';
import { type FixedFor, liveContent } from './setting.js';

/** The cells of one column of a table, from row 1 on: one formula, which is written for row 1 and filled down. */
export interface FilledColumn {
  content(row: number, value: FormulaValue): Content;
}

export interface FillOptions {
  /** A number of its own for each column of a sheet. */
  readonly group: number;
  readonly column: number;
  /** The last row of the table that the formula fills. */
  readonly last: number;
  /** The formula in a row; asked for row 1 alone. */
  readonly write: (row: number) => string;
  readonly onFixed: (row: FixedFor) => void;
}

export function filledColumn({ group, column, last, write, onFixed }: FillOptions): FilledColumn {
  let isLive = true;
  return {
    content: (row, value) => {
      if (row === 1) {
        const first = liveContent(() => write(1), value, onFixed);
        isLive = first.kind === 'formula';
        if (first.kind !== 'formula' || last < 2) return first;
        return { ...first, fill: { group, range: `${address(column, sheetRow(1))}:${address(column, sheetRow(last))}` } };
      }
      // Where row 1 needs a row that the sheet does not have, so do all.
      return isLive ? { kind: 'formula', formula: '', value, fill: { group } } : liveContent(() => write(row), value, onFixed);
    },
  };
}
