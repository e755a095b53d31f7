import { type Formula, numberNode } from '../../formula/index.js';
import { amount, PURE_NUMBER } from '../../number/index.js';
import type { Span } from '../../source/index.js';

/** `example.name`, or `example.name[row]`. */
export function quantityFormula(example: string, name: string, row: number | undefined, span: Span): Formula {
  if (row === undefined) return { kind: 'name', example, name, span };
  return {
    kind: 'cell',
    example,
    column: name,
    row: numberNode(amount(row), PURE_NUMBER, span),
    span,
  };
}
