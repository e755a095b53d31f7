import { type Amount, amount, minimum, ONE, PRECISION, ZERO } from './amount.js';
import { CERTAIN_DIGITS, foundFigure } from './found-figure.js';

/** The distance between both ends, as a part of the figure, below which nothing more is to be had. */
const NEAR = amount(`1e-${PRECISION - 2}`);
/** The same for a figure next to 0. */
const SMALLEST = amount(`1e-${2 * PRECISION}`);
const MOST_STEPS = 600;
const HALF = amount('0.5');

interface Point {
  readonly x: Amount;
  readonly y: Amount;
}

/**
 * The figure between `low` and `high` at which `valueAt` turns from one sign to the other; undefined where both ends have the same sign.
 * Halving, with a step along a curve through the last three points wherever that is certain to be nearer (Chandrupatla's method).
 */
export function bracketedRoot(valueAt: (x: Amount) => Amount, low: Amount, high: Amount): Amount | undefined {
  const at = (x: Amount): Point => ({ x, y: valueAt(x) });
  let [a, b] = [at(low), at(high)];
  if (a.y.isZero()) return a.x;
  if (b.y.isZero()) return b.x;
  if (isSameSign(a, b)) return undefined;
  let share = HALF;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = at(a.x.plus(b.x.minus(a.x).times(share)));
    let c: Point = a;
    if (!isSameSign(next, a)) {
      c = b;
      b = a;
    }
    a = next;
    const nearest = a.y.abs().lessThan(b.y.abs()) ? a.x : b.x;
    const least = nearest.abs().times(NEAR).plus(SMALLEST).dividedBy(b.x.minus(a.x).abs());
    if (a.y.isZero() || least.greaterThan(HALF)) return a.y.isZero() ? settled(a.x) : settled(nearest);
    share = within(least, alongCurve(a, b, c) ?? HALF);
  }
  return settled(a.x);
}

/** How far from `a` to `b` a curve through three points meets 0; undefined where halving is safer. */
function alongCurve(a: Point, b: Point, c: Point): Amount | undefined {
  if (a.y.equals(b.y) || b.y.equals(c.y) || a.y.equals(c.y)) return undefined;
  const xs = a.x.minus(b.x).dividedBy(c.x.minus(b.x));
  const ys = a.y.minus(b.y).dividedBy(c.y.minus(b.y));
  const isCertain = ys.times(ys).lessThan(xs) && ONE.minus(ys).pow(2).lessThan(ONE.minus(xs));
  if (!isCertain) return undefined;
  const part = (over: Point, from: Point) => over.y.dividedBy(from.y.minus(over.y));
  const bend = c.x.minus(a.x).dividedBy(b.x.minus(a.x)).times(part(a, c)).times(part(b, c));
  return part(a, b).times(part(c, b)).plus(bend);
}

/** At least `least` away from both ends. */
function within(least: Amount, share: Amount): Amount {
  return share.lessThan(least) ? least : minimum([share, ONE.minus(least)]);
}

function isSameSign(one: Point, other: Point): boolean {
  return one.y.isNegative() === other.y.isNegative();
}

function settled(value: Amount): Amount {
  return value.isZero() ? ZERO : foundFigure(value, value.toSignificantDigits(CERTAIN_DIGITS));
}
