import { decimalPlaces, isPureNumber, type Quantity } from '../number/index.js';

/** At most so many decimals are asked for when the author says nothing. */
const MOST_PLACES = 4;
const MONEY_PLACES = 2;

/**
 * Decimal places to which a figure is asked and shown when the author does not say: money to the cent; anything else exactly where
 * four decimals suffice, otherwise two. A whole sum of money is shown without decimals.
 */
export function defaultPlaces(exact: Quantity): number {
  const places = decimalPlaces(exact.amount, 40);
  const isMoney = exact.unit.exponents.some(([name, power]) => name === 'yuan' && power > 0);
  if (isMoney) return Math.min(places, MONEY_PLACES);
  if (isPureNumber(exact.unit)) return Math.min(places, places > MOST_PLACES + 2 ? MOST_PLACES : MOST_PLACES + 2);
  return places > MOST_PLACES ? MONEY_PLACES : places;
}
