import type { Example, Rounds } from '../../chapter/index.js';
import { type Formula, printFormula } from '../../formula/index.js';
import type { Unit } from '../../number/index.js';
import type { DefinitionText, ExampleSums } from '../tree/what-if-plan.js';

/** The definitions of an example as text that the formula parser reads back to the same trees. */
export function exampleSums({ name, givens, conventions, unstated, steps, rounds }: Example): ExampleSums {
  return {
    name,
    givens: [...givens, ...conventions].map(definitionText),
    unstated: unstated.map(definitionText),
    steps: steps.map(definitionText),
    ...(rounds === undefined ? {} : { rounds: roundsText(rounds) }),
  };
}

function roundsText({ each, start, row, length, limit }: Rounds): NonNullable<ExampleSums['rounds']> {
  return {
    each: each.value,
    start: start.map(definitionText),
    row: row.map(definitionText),
    ...('rows' in length ? { rows: length.rows } : { until: printFormula(length.until) }),
    limit,
  };
}

function definitionText(one: { readonly name: string; readonly formula?: Formula; readonly unit?: Unit }): DefinitionText {
  return {
    name: one.name,
    ...(one.formula === undefined ? {} : { formula: printFormula(one.formula) }),
    ...(one.unit === undefined ? {} : { unit: one.unit.key }),
  };
}
