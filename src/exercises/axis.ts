import { type Amount, amount, maximum, minimum, type Unit, ZERO } from '../number/index.js';
import type { PlotAxis } from './exercise.js';

const FEWEST_DIVISIONS = 4;

/** An axis that covers all values, in steps of 1, 2 or 5 times a power of ten, with 4 to 10 divisions; from 0 unless values lie far above it. */
export function makeAxis(name: string, unit: Unit, values: readonly Amount[]): PlotAxis {
  const lowest = minimum(values);
  const highest = maximum(values);
  const fromZero = lowest.greaterThanOrEqualTo(0) && lowest.lessThanOrEqualTo(highest.times('0.6'));
  const floor = fromZero ? ZERO : lowest;
  const spread = highest.minus(floor);
  const step = niceStep(spread.isZero() ? maximum([highest.abs(), amount(1)]) : spread);
  const min = floor.dividedBy(step).floor().times(step);
  const top = highest.dividedBy(step).ceil().times(step);
  return { name, unit, min, max: top.equals(min) ? min.plus(step) : top, step };
}

/** The largest of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, … that divides `spread` at least four times. */
function niceStep(spread: Amount): Amount {
  const power = amount(10).pow(spread.dividedBy(FEWEST_DIVISIONS).e);
  const fitting = [5, 2, 1]
    .map((factor) => power.times(factor))
    .find((step) => spread.dividedBy(step).greaterThanOrEqualTo(FEWEST_DIVISIONS));
  return fitting ?? power.dividedBy(2);
}
