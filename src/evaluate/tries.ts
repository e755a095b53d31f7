import { type Formula, numberNode, type SolveNode } from '../formula/index.js';
import { type Amount, amount, maximum, mayTie, minimum, type Quantity } from '../number/index.js';
import type { EvaluatedExample } from './model/results.js';

/** A figure that is tried, and what both sides of the equation come to. */
export interface Try {
  readonly figure: Quantity;
  readonly left: Quantity;
  readonly right: Quantity;
  /** Below 0 where the left side is the smaller one, 0 where both are equal. */
  readonly order: number;
}

/** Digits of the figure that tries settle; the last try lies half-way and tells how they are rounded. */
const DIGITS = 3;
const MOST_TRIES = 14;

/**
 * How a learner finds what `solve` finds: both ends, then figures of one digit more at a time, each where a straight line between the
 * nearest two tries leads, until two neighbours enclose it. Empty where the equation has no solution.
 */
export function triesOf(node: SolveNode, example: EvaluatedExample): readonly Try[] {
  const [found, from, to] = [node, node.from, node.to].map((part) => amountIn(example, part));
  const unit = example.unitOf(node);
  if (found === undefined || from === undefined || to === undefined || unit === undefined) return [];
  const tries: Try[] = [];
  const attempt = (figure: Amount): Try | undefined => {
    const changed = example.withChanges(new Map([[node.unknown.name, numberNode(figure, unit, node.unknown.span)]]));
    const [left, right] = [changed.valueOf(node.equation.left), changed.valueOf(node.equation.right)];
    if (typeof left !== 'object' || typeof right !== 'object' || tries.length >= MOST_TRIES) return undefined;
    const order = mayTie(left.amount, right.amount) ? 0 : left.amount.comparedTo(right.amount);
    const made: Try = { figure: { amount: figure, unit }, left, right, order };
    tries.push(made);
    return made;
  };
  let low = attempt(minimum([from, to]));
  let high = attempt(maximum([from, to]));
  const enclose = (figure: Amount): boolean => {
    const next = attempt(figure);
    if (next === undefined || next.order === 0) return false;
    if (next.order === low?.order) low = next;
    else high = next;
    return true;
  };
  const first = high === undefined || low === undefined ? 0 : distance(low, high).e;
  const last = (found.isZero() ? first : found.e) - DIGITS + 1;
  for (let exponent = Math.max(first, last); exponent >= last; exponent -= 1) {
    const step = amount(`1e${exponent}`);
    for (let next = between(low, high, step); next !== undefined; next = between(low, high, step)) if (!enclose(next)) return tries;
  }
  const middle = low && high && low.figure.amount.plus(high.figure.amount).dividedBy(2);
  if (middle !== undefined) attempt(middle);
  return tries;
}

/** The multiple of `step` between two tries to which a straight line leads; undefined where there is none, or a try is the answer. */
function between(low: Try | undefined, high: Try | undefined, step: Amount): Amount | undefined {
  if (low === undefined || high === undefined || low.order === 0 || high.order === 0) return undefined;
  const least = low.figure.amount.dividedBy(step).floor().plus(1);
  const most = high.figure.amount.dividedBy(step).ceil().minus(1);
  if (least.greaterThan(most)) return undefined;
  const share = gap(low).dividedBy(gap(low).plus(gap(high)));
  const aim = low.figure.amount.plus(distance(low, high).times(share)).dividedBy(step).round();
  return minimum([maximum([aim, least]), most]).times(step);
}

/** How far apart both sides are. */
function gap({ left, right }: Try): Amount {
  return left.amount.minus(right.amount).abs();
}

function distance(low: Try, high: Try): Amount {
  return high.figure.amount.minus(low.figure.amount);
}

function amountIn(example: EvaluatedExample, formula: Formula): Amount | undefined {
  const value = example.valueOf(formula);
  return typeof value === 'object' ? value.amount : undefined;
}
