import type { Formula, Reference } from '../../formula/index.js';

/** A figure of a chapter: a quantity of an example, or the cell of a column in one row. */
export interface Target {
  readonly example: string;
  readonly name: string;
  readonly row?: number;
}

/** One text for each target, by which maps and sets find it: `ladder.take`, `ladder.price[2]`. */
export function targetKey({ example, name, row }: Target): string {
  return row === undefined ? `${example}.${name}` : `${example}.${name}[${row}]`;
}

/**
 * The figures for which a reference may stand, the likelier first: a bare name in a row is that row's cell, or else a quantity of
 * `example`. None where the row is not written as a number, or where no example is known.
 */
export function targetsOf(reference: Reference, example: string | undefined, row: number | undefined): readonly Target[] {
  const owner = (reference.kind === 'before' ? undefined : reference.example) ?? example;
  if (owner === undefined) return [];
  switch (reference.kind) {
    case 'before':
      return row === undefined ? [] : [{ example: owner, name: reference.column, row: row - 1 }];
    case 'cell':
      return reference.row !== 'last' && reference.row.kind === 'number'
        ? [{ example: owner, name: reference.column, row: reference.row.amount.toNumber() }]
        : [];
    case 'name': {
      const quantity = { example: owner, name: reference.name };
      return row === undefined || reference.example !== undefined ? [quantity] : [{ ...quantity, row }, quantity];
    }
  }
}

/** The figure that a formula is as a whole; undefined for a longer formula, and for a row that is computed. */
export function targetOf(formula: Formula, example: string, rounds: { readonly lastRow: number } | undefined): Target | undefined {
  if (formula.kind === 'name') return { example: formula.example ?? example, name: formula.name };
  if (formula.kind !== 'cell') return undefined;
  const row = formula.row === 'last' ? rounds?.lastRow : formula.row.kind === 'number' ? formula.row.amount.toNumber() : undefined;
  return row === undefined ? undefined : { example: formula.example ?? example, name: formula.column, row };
}
