import { dividedBy, type Fraction, fractionOf, minus, negated, order, plus, power, times } from '../number/index.js';
import { COLUMN_FUNCTIONS } from './column-functions.js';
import { type ColumnRows, columnRows } from './column-rows.js';
import { FUNCTIONS, parameterAt } from './functions.js';
import type {
  BeforeNode,
  BinaryNode,
  CallNode,
  CellNode,
  ColumnCall,
  ComparisonOperator,
  Formula,
  NameNode,
  RowsNode,
  SolveNode,
} from './nodes.js';

/** Where a formula finds the exact values of what it names. Undefined = there is none: unknown, too large, or no fraction at all. */
export interface ExactNames {
  name(node: NameNode): Fraction | boolean | undefined;
  before(node: BeforeNode): Fraction | undefined;
  cell(node: CellNode, row: Fraction | 'last'): Fraction | undefined;
  rows(node: RowsNode): Fraction | undefined;
  solve(node: SolveNode): Fraction | undefined;
  /** The cells of a column, from its first row or `from` to the last row or `to`. */
  column(rows: ColumnRows, from: Fraction | undefined, to: Fraction | undefined): readonly Fraction[] | undefined;
}

/** The value of a formula as a fraction, without any rounding; undefined where it has none (a fractional power) or none is to be had. */
export function exactNumber(formula: Formula, names: ExactNames): Fraction | undefined {
  switch (formula.kind) {
    case 'number':
      return fractionOf(formula.amount);
    case 'name': {
      const value = names.name(formula);
      return typeof value === 'boolean' ? undefined : value;
    }
    case 'before':
      return names.before(formula);
    case 'cell': {
      const row = formula.row === 'last' ? 'last' : exactNumber(formula.row, names);
      return row === undefined ? undefined : names.cell(formula, row);
    }
    case 'negate': {
      const operand = exactNumber(formula.operand, names);
      return operand && negated(operand);
    }
    case 'binary':
      return exactArithmetic(formula, names);
    case 'call':
      return exactCall(formula, names);
    case 'first':
    case 'count':
      return names.rows(formula);
    case 'solve':
      return names.solve(formula);
    case 'not':
      return undefined;
  }
}

/** Whether a condition holds, decided on fractions; undefined where that cannot be said. */
export function exactCondition(formula: Formula, names: ExactNames): boolean | undefined {
  if (formula.kind === 'name') {
    const value = names.name(formula);
    return typeof value === 'boolean' ? value : undefined;
  }
  if (formula.kind === 'not') {
    const operand = exactCondition(formula.operand, names);
    return operand === undefined ? undefined : !operand;
  }
  if (formula.kind !== 'binary') return undefined;
  const { operator } = formula;
  if (operator === 'and' || operator === 'or') {
    const left = exactCondition(formula.left, names);
    if (left === undefined || left === (operator === 'or')) return left;
    return exactCondition(formula.right, names);
  }
  const holds = COMPARISONS[operator as ComparisonOperator];
  const [left, right] = [exactNumber(formula.left, names), exactNumber(formula.right, names)];
  return holds === undefined || left === undefined || right === undefined ? undefined : holds(order(left, right));
}

/** What a comparison asks of the order of its two sides: below 0, 0, or above 0. */
export const COMPARISONS: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  '=': (sign) => sign === 0,
  '!=': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

const ARITHMETIC: Partial<Record<BinaryNode['operator'], (left: Fraction, right: Fraction) => Fraction | undefined>> = {
  '+': plus,
  '-': minus,
  '*': times,
  '/': dividedBy,
  '^': power,
};

function exactArithmetic({ operator, left, right }: BinaryNode, names: ExactNames): Fraction | undefined {
  const [a, b] = [exactNumber(left, names), exactNumber(right, names)];
  return a === undefined || b === undefined ? undefined : ARITHMETIC[operator]?.(a, b);
}

function exactColumn(node: ColumnCall, names: ExactNames): Fraction | undefined {
  const rows = columnRows(node);
  const { from, to } = rows;
  const [first, last] = [from, to].map((bound) => bound && exactNumber(bound, names));
  if ((from !== undefined && first === undefined) || (to !== undefined && last === undefined)) return undefined;
  const cells = names.column(rows, first, last);
  return cells === undefined || cells.length === 0 ? undefined : COLUMN_FUNCTIONS[node.function].exact(cells);
}

function exactCall(node: CallNode, names: ExactNames): Fraction | undefined {
  if (node.ofColumn) return exactColumn(node, names);
  const of = (parameter: string) => node.arguments.filter((_, index) => parameterAt(node.function, index) === parameter);
  return FUNCTIONS[node.function].exact({
    numbers: [...of('figure'), ...of('pure-number')].map((argument) => () => exactNumber(argument, names)),
    conditions: of('condition').map((argument) => () => exactCondition(argument, names)),
  });
}
