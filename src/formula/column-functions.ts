import {
  type Amount,
  exactRateOfReturn,
  type Fraction,
  fraction,
  order,
  PURE_NUMBER,
  plus,
  rateOfReturn,
  signChanges,
  type Unit,
  ZERO,
} from '../number/index.js';
import type { Span } from '../source/index.js';
import { fail } from './failure.js';

/** What is done with the cells of a column, which are given one after another and kept only where the work needs them. */
export interface ColumnWork {
  add(cell: Amount): void;
  /** Undefined where no cell was given and none is needed for a result; may throw an `EvaluationFailure`. */
  result(): Amount | undefined;
}

/** A function of the cells of a column, such as `sum(interest)` or `max(open[1..12])`. */
interface ColumnFunction {
  /** How it is written, as docs and hints show it. */
  readonly usage: readonly [string, string];
  /** True: without rows it takes the start row, too, where the column has one. */
  readonly fromStart?: true;
  /** The unit of the result from that of the column. */
  unit(unit: Unit): Unit;
  begin(span: Span): ColumnWork;
  /** What it computes, on fractions. */
  exact(cells: readonly Fraction[]): Fraction | undefined;
  /** The same as text of a spreadsheet's formula, from the range of the cells. */
  spreadsheet(range: string): string;
  /** The phrase of the shared words that names it on a page. */
  readonly phrase: string;
}

const same = (unit: Unit) => unit;

const TABLE = {
  sum: {
    usage: ['sum(column)', 'sum(column[1..12])'],
    unit: same,
    begin: () => keepOne(ZERO, (total, cell) => total.plus(cell)),
    exact: (cells) => cells.reduce<Fraction | undefined>((total, cell) => total && plus(total, cell), fraction(0n)),
    spreadsheet: (range) => `SUM(${range})`,
    phrase: 'function-sum',
  },
  min: {
    usage: ['min(column)', 'min(column[1..12])'],
    unit: same,
    begin: () => keepOne(undefined, (least, cell) => (cell.lessThan(least) ? cell : least)),
    exact: (cells) => cells.reduce((least, cell) => (order(cell, least) < 0 ? cell : least)),
    spreadsheet: (range) => `MIN(${range})`,
    phrase: 'function-min',
  },
  max: {
    usage: ['max(column)', 'max(column[1..12])'],
    unit: same,
    begin: () => keepOne(undefined, (most, cell) => (cell.greaterThan(most) ? cell : most)),
    exact: (cells) => cells.reduce((most, cell) => (order(cell, most) > 0 ? cell : most)),
    spreadsheet: (range) => `MAX(${range})`,
    phrase: 'function-max',
  },
  irr: {
    usage: ['irr(column)', 'irr(column[0..12])'],
    fromStart: true,
    unit: () => PURE_NUMBER,
    begin: keepPayments,
    exact: exactRateOfReturn,
    spreadsheet: (range) => `IRR(${range})`,
    phrase: 'function-irr',
  },
} as const satisfies Readonly<Record<string, ColumnFunction>>;

export type ColumnFunctionName = keyof typeof TABLE;

/** The functions of columns: parser, unit check, compiler, pages and docs all read this table. */
export const COLUMN_FUNCTIONS: Readonly<Record<ColumnFunctionName, ColumnFunction & { readonly phrase: ColumnPhrase }>> = TABLE;

export function isColumnFunctionName(name: string): name is ColumnFunctionName {
  return Object.hasOwn(TABLE, name);
}

/** A phrase that names a function of a column in the shared words of a language. */
export type ColumnPhrase = (typeof TABLE)[ColumnFunctionName]['phrase'];

/** The phrases that name functions of columns; none has a slot. */
export const COLUMN_PHRASES = Object.fromEntries(Object.values(TABLE).map(({ phrase }) => [phrase, []])) as {
  readonly [phrase in ColumnPhrase]: [];
};

/** Work that keeps one figure, whatever the number of rows; without a `start` it begins with the first cell. */
function keepOne(start: Amount | undefined, next: (kept: Amount, cell: Amount) => Amount): ColumnWork {
  let kept = start;
  return {
    add: (cell) => {
      kept = kept === undefined ? cell : next(kept, cell);
    },
    result: () => kept,
  };
}

/** A rate of return looks at all payments again and again. */
const MOST_PAYMENTS = 5000;

function keepPayments(span: Span): ColumnWork {
  const payments: Amount[] = [];
  return {
    add: (cell) => {
      if (payments.push(cell) <= MOST_PAYMENTS) return;
      fail('rate-exists', span, `A rate of return takes at most ${MOST_PAYMENTS} payments.`, 'Name fewer rows: `irr(payment[0..360])`.');
    },
    result: () => {
      const turns = signChanges(payments);
      if (turns === 1) return rateOfReturn(payments);
      return turns === 0
        ? fail('rate-exists', span, 'All payments go the same way, so there is no rate of return.', ONE_WAY)
        : fail('rate-exists', span, `The payments turn ${turns} times, so that several rates of return may fit.`, ONE_TURN);
    },
  };
}

const ONE_WAY = 'Give what is received and what is paid opposite signs, row 0 included.';
const ONE_TURN = 'Name rows in which money first goes one way and then the other.';
