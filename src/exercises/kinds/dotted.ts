import type { Formula } from '../../formula/index.js';
import { amount, PURE_NUMBER } from '../../number/index.js';
import type { Span } from '../../source/index.js';

/** A formula of `example` as exercises write it, each name with its example. Inside `first(…)` columns stay bare, as they must. */
export function dotted(formula: Formula, example: string): Formula {
  const inside = (part: Formula) => dotted(part, example);
  switch (formula.kind) {
    case 'number':
    case 'before':
    case 'first':
      return formula;
    case 'name':
      return { ...formula, example: formula.example ?? example };
    case 'cell':
      return { ...formula, example: formula.example ?? example, row: formula.row === 'last' ? 'last' : inside(formula.row) };
    case 'negate':
    case 'not':
      return { ...formula, operand: inside(formula.operand) };
    case 'binary':
      return { ...formula, left: inside(formula.left), right: inside(formula.right) };
    case 'call':
      // The column that `sum` adds is named without an example.
      return formula.function === 'sum' ? formula : { ...formula, arguments: formula.arguments.map(inside) };
  }
}

/** `example.name`, or `example.name[row]`. */
export function quantityFormula(example: string, name: string, row: number | undefined, span: Span): Formula {
  if (row === undefined) return { kind: 'name', example, name, span };
  return {
    kind: 'cell',
    example,
    column: name,
    row: { kind: 'number', text: String(row), amount: amount(row), unit: PURE_NUMBER, span },
    span,
  };
}
