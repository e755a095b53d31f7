import { type Formula, partsOf } from '../../formula/index.js';
import { type Amount, countsThings, roundHalfUp } from '../../number/index.js';
import type { EvaluatedExample, EvaluatedQuantity, Value } from '../model/results.js';

/** Names of the steps and columns of an example that count things. */
export interface Counts {
  readonly steps: readonly string[];
  readonly columns: readonly string[];
}

/** A count that is below zero: more was taken than there is. */
export interface FewerThanNone {
  readonly name: string;
  readonly amount: Amount;
  readonly unit: string;
  /** The first row in which a column is so. */
  readonly row?: number;
}

/** Decimals that are looked at; what lies beyond them may come of a division. */
const PLACES = 10;
/** Rows of a table that are looked at: more than a page shows. */
const MOST_ROWS = 60;

/**
 * The counts of an example that a subtraction leads to, save those that are below zero with the figures that the chapter prints, and are
 * meant to be. Nothing but a subtraction leads there, and without it nobody may need the count: a far row would be looked for in vain.
 */
export function countsAsPrinted(printed: EvaluatedExample): Counts {
  return countsUnder(printed, printed);
}

/** The same for an example under another reading, or with other figures. */
export function countsUnder(changed: EvaluatedExample, printed: EvaluatedExample): Counts {
  const countsOf = (all: readonly Count[]) =>
    all.filter(({ unit, formula }) => countsThings(unit) && formula !== undefined && subtracts(formula, changed)).map(({ name }) => name);
  const steps = countsOf([...changed.quantities.values()].filter(({ role }) => role === 'step'));
  const columns = countsOf(changed.rounds?.columns ?? []);
  const meant = new Set(fewerThanNone(printed, { steps, columns }).map(({ name }) => name));
  return { steps: steps.filter((name) => !meant.has(name)), columns: columns.filter((name) => !meant.has(name)) };
}

type Count = Pick<EvaluatedQuantity, 'name' | 'unit' | 'formula'>;

/** Whether something is taken from something on the way to a formula, as far as it can be seen in its own example. */
function subtracts(formula: Formula, example: EvaluatedExample, seen: Set<string> = new Set()): boolean {
  if (formula.kind === 'negate' || (formula.kind === 'binary' && formula.operator === '-')) return true;
  // Rows are counted from 1, and there are never fewer than none of them.
  if (formula.kind === 'first' || formula.kind === 'count') return false;
  if (formula.kind !== 'name' && formula.kind !== 'before' && formula.kind !== 'cell') {
    return partsOf(formula).some((part) => subtracts(part, example, seen));
  }
  if (formula.kind !== 'before' && formula.example !== undefined) return true;
  const name = formula.kind === 'name' ? formula.name : formula.column;
  if (seen.has(name)) return false;
  seen.add(name);
  const { quantities, rounds } = example;
  const definitions = [...quantities.values(), ...(example.example.rounds?.start ?? []), ...(rounds?.columns ?? [])];
  return definitions.some((one) => one.name === name && one.formula !== undefined && subtracts(one.formula, example, seen));
}

/** Those of the counts that are below zero with the figures of `example`. Only what is named here is worked out. */
export function fewerThanNone(example: EvaluatedExample, { steps, columns }: Counts): readonly FewerThanNone[] {
  const { quantities, rounds } = example;
  const last = rounds === undefined || columns.length === 0 ? -1 : lastRow(example);
  const rows = Array.from({ length: last + 1 }, (_, row) => row);
  return [
    ...steps.flatMap((name) => belowNone(name, quantities.get(name)?.value) ?? []),
    ...columns.flatMap((name) => {
      for (const row of rows) {
        const found = belowNone(name, rounds?.cell(name, row));
        if (found !== undefined) return [{ ...found, row }];
      }
      return [];
    }),
  ];
}

function belowNone(name: string, value: Value | undefined): FewerThanNone | undefined {
  if (typeof value !== 'object') return undefined;
  const amount = roundHalfUp(value.amount, PLACES);
  return amount.lessThan(0) ? { name, amount, unit: value.unit.key } : undefined;
}

/** A table that ends with a condition is followed row by row, because nobody knows how far down that is. */
function lastRow(example: EvaluatedExample): number {
  const length = example.example.rounds?.length ?? { rows: 0 };
  if ('rows' in length) return Math.min(length.rows, MOST_ROWS);
  let row = 1;
  while (row < MOST_ROWS && example.valueOf(length.until, row) === false) row += 1;
  return row;
}
