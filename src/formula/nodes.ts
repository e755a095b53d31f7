import type { Amount, Unit } from '../number/index.js';
import type { Span } from '../source/index.js';
import type { ColumnFunctionName } from './column-functions.js';
import type { FunctionName } from './functions.js';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^';
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type LogicalOperator = 'and' | 'or';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicalOperator;

/**
 * A parsed formula. The same tree is checked for units, compiled, printed, drawn and spoken.
 * `end - start` of a span covers the whole sub-formula, parentheses excluded.
 */
export type Formula = NumberNode | NameNode | BeforeNode | CellNode | NegateNode | NotNode | BinaryNode | CallNode | RowsNode | SolveNode;

/** `1000 yuan`, `10%`, `10万 value`. `text` is the number as the author wrote it (`1,000`, `10%`, `10万`), unit excluded. */
export interface NumberNode {
  readonly kind: 'number';
  readonly text: string;
  /** The value in the unit: 10% is 0.1, 10万 is 100000. */
  readonly amount: Amount;
  readonly unit: Unit;
  readonly span: Span;
}

/** A given, a step, a column (this row's value) or `row` (this row's number). `ladder.gift` names another example's quantity. */
export interface NameNode {
  readonly kind: 'name';
  readonly example?: string;
  readonly name: string;
  readonly span: Span;
}

/** `before.price`: the column's value in the row above. */
export interface BeforeNode {
  readonly kind: 'before';
  readonly column: string;
  readonly span: Span;
}

/** `price[2]`, `price[last]`, `minted[head]`, `ladder.price[2]`. Row 0 is the start row. */
export interface CellNode {
  readonly kind: 'cell';
  readonly example?: string;
  readonly column: string;
  readonly row: Formula | 'last';
  readonly span: Span;
}

export interface NegateNode {
  readonly kind: 'negate';
  readonly operand: Formula;
  readonly span: Span;
}

export interface NotNode {
  readonly kind: 'not';
  readonly operand: Formula;
  readonly span: Span;
}

export interface BinaryNode {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Formula;
  readonly right: Formula;
  readonly span: Span;
}

/**
 * `round(x, places)`: a function of the table with as many arguments as it takes. One of a column, such as `sum(interest[1..12])`, has
 * the column's name first, then the first row and the last one; without them it takes the rows that it takes as a rule.
 */
export type CallNode = FigureCall | ColumnCall;

export interface FigureCall {
  readonly kind: 'call';
  readonly function: FunctionName;
  readonly ofColumn?: undefined;
  readonly arguments: readonly Formula[];
  /** For an `if` that a call with a named table of tiers was written out to: that call. Its figure is the left side of the condition. */
  readonly tiers?: { readonly function: 'marginal' | 'whole'; readonly table: string };
  readonly span: Span;
}

export interface ColumnCall {
  readonly kind: 'call';
  readonly function: ColumnFunctionName;
  readonly ofColumn: true;
  readonly arguments: readonly Formula[];
  readonly span: Span;
}

/**
 * `first(row where condition)`: the number of the first row (from 1) in which the condition holds, in the unit of `each`;
 * `count(row where condition)`: in how many rows from 1 to the last it holds.
 */
export interface RowsNode {
  readonly kind: 'first' | 'count';
  readonly condition: Formula;
  readonly span: Span;
}

/**
 * `solve(rate where worth = 0 yuan between 0% and 5%)`: the figure between both ends that the given `rate` would have to be for both
 * sides of the equation to be equal. `unknown` is no part of the formula: its own value is not used.
 */
export interface SolveNode {
  readonly kind: 'solve';
  readonly unknown: NameNode;
  readonly equation: BinaryNode;
  readonly from: Formula;
  readonly to: Formula;
  readonly span: Span;
}
