import type { Example } from '../../chapter/index.js';
import type { Formula } from '../../formula/index.js';
import type { Unit } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import type { Role } from './results.js';

/** A named quantity outside the rounds as it stands in one reading. */
export interface Definition {
  readonly name: string;
  readonly role: Role;
  /** Absent for an unknown. */
  readonly formula?: Formula;
  /** The unit that the author declared, if any. */
  readonly unit?: Unit;
  readonly span: Span;
}

/** A column of the rounds as it stands in one reading. */
export interface Column {
  readonly name: string;
  readonly formula: Formula;
  readonly unit?: Unit;
  /** The value in row 0; without it the column begins in row 1. */
  readonly start?: { readonly formula: Formula; readonly unit?: Unit };
  readonly span: Span;
}

export interface Definitions {
  readonly scalars: ReadonlyMap<string, Definition>;
  readonly columns: readonly Column[];
  /** Where each column stands among `columns`. */
  readonly positions: ReadonlyMap<string, number>;
}

/** The definitions of an example with some of them replaced: a replaced column keeps its start, a replaced unknown becomes known. */
export function gatherDefinitions(example: Example, changes: ReadonlyMap<string, Formula>): Definitions {
  const scalars = new Map<string, Definition>();
  const add = (role: Role, one: { name: string; formula?: Formula; unit?: Unit; span: Span }) => {
    const formula = changes.get(one.name) ?? one.formula;
    scalars.set(one.name, {
      name: one.name,
      role,
      span: one.span,
      ...(formula === undefined ? {} : { formula }),
      ...(one.unit === undefined ? {} : { unit: one.unit }),
    });
  };
  for (const given of example.givens) add('given', given);
  for (const given of example.conventions) add('convention', given);
  for (const given of example.unstated) add('unstated', given);
  for (const step of example.steps) add('step', step);
  const starts = new Map(example.rounds?.start.map((start) => [start.name, start]));
  const columns = (example.rounds?.row ?? []).map((step): Column => {
    const start = starts.get(step.name);
    return {
      name: step.name,
      formula: changes.get(step.name) ?? step.formula,
      span: step.span,
      ...(step.unit === undefined ? {} : { unit: step.unit }),
      ...(start === undefined ? {} : { start }),
    };
  });
  return { scalars, columns, positions: new Map(columns.map(({ name }, position) => [name, position])) };
}
