import { type Formula, freeReferencesIn, solvesIn } from '../formula/index.js';
import type { Definitions } from './model/definitions.js';
import { isLocal, speaksOfRows } from './model/references.js';

/**
 * Given and unstated names of `example` on which a formula depends, directly or not, in order of definition. An equation that is solved
 * does not depend on the figure that is looked for.
 */
export function inputsOf(formula: Formula, example: string, definitions: Definitions): readonly string[] {
  const { scalars, columns, positions } = definitions;
  const seen = new Set<string>();
  // What a name in an equation rests on is not all followed there: the same name outside may rest on the figure that is looked for.
  const inEquations = new Set<string>();
  let rounds = false;

  const visitRounds = () => {
    if (rounds) return;
    rounds = true;
    for (const column of columns) {
      if (column.start !== undefined) visit(column.start.formula);
      visit(column.formula);
    }
  };
  const visit = (one: Formula) => {
    if (speaksOfRows(one)) visitRounds();
    for (const { unknown, equation } of solvesIn(one)) {
      for (const name of inputsOf(equation, example, definitions)) if (name !== unknown.name) inEquations.add(name);
    }
    for (const node of freeReferencesIn(one)) {
      if (node.kind !== 'name' || !isLocal(node, example) || seen.has(node.name)) continue;
      seen.add(node.name);
      const definition = scalars.get(node.name);
      if (definition?.formula !== undefined) visit(definition.formula);
      else if (positions.has(node.name)) visitRounds();
    }
  };
  visit(formula);
  const isInput = ({ name, role }: { readonly name: string; readonly role: string }) =>
    role !== 'step' && (seen.has(name) || inEquations.has(name));
  return [...scalars.values()].filter(isInput).map(({ name }) => name);
}
