import { type Formula, numberNode, replaceParts } from '../formula/index.js';
import { amount, PURE_NUMBER } from '../number/index.js';
import type { EvaluatedExample } from './model/results.js';

/** A formula about every row, of one row: the columns of its example as cells of that row, `before.x` as the cell above. */
export function formulaInRow(formula: Formula, row: number, { rounds }: EvaluatedExample): Formula {
  const isColumn = (name: string) => rounds?.columns.some((column) => column.name === name) === true;
  const cell = (column: string, at: number, { span }: Formula): Formula => ({
    kind: 'cell',
    column,
    row: numberNode(amount(at), PURE_NUMBER, span),
    span,
  });
  return replaceParts(formula, (part) => {
    if (part.kind === 'before') return cell(part.column, row - 1, part);
    if (part.kind === 'name' && part.example === undefined && isColumn(part.name)) return cell(part.name, row, part);
    return undefined;
  });
}
