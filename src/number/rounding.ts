import { type Amount, amount, maximum, minimum } from './amount.js';

/** A closed interval of exact decimals. */
export interface Interval {
  readonly low: Amount;
  readonly high: Amount;
}

const HALF_UP = 4;

/**
 * Rounds half away from zero to `places` decimals; negative places round to tens, hundreds …
 * This is the one rounding rule of page, key and every export.
 */
export function roundHalfUp(value: Amount, places: number): Amount {
  if (places >= 0) return value.toDecimalPlaces(places, HALF_UP);
  const scale = placeValue(places);
  return value.dividedBy(scale).toDecimalPlaces(0, HALF_UP).times(scale);
}

/** One unit of the last of `places` decimals: 0.01 for 2, 100 for -2. */
export function placeValue(places: number): Amount {
  return amount(`1e${-places}`);
}

/** Half a unit of the last of `places` decimals: 0.005 for 2. */
export function halfUnit(places: number): Amount {
  return amount(`5e${-places - 1}`);
}

/** Every number that is within half a unit of the last place of `value`, both ends included. */
export function intervalAround(value: Amount, places: number): Interval {
  const half = halfUnit(places);
  return { low: value.minus(half), high: value.plus(half) };
}

/** The smallest interval that holds all of `intervals` (one or more). */
export function hull(intervals: readonly Interval[]): Interval {
  return { low: minimum(intervals.map((one) => one.low)), high: maximum(intervals.map((one) => one.high)) };
}

export function contains(interval: Interval, value: Amount): boolean {
  return value.greaterThanOrEqualTo(interval.low) && value.lessThanOrEqualTo(interval.high);
}
