import type { DerivationStep, Value } from '../../evaluate/index.js';
import {
  attempt,
  type BinaryNode,
  type Formula,
  FUNCTIONS,
  isBareZero,
  numberNode,
  referenceKey,
  unitWithDate,
} from '../../formula/index.js';
import {
  type Amount,
  divideUnits,
  formatAmount,
  isPureNumber,
  multiplyUnits,
  PURE_NUMBER,
  type Quantity,
  raiseUnit,
  roundHalfUp,
  sameUnit,
  type Unit,
} from '../../number/index.js';
import { amountOf } from './by-hand.js';
import { shownPlaces } from './figures.js';

/** A figure of one unit that the document counts as another; `working` leads to it where it is not one figure already. */
export interface ShownConversion {
  readonly working?: Formula;
  /** Absent where the figure is left to the student. */
  readonly amount?: Amount;
  readonly from: Unit;
  readonly to: Unit;
}

/** A step whose figures balance, and the conversions that make them so: some are shown before it, the one of its result behind it. */
export interface BalancedStep {
  readonly before: readonly ShownConversion[];
  /** What is worked out, with converted figures in their new unit. */
  readonly formula: Formula;
  readonly values: ReadonlyMap<string, Value>;
  readonly value?: Value;
  readonly after?: ShownConversion;
}

/** Directions in which a unit is counted as another, as the chapter's conversions tell them. */
export type Directions = readonly { readonly from: Unit; readonly to: Unit }[];

/** Splits a step that counts one unit as another into conversions and a sum that balances. `isOpen` tells names that the student works out. */
export function balancedStep(step: DerivationStep, directions: Directions, isOpen: (key: string) => boolean): BalancedStep {
  const before: ShownConversion[] = [];
  const values = new Map(step.values);
  const formula = balanced(step.formula, { step, directions, before, values, isOpen });
  const unit = unitOfPart(formula, values);
  const { value } = step;
  if (typeof value !== 'object' || unit === undefined || sameUnit(unit, value.unit) || isBareZero(formula)) {
    return { before, formula, values, ...(value === undefined ? {} : { value }) };
  }
  return { before, formula, values, value: { ...value, unit }, after: { amount: value.amount, from: unit, to: value.unit } };
}

interface Balancing {
  readonly step: DerivationStep;
  readonly directions: Directions;
  readonly before: ShownConversion[];
  readonly values: Map<string, Value>;
  readonly isOpen: (key: string) => boolean;
}

function balanced(formula: Formula, balancing: Balancing): Formula {
  switch (formula.kind) {
    case 'binary': {
      const inner: BinaryNode = { ...formula, left: balanced(formula.left, balancing), right: balanced(formula.right, balancing) };
      return JOINS.has(formula.operator) ? joined(inner, balancing) : inner;
    }
    case 'call':
      return { ...formula, arguments: formula.arguments.map((part) => balanced(part, balancing)) };
    case 'negate':
    case 'not':
      return { ...formula, operand: balanced(formula.operand, balancing) };
    default:
      return formula;
  }
}

/** Both sides have the same unit. */
const JOINS: ReadonlySet<string> = new Set(['+', '-', '=', '!=', '<', '<=', '>', '>=']);

function joined(node: BinaryNode, balancing: Balancing): Formula {
  const { left, right } = node;
  const [leftUnit, rightUnit] = [unitOfPart(left, balancing.values), unitOfPart(right, balancing.values)];
  if (leftUnit === undefined || rightUnit === undefined || sameUnit(leftUnit, rightUnit) || isBareZero(left) || isBareZero(right))
    return node;
  const isFromLeft = balancing.directions.some(({ from, to }) => sameUnit(from, leftUnit) && sameUnit(to, rightUnit));
  return isFromLeft
    ? { ...node, left: converted(left, leftUnit, rightUnit, balancing) }
    : { ...node, right: converted(right, rightUnit, leftUnit, balancing) };
}

function converted(part: Formula, from: Unit, to: Unit, { before, values, isOpen }: Balancing): Formula {
  const amount = amountOf(part, values);
  if (part.kind === 'name' || part.kind === 'cell' || part.kind === 'before') {
    const key = referenceKey(part);
    before.push({ from, to, ...(amount === undefined || isOpen(key) ? {} : { amount }) });
    if (amount !== undefined) values.set(key, { amount, unit: to });
    return part;
  }
  if (amount === undefined) return part;
  before.push({ working: part, amount, from, to });
  const shown = roundHalfUp(amount, shownPlaces(amount));
  return numberNode(shown, to, part.span, formatAmount(shown));
}

/** The unit of a part of a step, from the units of its values; undefined for a condition, and where a value is missing. */
export function unitOfPart(formula: Formula, values: ReadonlyMap<string, Value>): Unit | undefined {
  const unitOf = (part: Formula | undefined) => (part === undefined ? undefined : unitOfPart(part, values));
  switch (formula.kind) {
    case 'number':
      return formula.unit;
    case 'name':
    case 'cell':
    case 'before':
      return (values.get(referenceKey(formula)) as Quantity | undefined)?.unit;
    case 'negate':
      return unitOf(formula.operand);
    case 'call': {
      const figures = formula.function === 'if' ? formula.arguments.slice(1) : formula.arguments.slice(0, 1);
      if (formula.ofColumn) return undefined;
      const unit = unitOf(figures.find((part) => !isBareZero(part)));
      const written = formula.arguments.map((part) => (part.kind === 'number' ? part.amount : undefined));
      return unit && attempt(() => FUNCTIONS[formula.function].unit(unit, formula.span, written));
    }
    case 'binary':
      return unitOfBinary(formula, unitOf(formula.left), unitOf(formula.right));
    default:
      return undefined;
  }
}

function unitOfBinary({ operator, left, right }: BinaryNode, own: Unit | undefined, other: Unit | undefined): Unit | undefined {
  if (own === undefined || other === undefined) return undefined;
  const withDate = unitWithDate(operator, own, other);
  if (withDate !== undefined) return withDate === 'none' ? undefined : withDate;
  switch (operator) {
    case '+':
    case '-':
      return isBareZero(left) ? other : own;
    case '*':
      return multiplyUnits(own, other);
    case '/':
      return divideUnits(own, other);
    case '^':
      if (isPureNumber(own)) return PURE_NUMBER;
      return right.kind === 'number' && right.amount.isInteger() ? raiseUnit(own, right.amount.toNumber()) : undefined;
    default:
      return undefined;
  }
}
