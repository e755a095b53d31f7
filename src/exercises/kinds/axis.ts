import { type Amount, amount, maximum, minimum, ONE, type Unit, ZERO } from '../../number/index.js';

export interface PlotAxis {
  readonly name: string;
  readonly unit: Unit;
  readonly min: Amount;
  readonly max: Amount;
  readonly step: Amount;
}

const FEWEST_DIVISIONS = 5;
const MOST_DIVISIONS = 8;

/**
 * An axis that covers all values (one or more), in steps of 1, 2 or 5 times a power of ten, with 5 to 8 divisions; from 0 unless all
 * values lie far from it. `counts` keeps the steps whole: there is no half order.
 */
export function makeAxis(name: string, unit: Unit, values: readonly Amount[], counts: boolean): PlotAxis {
  const lowest = minimum(values);
  const highest = maximum(values);
  const from = lowest.greaterThan(highest.dividedBy(2)) && !lowest.equals(highest) ? lowest : minimum([lowest, ZERO]);
  // Values far below zero leave it out just as values far above it do.
  const to = highest.isNegative() && highest.lessThan(lowest.dividedBy(2)) && !lowest.equals(highest) ? highest : maximum([highest, ZERO]);
  const step = niceStep(from, to, counts);
  const min = from.dividedBy(step).floor().times(step);
  const max = maximum([to.dividedBy(step).ceil().times(step), min.plus(step.times(FEWEST_DIVISIONS))]);
  return { name, unit, min, max, step };
}

/** The smallest of …, 0.1, 0.2, 0.5, 1, 2, 5, … that covers the range in at most 8 divisions. */
function niceStep(from: Amount, to: Amount, counts: boolean): Amount {
  const spread = to.minus(from);
  const power = spread.isZero() ? ONE : amount(10).pow(spread.dividedBy(MOST_DIVISIONS).e);
  const fitting = [1, 2, 5, 10, 20]
    .map((factor) => power.times(factor))
    .find((step) => (!counts || step.greaterThanOrEqualTo(1)) && divisions(from, to, step).lessThanOrEqualTo(MOST_DIVISIONS));
  return fitting ?? ONE;
}

function divisions(from: Amount, to: Amount, step: Amount): Amount {
  return to.dividedBy(step).ceil().minus(from.dividedBy(step).floor());
}
