import type { BeforeNode, CellNode, Formula, NameNode, SolveNode } from './nodes.js';

/** Calls `visit` for a formula and everything in it, in reading order, a part after the whole that holds it. */
export function visitFormula(formula: Formula, visit: (node: Formula) => void): void {
  visit(formula);
  for (const part of partsOf(formula)) visitFormula(part, visit);
}

/** True for what looks at rows of the whole table: `first(…)`, `count(…)`, a function of a column such as `sum(…)`. */
export function looksAtRows(node: Formula): boolean {
  return node.kind === 'first' || node.kind === 'count' || (node.kind === 'call' && node.ofColumn === true);
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

/** The same without those inside an equation that is solved, whose own values are not used there. */
export function freeReferencesIn(formula: Formula): readonly Reference[] {
  if (formula.kind === 'solve') return [...freeReferencesIn(formula.from), ...freeReferencesIn(formula.to)];
  const own = formula.kind === 'name' || formula.kind === 'before' || formula.kind === 'cell' ? [formula] : [];
  return [...own, ...partsOf(formula).flatMap(freeReferencesIn)];
}

/** The equations that a formula solves; those inside another one are left out. */
export function solvesIn(formula: Formula): readonly SolveNode[] {
  return formula.kind === 'solve' ? [formula] : partsOf(formula).flatMap(solvesIn);
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
    case 'solve':
      return [formula.equation, formula.from, formula.to];
  }
}
