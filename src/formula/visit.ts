import type { BeforeNode, CellNode, Formula, NameNode } from './nodes.js';

/** Calls `visit` for a formula and everything in it, in reading order, a part after the whole that holds it. */
export function visitFormula(formula: Formula, visit: (node: Formula) => void): void {
  visit(formula);
  for (const part of partsOf(formula)) visitFormula(part, visit);
}

export type Reference = NameNode | BeforeNode | CellNode;
/** A name or a cell that is written with its example, such as `ladder.price[2]`. */
type DottedReference = (NameNode | CellNode) & { readonly example: string };

/** Every name, `before.` and cell in a formula in reading order; those in the row of a cell and inside `first(…)` and `count(…)` too. */
export function referencesIn(formula: Formula): readonly Reference[] {
  const found: Reference[] = [];
  visitFormula(formula, (node) => {
    if (node.kind === 'name' || node.kind === 'before' || node.kind === 'cell') found.push(node);
  });
  return found;
}

export function dottedReferencesIn(formula: Formula): readonly DottedReference[] {
  return referencesIn(formula).filter((node): node is DottedReference => node.kind !== 'before' && node.example !== undefined);
}

/** The formulas directly inside `formula`, in reading order. */
export function partsOf(formula: Formula): readonly Formula[] {
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
    case 'count':
      return [formula.condition];
  }
}
