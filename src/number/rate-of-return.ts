import { type Amount, amount, ONE, PRECISION, ZERO } from './amount.js';
import { CERTAIN_DIGITS, FEW_DIGITS, foundFigure } from './found-figure.js';
import { amountOf, dividedBy, type Fraction, fraction, fractionOf, plus, times } from './fraction.js';

/** Each step along the slope doubles how many digits are right: after a step as small as this all of them are. */
const SMALL_STEP = amount(`1e-${PRECISION / 2 + 5}`);
/** Where halving goes on, the step below which nothing more is to be had. */
const SMALLEST_STEP = amount(`1e-${PRECISION - 1}`);
const MOST_STEPS = 400;
const HALF = amount('0.5');
const TWO = amount(2);

/** How often the payments turn from out to in or back; payments of nothing turn nowhere. */
export function signChanges(payments: readonly Amount[]): number {
  const signs = payments.filter((payment) => !payment.isZero()).map((payment) => payment.isNegative());
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/**
 * The rate for one row at which payments of equal distance, the first of them now, are together worth nothing now. The payments turn
 * once (`signChanges`), so that there is exactly one such rate above -100%.
 */
export function rateOfReturn(payments: readonly Amount[]): Amount {
  // The worth now is a polynomial of x = 1 / (1 + rate); by the rule of signs it has one root above 0.
  let [low, high] = bracket(payments);
  const rises = worth(payments, high).isPositive();
  let x = ONE;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { value, slope } = worthAndSlope(payments, x);
    if (value.isZero()) break;
    if (value.isPositive() === rises) high = x;
    else low = x;
    const bySlope = slope.isZero() ? low : x.minus(value.dividedBy(slope));
    const isThere = bySlope.minus(x).abs().lessThanOrEqualTo(x.times(SMALL_STEP));
    const next = isThere || (bySlope.greaterThan(low) && bySlope.lessThan(high)) ? bySlope : low.plus(high).times(HALF);
    const moved = next.minus(x).abs();
    x = next;
    if (isThere || moved.lessThanOrEqualTo(x.times(SMALLEST_STEP))) break;
  }
  const rate = ONE.dividedBy(x).minus(ONE);
  // Taking away 1 leaves that many decimals certain, and not that many digits.
  return foundFigure(rate, rate.toDecimalPlaces(CERTAIN_DIGITS));
}

/** The same as a fraction, where it is one of a few digits. */
export function exactRateOfReturn(payments: readonly Fraction[]): Fraction | undefined {
  const rounded = payments.map(amountOf);
  if (signChanges(rounded) !== 1) return undefined;
  const decimal = rateOfReturn(rounded);
  const rate = decimal.sd() <= FEW_DIGITS ? fractionOf(decimal) : undefined;
  const growth = rate && plus(rate, { over: 1n, under: 1n });
  const discount = growth && dividedBy({ over: 1n, under: 1n }, growth);
  if (discount === undefined) return undefined;
  const left = payments.reduceRight<Fraction | undefined>((rest, payment) => {
    const later = rest && times(rest, discount);
    return later && plus(later, payment);
  }, fraction(0n));
  return left?.over === 0n ? rate : undefined;
}

/** Two figures between which the worth changes its sign. */
function bracket(payments: readonly Amount[]): [Amount, Amount] {
  const last = payments.findLast((payment) => !payment.isZero()) ?? ZERO;
  let [low, high] = [HALF, TWO];
  while (isSameSign(worth(payments, low), last)) low = low.times(HALF);
  while (!isSameSign(worth(payments, high), last)) high = high.times(TWO);
  return [low, high];
}

function isSameSign(one: Amount, other: Amount): boolean {
  return !one.isZero() && one.isNegative() === other.isNegative();
}

function worth(payments: readonly Amount[], x: Amount): Amount {
  return payments.reduceRight((rest, payment) => rest.times(x).plus(payment), ZERO);
}

function worthAndSlope(payments: readonly Amount[], x: Amount): { readonly value: Amount; readonly slope: Amount } {
  let [value, slope] = [ZERO, ZERO];
  for (let index = payments.length - 1; index >= 0; index -= 1) {
    slope = slope.times(x).plus(value);
    value = value.times(x).plus(payments[index] as Amount);
  }
  return { value, slope };
}
