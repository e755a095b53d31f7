import type { Formula } from '../../src/formula/index.js';

/** An exact fraction of whole numbers: the second method against which decimals are checked. Always reduced, denominator positive. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export function fraction(over: bigint | number, under: bigint | number = 1): Fraction {
  const top = BigInt(over);
  const bottom = BigInt(under);
  if (bottom === 0n) throw new RangeError('division by zero');
  const sign = bottom < 0n ? -1n : 1n;
  const divisor = gcd(top < 0n ? -top : top, bottom * sign) || 1n;
  return { over: (top * sign) / divisor, under: (bottom * sign) / divisor };
}

/** `12.5` -> 25/2. */
export function fractionOf(text: string): Fraction {
  const [whole = '0', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export const add = (a: Fraction, b: Fraction) => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const subtract = (a: Fraction, b: Fraction) => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
export const multiply = (a: Fraction, b: Fraction) => fraction(a.over * b.over, a.under * b.under);
export const divide = (a: Fraction, b: Fraction) => fraction(a.over * b.under, a.under * b.over);

/** Rounded half away from zero to `places` decimals, as text with exactly that many digits after the point. */
export function decimalText({ over, under }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const size = over < 0n ? -over : over;
  const digits = ((2n * size * scale + under) / (2n * under)).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return over < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Evaluates a formula of numbers, + − × ÷ and negation exactly. Throws RangeError on division by zero. */
export function exactValue(formula: Formula): Fraction {
  switch (formula.kind) {
    case 'number':
      return fractionOf(formula.amount.toFixed());
    case 'negate':
      return subtract(fraction(0), exactValue(formula.operand));
    case 'binary': {
      const left = exactValue(formula.left);
      const right = exactValue(formula.right);
      if (formula.operator === '+') return add(left, right);
      if (formula.operator === '-') return subtract(left, right);
      if (formula.operator === '*') return multiply(left, right);
      if (formula.operator === '/') return divide(left, right);
      throw new Error(`no exact value for ${formula.operator}`);
    }
    default:
      throw new Error(`no exact value for ${formula.kind}`);
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
