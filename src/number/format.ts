import { type Amount, amount } from './amount.js';
import { roundHalfUp } from './rounding.js';

/** Digits are grouped in threes by a thin space from five digits on: never by a comma, which some read as a decimal sign. */
const GROUP_SEPARATOR = '\u2009';
const MINUS = '−';
const FIXED_SPACE = '\u00a0';

/** A number as a page prints it, half-up to `places` (absent: all its digits, at most 12 decimals, no trailing zeros). */
export function formatAmount(value: Amount, places?: number): string {
  const rounded = roundHalfUp(value, places ?? 12);
  const text = places === undefined ? rounded.abs().toFixed() : rounded.abs().toFixed(Math.max(0, places));
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, GROUP_SEPARATOR);
  const sign = rounded.isNegative() && !rounded.isZero() ? MINUS : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

const WAN = amount(10_000);
const YI = amount(100_000_000);
/** More decimals than these make 万 and 亿 harder to read than the digits: 97.236 万. */
const MAGNITUDE_PLACES = 2;

/** A large figure as Chinese reads it: `10 万`, `2.5 亿`. Undefined below 10000, and where it takes more than two decimals. */
export function magnitudeText(value: Amount): string | undefined {
  if (value.abs().lessThan(WAN)) return undefined;
  const [scale, name] = value.abs().lessThan(YI) ? [WAN, '万'] : [YI, '亿'];
  const count = value.dividedBy(scale);
  return count.decimalPlaces() > MAGNITUDE_PLACES ? undefined : `${formatAmount(count)}${FIXED_SPACE}${name}`;
}

/** Digits after the decimal point of `value`, at most `limit`. */
export function decimalPlaces(value: Amount, limit = 12): number {
  return Math.min(limit, value.decimalPlaces());
}

/** `€`, `HK$`, also of `€/kg`; not of `€²`. */
const MONEY_SIGN = /^[A-Z]{0,3}\p{Sc}(?![⁰¹²³⁴⁵⁶⁷⁸⁹·])/u;

/** The sign of money with which a unit begins; undefined for any other unit. */
export function moneySign(unit: string): string | undefined {
  return MONEY_SIGN.exec(unit)?.[0];
}

/** `€12.50` and `/kg` for `€/kg`: a sign of money stands before the amount and behind its minus; undefined for any other unit. */
export function withMoneySign(shown: string, unit: string): { readonly figure: string; readonly rest: string } | undefined {
  const sign = moneySign(unit);
  if (sign === undefined) return undefined;
  const figure = shown.startsWith(MINUS) ? `${MINUS}${sign}${shown.slice(1)}` : `${sign}${shown}`;
  return { figure, rest: unit.slice(sign.length) };
}
