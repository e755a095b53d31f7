import { type Amount, amount, ONE } from '../number/index.js';

/** An exact fraction; `under` is not zero. */
export interface Ratio {
  readonly over: Amount;
  readonly under: Amount;
}

/** How large one of a unit is, in the unit in which its kind is measured. */
interface Measure {
  readonly kind: string;
  readonly size: Ratio;
}

/** Units of one kind, with the size of each: what is known without a workbook, so that 角 counts where 元 is asked for. */
const MEASURES: ReadonlyMap<string, Measure> = new Map([
  measure('jiao', 'yuan', 1, 10),
  measure('fen', 'yuan', 1, 100),
  measure('times', '', 1, 1),
  measure('tenth', '', 1, 10),
  measure('percent', '', 1, 100),
  measure('permille', '', 1, 1000),
  measure('permyriad', '', 1, 10000),
  measure('week', 'day', 7, 1),
  measure('hour', 'day', 1, 24),
  measure('minute', 'day', 1, 1440),
  measure('month', 'year', 1, 12),
]);

function measure(name: string, kind: string, over: number, under: number): readonly [string, Measure] {
  return [name, { kind, size: { over: amount(over), under: amount(under) } }];
}

/** A unit by what it measures: `jiao/point` is a tenth of yuan by point. */
export interface MeasuredUnit {
  /** `yuan` -> 1, `point` -> -1; no power is zero. */
  readonly powers: ReadonlyMap<string, number>;
  readonly size: Ratio;
}

export const PURE: MeasuredUnit = { powers: new Map(), size: { over: ONE, under: ONE } };

/** `unit` times a power of the base unit `name`; a negative power stands below the line. */
export function withFactor(unit: MeasuredUnit, name: string, power: number): MeasuredUnit {
  const { kind, size } = MEASURES.get(name) ?? { kind: name, size: { over: ONE, under: ONE } };
  const powers = new Map(unit.powers);
  if (kind !== '') powers.set(kind, (powers.get(kind) ?? 0) + power);
  if (powers.get(kind) === 0) powers.delete(kind);
  const [up, down] = power > 0 ? [size.over, size.under] : [size.under, size.over];
  const times = Math.abs(power);
  return { powers, size: { over: unit.size.over.times(up.pow(times)), under: unit.size.under.times(down.pow(times)) } };
}

/** The unit that a key such as `yuan/point`, `yuan^2`, `1/day` names. */
export function unitOfKey(key: string): MeasuredUnit {
  let unit = PURE;
  for (const [index, factors] of key.split('/').entries()) {
    for (const factor of factors.split('*')) {
      const [name = '', power = '1'] = factor.split('^');
      if (name !== '' && name !== '1') unit = withFactor(unit, name, Number(power) * (index === 0 ? 1 : -1));
    }
  }
  return unit;
}

export function measuresTheSame(left: MeasuredUnit, right: MeasuredUnit): boolean {
  return left.powers.size === right.powers.size && [...left.powers].every(([name, power]) => right.powers.get(name) === power);
}

export function timesRatio(left: Ratio, right: Ratio): Ratio {
  return { over: left.over.times(right.over), under: left.under.times(right.under) };
}

export function plusRatio(left: Ratio, right: Ratio): Ratio {
  return { over: left.over.times(right.under).plus(right.over.times(left.under)), under: left.under.times(right.under) };
}

export function inverse({ over, under }: Ratio): Ratio {
  return { over: under, under: over };
}

export function isBelow(left: Ratio, right: Ratio): boolean {
  return left.over.times(right.under).lessThan(right.over.times(left.under));
}
