import type { Formula } from '../parse/index.js';

/** What a formula refers to, one level deep. Columns and the rounds they belong to are told apart from scalars by the caller. */
export type Reference = Formula & { kind: 'name' | 'before' | 'cell' };

/** Every name, `before.` and cell in a formula in reading order; a cell's own row formula is included. */
export function references(formula: Formula): readonly Reference[] {
  const found: Reference[] = [];
  walk(formula, (node) => {
    if (node.kind === 'name' || node.kind === 'before' || node.kind === 'cell') found.push(node);
  });
  return found;
}

/** True when the formula speaks of rows: a cell, `first(…)`, `sum(…)`, `before.`. */
export function speaksOfRows(formula: Formula): boolean {
  let found = false;
  walk(formula, (node) => {
    if (node.kind === 'cell' || node.kind === 'first' || node.kind === 'before') found = true;
    if (node.kind === 'call' && node.function === 'sum') found = true;
  });
  return found;
}

/** Calls `visit` for each node, parents first. */
export function walk(formula: Formula, visit: (node: Formula) => void): void {
  visit(formula);
  for (const child of childrenOf(formula)) walk(child, visit);
}

function childrenOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'number':
    case 'name':
    case 'before':
      return [];
    case 'cell':
      return formula.row === 'last' ? [] : [formula.row];
    case 'negate':
    case 'not':
      return [formula.operand];
    case 'binary':
      return [formula.left, formula.right];
    case 'call':
      return formula.arguments;
    case 'first':
      return [formula.condition];
  }
}

export function isLocal(node: { readonly example?: string }, example: string): boolean {
  return node.example === undefined || node.example === example;
}
