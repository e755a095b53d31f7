import type { Formula } from './nodes.js';

/** Calls `visit` for a formula and everything in it, in reading order, a part after the whole that holds it. */
export function visitFormula(formula: Formula, visit: (node: Formula) => void): void {
  visit(formula);
  for (const part of partsOf(formula)) visitFormula(part, visit);
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
      return [formula.condition];
  }
}
