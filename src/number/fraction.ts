import { type Amount, amount, PRECISION } from './amount.js';

/** An exact fraction of whole numbers, reduced; the denominator is positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Larger numerators and denominators are given up: in a table that divides row by row they double with every row. */
const MOST_BITS = 8192;
const MOST = 1n << BigInt(MOST_BITS);

/** `over / under`; undefined when the denominator is 0 or the fraction has grown too large to go on with. */
export function fraction(over: bigint, under = 1n): Fraction | undefined {
  if (under === 0n) return undefined;
  const divisor = greatestDivisor(size(over), size(under));
  const sign = under < 0n ? -1n : 1n;
  const reduced = { over: (over * sign) / divisor, under: (under * sign) / divisor };
  return size(reduced.over) < MOST && reduced.under < MOST ? reduced : undefined;
}

/** The fraction that a decimal is, digit for digit. */
export function fractionOf(value: Amount): Fraction | undefined {
  const [whole = '0', decimals = ''] = value.toFixed().split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** The fraction as a decimal, rounded half up where it needs more digits than decimals keep. */
export function amountOf({ over, under }: Fraction): Amount {
  return amount(over.toString()).dividedBy(amount(under.toString()));
}

export const plus = (a: Fraction, b: Fraction) => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Fraction, b: Fraction) => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a: Fraction, b: Fraction) => fraction(a.over * b.over, a.under * b.under);
export const dividedBy = (a: Fraction, b: Fraction) => fraction(a.over * b.under, a.under * b.over);
export const negated = ({ over, under }: Fraction): Fraction => ({ over: -over, under });

/** A power; undefined where it is no fraction, for 0 to a negative power, for roots of what is below 0, and for what grows too large. */
export function power(base: Fraction, { over: times, under: degree }: Fraction): Fraction | undefined {
  const { over, under } = (degree === 1n ? base : rootOf(base, degree)) ?? NO_FRACTION;
  if (under === 0n || size(times) > BigInt(MOST_BITS)) return undefined;
  const bits = BigInt(Math.max(size(over).toString(2).length, under.toString(2).length));
  if (bits * size(times) > BigInt(MOST_BITS)) return undefined;
  return times < 0n ? fraction(under ** -times, over ** -times) : fraction(over ** times, under ** times);
}

const NO_FRACTION: Fraction = { over: 0n, under: 0n };
/** The highest degree of a root. */
export const HIGHEST_DEGREE = 1000;

/** The root of a degree from 1, where it is a fraction: 1.2 for 1.728 and 3. */
export function rootOf({ over, under }: Fraction, degree: bigint): Fraction | undefined {
  if (over < 0n || degree < 1n || degree > BigInt(HIGHEST_DEGREE)) return undefined;
  const [above, below] = [wholeRoot(over, degree), wholeRoot(under, degree)];
  return above === undefined || below === undefined ? undefined : { over: above, under: below };
}

/** The whole number whose power is `value`, found by halving the bits that are open. */
function wholeRoot(value: bigint, degree: bigint): bigint | undefined {
  if (value < 2n) return value;
  let [low, high] = [1n, 1n << (BigInt(value.toString(2).length) / degree + 1n)];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** degree <= value) low = middle;
    else high = middle - 1n;
  }
  return low ** degree === value ? low : undefined;
}

/** Below 0 when `a` is the smaller one, above 0 when it is the larger, 0 when they are equal. */
export function order(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The largest whole number that is not above the fraction. */
export function floorOf({ over, under }: Fraction): bigint {
  return over < 0n && over % under !== 0n ? over / under - 1n : over / under;
}

/** Rounded half away from zero to `places` decimals, as `roundHalfUp` rounds decimals. */
export function roundedHalfUp(value: Fraction, places: number): Amount {
  const scale = 10n ** BigInt(Math.abs(places));
  const [over, under] = places < 0 ? [value.over, value.under * scale] : [value.over * scale, value.under];
  const whole = (2n * size(over) + under) / (2n * under);
  return amount((over < 0n ? -whole : whole).toString()).times(amount(`1e${-places}`));
}

/** A decimal with fewer digits than calculations keep has lost none, save by a chance that no author will meet. */
const SURELY_WHOLE = PRECISION - 4;
/** Decimals that agree in so many digits may be one number, and what is left of a difference so small may be nothing. */
const NEAR_DIGITS = 25;
const NEAR = amount(`1e-${NEAR_DIGITS}`);

/** True when `a` and `b` may be one number although their decimals differ, or two although they agree. */
export function mayTie(a: Amount, b: Amount): boolean {
  if (a.isZero() || b.isZero()) return !a.equals(b) && Math.min(a.e, b.e) < -NEAR_DIGITS;
  // Asked in every row of long tables: most pairs part in their first digits.
  if (a.s !== b.s || (a.e === b.e ? leadingDiffer(a, b) : Math.abs(a.e - b.e) > 1)) return false;
  if (a.sd() < SURELY_WHOLE && b.sd() < SURELY_WHOLE) return false;
  return a.minus(b).abs().lessThanOrEqualTo(a.abs().plus(b.abs()).times(NEAR));
}

function leadingDiffer(a: Amount, b: Amount): boolean {
  return Math.abs((a.d[0] as number) - (b.d[0] as number)) > 1;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x || 1n;
}
