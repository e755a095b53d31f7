import { Decimal } from 'decimal.js';

/** Significant digits of every intermediate result. Pages print at most a dozen. */
export const PRECISION = 40;

/** The project's only decimal constructor: 40 digits, half-up, plain notation as far as a page could ever need it. */
const ExactDecimal = Decimal.clone({
  precision: PRECISION,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
  maxE: 9_000_000,
  minE: -9_000_000,
});

/** An exact decimal number. Its own methods (`plus`, `times`, `dividedBy` …) are the arithmetic; nothing passes through a binary float. */
export type Amount = Decimal;

/** A number from the text that an author or student wrote (`12.50`), or from a small whole number. */
export function amount(text: string | number | Amount): Amount {
  return new ExactDecimal(text);
}

export const ZERO: Amount = amount(0);
export const ONE: Amount = amount(1);

/** The smallest of one or more amounts. */
export function minimum(amounts: readonly Amount[]): Amount {
  return ExactDecimal.min(...amounts);
}

/** The largest of one or more amounts. */
export function maximum(amounts: readonly Amount[]): Amount {
  return ExactDecimal.max(...amounts);
}
