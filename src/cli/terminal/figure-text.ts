import type { Value } from '../../evaluate/index.js';
import { type Amount, dateOfNumber, dateText, isDate, isPureNumber, type Quantity, roundHalfUp } from '../../number/index.js';

/** Decimals that a terminal shows; `explain --json` gives all. */
const SHOWN_PLACES = 10;

/** A number in plain digits, rounded half-up to ten decimals. */
export function amountText(value: Amount): string {
  return roundHalfUp(value, SHOWN_PLACES).toFixed();
}

/** `1.6806722689 yuan/point`, `2026-10-30`; a dash for what has no figure. */
export function quantityText(value: Quantity | undefined): string {
  if (value === undefined) return '-';
  const date = isDate(value.unit) ? dateOfNumber(value.amount.toNumber()) : undefined;
  if (date !== undefined) return dateText(date);
  return isPureNumber(value.unit) ? amountText(value.amount) : `${amountText(value.amount)} ${value.unit.key}`;
}

export function valueText(value: Value | undefined): string {
  return typeof value === 'boolean' ? String(value) : quantityText(value);
}

/** False when `valueText` leaves digits out. */
export function isShownWhole(value: Value | undefined): boolean {
  return typeof value !== 'object' || value.amount.decimalPlaces() <= SHOWN_PLACES;
}
