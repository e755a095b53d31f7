import { knownUnit } from './known-units.js';

/** A unit as powers of base units: `yuan/point` is [['point', -1], ['yuan', 1]], sorted by name. Compare by `key`. */
export interface Unit {
  readonly exponents: readonly (readonly [name: string, power: number])[];
  /** Canonical text: `yuan/point`, `yuan^2`, `1/day`; empty for a pure number. */
  readonly key: string;
}

export const PURE_NUMBER: Unit = { exponents: [], key: '' };

/** The unit that is `name` to the power 1. */
export function baseUnit(name: string): Unit {
  return fromPowers(new Map([[name, 1]]));
}

/** A day of the calendar, counted from a fixed one; no chapter can name this unit. */
export const DATE: Unit = baseUnit('calendar-date');

export function isDate(unit: Unit): boolean {
  return unit.key === DATE.key;
}

export function multiplyUnits(left: Unit, right: Unit): Unit {
  return combine(left, right, 1);
}

export function divideUnits(left: Unit, right: Unit): Unit {
  return combine(left, right, -1);
}

/** `unit` to a whole power. */
export function raiseUnit(unit: Unit, power: number): Unit {
  return fromPowers(new Map(unit.exponents.map(([name, exponent]) => [name, exponent * power])));
}

export function sameUnit(left: Unit, right: Unit): boolean {
  return left.key === right.key;
}

export function isPureNumber(unit: Unit): boolean {
  return unit.key === '';
}

/** Whether it counts things of which there cannot be fewer than none: `point`, `order`, `person`; not a pure number, a ratio or money. */
export function countsThings({ exponents: [first, ...others] }: Unit): boolean {
  return first !== undefined && others.length === 0 && first[1] === 1 && knownUnit(first[0])?.mayBeNegative !== true;
}

/** Decimals to which money, or money by or for something, is shown (`yuan`, `yuan/point`: 2); undefined when it is no money. */
export function moneyPlaces({ exponents }: Unit): number | undefined {
  return exponents.map(([name, power]) => (power > 0 ? knownUnit(name)?.moneyPlaces : undefined)).find((places) => places !== undefined);
}

/** The figure that is the whole of a share in `unit`: 1 for a pure number, 100 for `percent`; undefined where a share is in no such unit. */
export function wholeOf(unit: Unit): number | undefined {
  return isPureNumber(unit) ? 1 : knownUnit(unit.key)?.whole;
}

function combine(left: Unit, right: Unit, sign: 1 | -1): Unit {
  const powers = new Map(left.exponents);
  for (const [name, power] of right.exponents) powers.set(name, (powers.get(name) ?? 0) + sign * power);
  return fromPowers(powers);
}

function fromPowers(powers: ReadonlyMap<string, number>): Unit {
  const exponents = [...powers].filter(([, power]) => power !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return exponents.length === 0 ? PURE_NUMBER : { exponents, key: unitKey(exponents) };
}

function unitKey(exponents: readonly (readonly [string, number])[]): string {
  const factor = ([name, power]: readonly [string, number]) => (Math.abs(power) === 1 ? name : `${name}^${Math.abs(power)}`);
  const over = exponents
    .filter(([, power]) => power > 0)
    .map(factor)
    .join('*');
  const under = exponents
    .filter(([, power]) => power < 0)
    .map(factor)
    .join('/');
  return under === '' ? over : `${over || '1'}/${under}`;
}
