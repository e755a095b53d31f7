import {
  baseUnit,
  divideUnits,
  isDate,
  isPureNumber,
  multiplyUnits,
  PURE_NUMBER,
  raiseUnit,
  sameUnit,
  type Unit,
} from '../number/index.js';
import type { Span } from '../source/index.js';
import { COLUMN_FUNCTIONS } from './column-functions.js';
import { columnRows } from './column-rows.js';
import { unitWithDate } from './dates.js';
import { fail, NUMBER_FOR_CONDITION, unitsApart } from './failure.js';
import { FUNCTIONS, parameterAt } from './functions.js';
import { rowHint, unitsApartHint } from './hints.js';
import type { BeforeNode, BinaryNode, CellNode, ColumnCall, FigureCall, Formula, NameNode, RowsNode, SolveNode } from './nodes.js';
import { printFormula } from './print.js';

/** What a formula yields. */
export type ValueType = Unit | 'condition';

/** `1 yuan taken as 1 value`: a formula balances only if one unit is counted as another. */
export interface Conversion {
  readonly from: Unit;
  readonly to: Unit;
}

/** Where the names of a formula find what they yield. All methods but `convert` may throw `EvaluationFailure`. */
export interface UnitScope {
  name(node: NameNode): ValueType;
  before(node: BeforeNode): ValueType;
  /** What the column of a cell holds. */
  cell(node: CellNode): ValueType;
  /** What the column holds whose cells a function takes. */
  column(column: NameNode, call: ColumnCall): ValueType;
  /** For `first(…)` and `count(…)`: the unit in which rows are counted, and the names of one row. */
  rows(node: RowsNode): { readonly each: Unit; readonly row: UnitScope };
  /** The unit of the figure that is looked for: a given, not a step. */
  unknown(node: SolveNode): Unit;
  /** Is told where a formula balances by a conversion only. */
  convert(conversion: Conversion, span: Span): void;
}

/**
 * The unit of a formula, from units as exponents; nothing is computed. Throws `EvaluationFailure` where the units cannot balance,
 * where a condition and a number stand in each other's place, or where a name is unknown.
 */
export function typeOf(formula: Formula, scope: UnitScope): ValueType {
  switch (formula.kind) {
    case 'number':
      return formula.unit;
    case 'name':
      return scope.name(formula);
    case 'before':
      return scope.before(formula);
    case 'cell':
      if (formula.row !== 'last') typeOf(formula.row, scope);
      return scope.cell(formula);
    case 'negate':
      return unitOf(formula.operand, scope);
    case 'not':
      return checkCondition(formula.operand, scope);
    case 'first':
    case 'count': {
      const { each, row } = scope.rows(formula);
      checkCondition(formula.condition, row);
      return each;
    }
    case 'solve':
      return unitOfUnknown(formula, scope);
    case 'binary':
      return typeOfBinary(formula, scope);
    case 'call':
      return formula.ofColumn ? unitOfColumn(formula, scope) : unitOfCall(formula, scope);
  }
}

/** The unit that `found` has to balance with `wanted` at `node`: `wanted`, with a conversion where that takes one. */
export function balance(wanted: Unit, found: Unit, node: Formula, scope: Pick<UnitScope, 'convert'>): Unit {
  if (sameUnit(wanted, found)) return wanted;
  const conversion = silentConversion(found, wanted);
  if (conversion === undefined) failBalance(wanted, found, node);
  scope.convert(conversion, node.span);
  return wanted;
}

/** A bare 0 fits any unit: nothing is nothing, whatever is counted. */
export function isBareZero(formula: Formula): boolean {
  return formula.kind === 'number' && formula.amount.isZero() && isPureNumber(formula.unit);
}

/** `from` taken as `to`, when the two differ by exactly one base unit standing in for another; undefined otherwise. */
export function silentConversion(from: Unit, to: Unit): Conversion | undefined {
  if (isPureNumber(from) || isPureNumber(to) || isDate(from) || isDate(to)) return undefined;
  const ratio = divideUnits(from, to).exponents;
  const [first, second] = ratio;
  if (ratio.length !== 2 || first === undefined || second === undefined || first[1] !== -second[1]) return undefined;
  const [taken, counted] = first[1] > 0 ? [first, second] : [second, first];
  return from.exponents.some(([name, power]) => name === taken[0] && power > 0)
    ? { from: baseUnit(taken[0]), to: baseUnit(counted[0]) }
    : { from: baseUnit(counted[0]), to: baseUnit(taken[0]) };
}

/** A unit as a message names it. */
export function unitName(unit: Unit): string {
  return isPureNumber(unit) ? 'a pure number' : isDate(unit) ? 'a date' : unit.key;
}

function typeOfBinary(node: BinaryNode, scope: UnitScope): ValueType {
  const { operator, left, right } = node;
  switch (operator) {
    case 'and':
    case 'or':
      checkCondition(left, scope);
      return checkCondition(right, scope);
    case '*':
    case '/':
    case '^':
    case '+':
    case '-':
      return unitOfArithmetic(node, scope);
    default:
      commonUnit([left, right], node, scope);
      return 'condition';
  }
}

