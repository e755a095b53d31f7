import { type Amount, amount, type Fraction, powerOf } from '../number/index.js';
import { columnRows } from './column-rows.js';
import { type HoldsDate, onCalendar, wholeDay, yieldsDate } from './date-sums.js';
import { type Deciding, decideOrder } from './decide.js';
import { COMPARISONS } from './exact.js';
import { fail, NUMBER_FOR_CONDITION } from './failure.js';
import { FUNCTIONS, parameterAt } from './functions.js';
import type { BinaryNode, CallNode, CellNode, ColumnCall, ComparisonOperator, Formula, NameNode, RowsNode, SolveNode } from './nodes.js';
import type { Frame, Run } from './run.js';

/** How names find their values. Scalars are looked up once, while compiling; all methods may throw `EvaluationFailure`. */
export interface Resolver {
  scalar(node: NameNode): Amount | boolean;
  /** Position of a column whose value in the row at hand may be used here; undefined when `name` is not such a column. */
  position(name: string): number | undefined;
  /** Checks that `before.column` may be used here and gives its position. */
  before(node: Formula & { kind: 'before' }): number;
  cell(node: CellNode, row: Amount | 'last'): Amount;
  /** What is looked for in all rows. */
  rows(node: RowsNode): Amount;
  /** What the call makes of the cells of its column, from row 1 or `from` to the last row or `to`. */
  column(call: ColumnCall, from: Amount | undefined, to: Amount | undefined): Amount;
  /** The figure between `from` and `to` at which both sides of the equation are equal. */
  solve(node: SolveNode, from: Amount, to: Amount): Amount;
  readonly exactness: Exactness;
  /** Absent = no name is known to hold a date. */
  readonly holdsDate?: HoldsDate;
}

/** A formula whose units are already known to balance, as a closure that yields a number. Division by zero fails at its place. */
export function compileNumber(formula: Formula, resolver: Resolver): Run<Amount> {
  switch (formula.kind) {
    case 'number': {
      const value = formula.amount;
      return () => value;
    }
    case 'name':
      return compileName(formula, resolver);
    case 'before': {
      const position = resolver.before(formula);
      return (frame) => frame.before[position] ?? fail('row-exists', formula.span, `\`${formula.column}\` has no value in the row above.`);
    }
    case 'cell': {
      const { row } = formula;
      if (row === 'last') return () => resolver.cell(formula, 'last');
      const index = compileNumber(row, resolver);
      return (frame) => resolver.cell(formula, index(frame));
    }
    case 'negate': {
      const operand = compileNumber(formula.operand, resolver);
      return (frame) => operand(frame).negated();
    }
    case 'binary':
      return compileArithmetic(formula, resolver);
    case 'call':
      return compileCall(formula, resolver);
    case 'first':
    case 'count': {
      const value = resolver.rows(formula);
      return () => value;
    }
    case 'solve': {
      const [from, to] = [compileNumber(formula.from, resolver), compileNumber(formula.to, resolver)];
      const find = (frame: Frame) => resolver.solve(formula, from(frame), to(frame));
      return yieldsDate(formula, resolver.holdsDate ?? (() => false)) ? (frame) => wholeDay(find(frame), formula) : find;
    }
    case 'not':
      return fail('condition-or-number', formula.span, 'A condition stands where a number is needed.');
  }
}

/** Exact values of formulas. Undefined = not to be had. */
export interface Exactness {
  /** Without working out any row. */
  quickly(formula: Formula, frame: Frame): Fraction | undefined;
  /** Through the rows of a table too. */
  thoroughly(formula: Formula, frame: Frame): Fraction | undefined;
}

function compileDeciding(formula: Formula, resolver: Resolver): Deciding {
  const { exactness } = resolver;
  return {
    run: compileNumber(formula, resolver),
    exact: { quickly: (frame) => exactness.quickly(formula, frame), thoroughly: (frame) => exactness.thoroughly(formula, frame) },
  };
}

/** A comparison or a combination of comparisons as a closure. */
export function compileCondition(formula: Formula, resolver: Resolver): Run<boolean> {
  if (formula.kind === 'not') {
    const operand = compileCondition(formula.operand, resolver);
    return (frame) => !operand(frame);
  }
  if (formula.kind === 'name') {
    const value = resolver.scalar(formula);
    if (typeof value === 'boolean') return () => value;
  }
  if (formula.kind === 'binary') {
    if (formula.operator === 'and' || formula.operator === 'or') {
      const left = compileCondition(formula.left, resolver);
      const right = compileCondition(formula.right, resolver);
      return formula.operator === 'and' ? (frame) => left(frame) && right(frame) : (frame) => left(frame) || right(frame);
    }
    const compare = COMPARISONS[formula.operator as ComparisonOperator];
    if (compare !== undefined) {
      const left = compileDeciding(formula.left, resolver);
      const right = compileDeciding(formula.right, resolver);
      return (frame) => compare(decideOrder(left, right, frame, formula.span));
    }
  }
  return fail(
    'condition-or-number',
    formula.span,
    'A number stands where a condition is needed.',
    'Compare it with something, as in `price > 2 yuan`.',
    NUMBER_FOR_CONDITION,
  );
}

