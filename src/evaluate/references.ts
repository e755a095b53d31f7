import { type Formula, visitFormula } from '../parse/index.js';

/** True when the formula speaks of rows: a cell, `first(…)`, `sum(…)`, `before.`. */
export function speaksOfRows(formula: Formula): boolean {
  let found = false;
  visitFormula(formula, (node) => {
    if (node.kind === 'cell' || node.kind === 'first' || node.kind === 'before') found = true;
    if (node.kind === 'call' && node.function === 'sum') found = true;
  });
  return found;
}

export function isLocal(node: { readonly example?: string }, example: string): boolean {
  return node.example === undefined || node.example === example;
}