function unitOfArithmetic(node: BinaryNode, scope: UnitScope): Unit {
  const { operator, left, right } = node;
  const [one, other] = [unitOf(left, scope), unitOf(right, scope)];
  const withDate = unitWithDate(operator, one, other);
  if (withDate === 'none') failDate(one, other, node);
  if (withDate !== undefined) return withDate;
  switch (operator) {
    case '*':
      return multiplyUnits(one, other);
    case '/':
      return divideUnits(one, other);
    case '^':
      return unitOfPower(node, one, other);
    default:
      // Asked again, the units of a sum would be worked out twice at each of its levels.
      if (isBareZero(left)) return other;
      return isBareZero(right) ? one : balance(one, other, node, scope);
  }
}

function failDate(left: Unit, right: Unit, node: Formula): never {
  const message = `With a date one can only count days: ${unitName(left)} against ${unitName(right)} in \`${printFormula(node)}\`.`;
  return fail('units-balance', node.span, message, 'Write `begins + 30 day`, or `days(begins, ends)` for the days between two dates.');
}

function unitOfUnknown(node: SolveNode, scope: UnitScope): Unit {
  const unit = scope.unknown(node);
  typeOf(node.equation, scope);
  for (const end of [node.from, node.to]) if (!isBareZero(end)) balance(unit, unitOf(end, scope), end, scope);
  return unit;
}

function unitOfColumn(node: ColumnCall, scope: UnitScope): Unit {
  const { column, from, to } = columnRows(node);
  for (const row of [from, to]) if (row !== undefined) unitOf(row, scope);
  return COLUMN_FUNCTIONS[node.function].unit(asUnit(scope.column(column, node), column));
}

function unitOfCall(node: FigureCall, scope: UnitScope): Unit {
  checkBorder(node, scope);
  const figures: Formula[] = [];
  for (const [index, argument] of node.arguments.entries()) {
    const parameter = parameterAt(node.function, index);
    if (parameter === 'figure') figures.push(argument);
    else if (parameter === 'condition') checkCondition(argument, scope);
    else checkPure(argument, scope, `Argument ${index + 1} of \`${node.function}\``);
  }
  const written = node.arguments.map((argument) => (argument.kind === 'number' ? argument.amount : undefined));
  return FUNCTIONS[node.function].unit(commonUnit(figures, node, scope), node.span, written);
}

/** The figure that a table of rates is for has the unit in which its tiers begin; else the place of the mistake is in the table. */
function checkBorder({ tiers, arguments: [condition] }: FigureCall, scope: UnitScope): void {
  if (tiers === undefined || condition?.kind !== 'binary' || isBareZero(condition.right)) return;
  const { left, right } = condition;
  const [figure, border] = [unitOf(left, scope), unitOf(right, scope)];
  if (sameUnit(figure, border) || silentConversion(border, figure) !== undefined) return;
  const message = `A tier of \`${tiers.table}\` begins at ${printFormula(right)}, but \`${printFormula(left)}\`, for which it holds, is in ${unitName(figure)}.`;
  fail('units-balance', right.span, message, `Give in ${unitName(figure)} where each tier begins.`, unitsApart(figure, border));
}

/** The one unit of figures that are added, compared or chosen from. A bare 0 fits any; only zeros are a pure number. */
function commonUnit(figures: readonly Formula[], node: Formula, scope: UnitScope): Unit {
  const units = figures.filter((figure) => !isBareZero(figure)).map((figure) => unitOf(figure, scope));
  return units.length === 0 ? PURE_NUMBER : units.reduce((wanted, found) => balance(wanted, found, node, scope));
}

function unitOfPower(node: BinaryNode, base: Unit, exponent: Unit): Unit {
  if (!isPureNumber(exponent)) fail('pure-number', node.right.span, `An exponent is a pure number, but this one is in ${exponent.key}.`);
  if (isPureNumber(base)) return PURE_NUMBER;
  const power = node.right.kind === 'number' && node.right.amount.isInteger() ? node.right.amount.toNumber() : undefined;
  if (power === undefined) fail('pure-number', node.span, `Only a whole number may stand as the power of a figure in ${base.key}.`);
  return raiseUnit(base, power);
}

function unitOf(formula: Formula, scope: UnitScope): Unit {
  return asUnit(typeOf(formula, scope), formula);
}

function asUnit(type: ValueType, { span }: Formula): Unit {
  return type === 'condition' ? fail('condition-or-number', span, 'A condition stands where a number is needed.') : type;
}

function checkPure(formula: Formula, scope: UnitScope, what: string): void {
  const unit = unitOf(formula, scope);
  if (!isPureNumber(unit)) fail('pure-number', formula.span, `${what} is a pure number, but this one is in ${unit.key}.`);
}

function checkCondition(formula: Formula, scope: UnitScope): 'condition' {
  const type = typeOf(formula, scope);
  if (type === 'condition') return type;
  return fail(
    'condition-or-number',
    formula.span,
    'A number stands where a condition is needed.',
    'Compare it with something, as in `price > 2 yuan`.',
    NUMBER_FOR_CONDITION,
  );
}

function failBalance(left: Unit, right: Unit, node: Formula): never {
  return fail(
    'units-balance',
    node.span,
    `The units do not balance: ${unitName(left)} against ${unitName(right)} in \`${printFormula(node)}\`.`,
    rowHint(left, right, node) ?? unitsApartHint(left, right),
    unitsApart(left, right),
  );
}
