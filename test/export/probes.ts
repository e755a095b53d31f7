import type { NumberBlank } from '../../src/export/index.js';
import { type Amount, amount } from '../../src/number/index.js';

/** A typed figure, and whether the engine's interval holds it. */
export interface Probe {
  readonly typed: string;
  readonly right: boolean;
}

/** The bounds of each interval, just beyond them, the figure of the key, and each misconception. */
export function probesOf({ accepted, shown, misconceptions }: NumberBlank): readonly Probe[] {
  const figures = [
    ...accepted.flatMap(({ low, high }) => {
      const step = stepOf(amount(low), amount(high));
      return [amount(low), amount(low).minus(step), amount(high), amount(high).plus(step)];
    }),
    amount(shown),
    ...misconceptions.map(({ accepted: wrong }) => amount(wrong.low).plus(wrong.high).dividedBy(2)),
  ];
  return figures.map((figure) => ({
    typed: figure.toFixed(),
    right: accepted.some(({ low, high }) => figure.greaterThanOrEqualTo(low) && figure.lessThanOrEqualTo(high)),
  }));
}

/** One unit of the last digit of the bounds, and never less than doubles can tell. */
function stepOf(low: Amount, high: Amount): Amount {
  const places = Math.max(low.decimalPlaces(), high.decimalPlaces(), 1);
  const fine = amount(`1e-${places}`);
  const coarse = high.abs().times('1e-11');
  return fine.greaterThan(coarse) ? fine : coarse;
}
