import type { Value } from '../../evaluate/index.js';
import { type Amount, isPureNumber, moneyPlaces, type Quantity, roundHalfUp } from '../../number/index.js';

/** At most so many decimals are asked for when the author says nothing. */
const MOST_PLACES = 4;
const FEW_PLACES = 2;
const FINEST_PLACES = 12;
const TELLING_SHARE = '0.01';
/** Digits that survive a few divisions in 40-digit arithmetic. */
const SAFE_DIGITS = 32;

/**
 * Decimal places to which a figure is asked and shown when the author does not say: money to the cent; anything else exactly where
 * four decimals suffice (six for a share), otherwise two (four). A whole sum of money is shown without decimals, and no figure
 * so coarsely that it shows as 0.
 */
export function defaultPlaces({ amount: exact, unit }: Quantity): number {
  const places = usualPlaces(settled(exact), moneyPlaces(unit), isPureNumber(unit));
  const vanishes = !exact.isZero() && roundHalfUp(exact, places).isZero();
  return vanishes ? Math.min(FINEST_PLACES, 1 - exact.e) : places;
}

/** One number of places for figures that stand together, so that none stands out: the most that any of them needs. */
export function commonPlaces(values: readonly (Value | undefined)[]): number {
  return Math.max(0, ...values.map((value) => (typeof value === 'object' ? defaultPlaces(value) : 0)));
}

/** The places that a document prints, or as many more as show the figure within one per cent: 0.25 is not 0. */
export function tellingPlaces(exact: Amount, printed: number): number {
  let places = printed;
  while (roundHalfUp(exact, places).minus(exact).abs().greaterThan(exact.abs().times(TELLING_SHARE))) places += 1;
  return places;
}

/** `value` without the last digits' noise: 112 ÷ (160 ÷ 112) is 78.4, whatever the fortieth digit says. */
export function settled(value: Amount): Amount {
  const near = value.toSignificantDigits(SAFE_DIGITS);
  return near.decimalPlaces() <= FINEST_PLACES ? near : value;
}

function usualPlaces(exact: Amount, placesOfMoney: number | undefined, isShare: boolean): number {
  const places = exact.decimalPlaces();
  if (placesOfMoney !== undefined) return Math.min(places, placesOfMoney);
  if (isShare) return places > MOST_PLACES + 2 ? MOST_PLACES : places;
  return places > MOST_PLACES ? FEW_PLACES : places;
}