function compileName(node: NameNode, resolver: Resolver): Run<Amount> {
  if (node.example === undefined) {
    const position = resolver.position(node.name);
    if (position !== undefined) {
      return (frame) => frame.current[position] ?? fail('row-exists', node.span, `\`${node.name}\` has no value in row ${frame.row}.`);
    }
    if (node.name === 'row') return (frame) => amount(frame.row);
  }
  const value = resolver.scalar(node);
  if (typeof value === 'boolean') fail('condition-or-number', node.span, `\`${node.name}\` is a condition, not a number.`);
  return () => value;
}

function compileArithmetic(formula: BinaryNode, resolver: Resolver): Run<Amount> {
  const left = compileNumber(formula.left, resolver);
  const right = compileNumber(formula.right, resolver);
  switch (formula.operator) {
    case '+':
      return withinCalendar((one, other) => one.plus(other), [left, right], formula, resolver);
    case '-':
      return withinCalendar((one, other) => one.minus(other), [left, right], formula, resolver);
    case '*':
      return (frame) => inRange(left(frame).times(right(frame)), formula);
    case '/':
      return (frame) => {
        const divisor = right(frame);
        if (divisor.isZero() || isReallyZero(divisor, formula.right, frame, resolver.exactness)) failDivision(formula, frame);
        return inRange(left(frame).dividedBy(divisor), formula);
      };
    case '^':
      return (frame) => inRange(powerOf(left(frame), right(frame)), formula);
    default:
      return fail('condition-or-number', formula.span, 'A condition stands where a number is needed.');
  }
}

/** A sum; where it yields a date, only days of the calendar. */
function withinCalendar(
  join: (left: Amount, right: Amount) => Amount,
  [left, right]: readonly [Run<Amount>, Run<Amount>],
  node: BinaryNode,
  { holdsDate = () => false }: Resolver,
): Run<Amount> {
  if (!yieldsDate(node, holdsDate)) return (frame) => join(left(frame), right(frame));
  const sum = { node, leftIsDate: yieldsDate(node.left, holdsDate) };
  return (frame) => {
    const sides = [left(frame), right(frame)] as const;
    return onCalendar(join(...sides), sides, sum, frame);
  };
}

/** What is left of a difference that decimals cannot make out may be nothing at all. */
function isReallyZero(divisor: Amount, formula: Formula, frame: Frame, exactness: Exactness): boolean {
  return divisor.e < SMALLEST_CERTAIN && exactness.quickly(formula, frame)?.over === 0n;
}

const SMALLEST_CERTAIN = -25;

/** Digits before the decimal point that a result may have. */
const MOST_DIGITS = 60;

function inRange(result: Amount, { span }: Formula): Amount {
  if (result.isFinite() && result.e < MOST_DIGITS) return result;
  const message = result.isNaN()
    ? 'A figure below 0 has no fractional power.'
    : `This result has more than ${MOST_DIGITS} digits before the decimal point.`;
  return fail('result-range', span, message, 'Check the exponents and the units of the figures that go in.');
}

function failDivision(formula: BinaryNode, frame: Frame): never {
  const where = frame.row > 0 ? ` in row ${frame.row}` : '';
  fail(
    'no-division-by-zero',
    formula.right.span,
    `The divisor is 0${where}.`,
    'Guard it with `if(divisor = 0, …, …)`, or change the given that makes it 0.',
  );
}

function compileColumn(node: ColumnCall, resolver: Resolver): Run<Amount> {
  const { from, to } = columnRows(node);
  const [first, last] = [from, to].map((row) => (row === undefined ? () => undefined : compileNumber(row, resolver)));
  return (frame) => resolver.column(node, first?.(frame), last?.(frame));
}

function compileCall(node: CallNode, resolver: Resolver): Run<Amount> {
  if (node.ofColumn) return compileColumn(node, resolver);
  const numbers: Deciding[] = [];
  const conditions: Run<boolean>[] = [];
  for (const [index, argument] of node.arguments.entries()) {
    const parameter = parameterAt(node.function, index);
    if (parameter === 'condition') conditions.push(compileCondition(argument, resolver));
    else numbers.push(compileDeciding(argument, resolver));
  }
  return FUNCTIONS[node.function].compile({ numbers, conditions, span: node.span });
}
