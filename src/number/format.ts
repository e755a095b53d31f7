import type { Amount } from './amount.js';
import { roundHalfUp } from './rounding.js';

/** Digits are grouped in threes by a thin space from five digits on: never by a comma, which some read as a decimal sign. */
const GROUP_SEPARATOR = '\u2009';
const MINUS = '−';

/** A number as a page prints it, half-up to `places` (absent: all its digits, at most 12 decimals, no trailing zeros). */
export function formatAmount(value: Amount, places?: number): string {
  const rounded = roundHalfUp(value, places ?? 12);
  const text = places === undefined ? rounded.abs().toFixed() : rounded.abs().toFixed(Math.max(0, places));
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, GROUP_SEPARATOR);
  const sign = rounded.isNegative() && !rounded.isZero() ? MINUS : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** Digits after the decimal point of `value`, at most `limit`. */
export function decimalPlaces(value: Amount, limit = 12): number {
  return Math.min(limit, value.decimalPlaces());
}
