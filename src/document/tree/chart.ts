import { type Amount, amount, formatAmount, ZERO } from '../../number/index.js';
import type { Chart, ChartAxis } from './nodes.js';

/** One axis before it is drawn: where it starts and ends, and the distance of its ticks. */
export interface AxisRange {
  readonly label: string;
  readonly min: Amount;
  readonly max: Amount;
  readonly step: Amount;
}

export interface ChartPoint {
  readonly x: Amount;
  readonly y: Amount;
}

/** What a chart draws as one line, with its name where there are several. */
export interface ChartLine {
  readonly label: string;
  readonly points: readonly ChartPoint[];
}

/** Lines that a copier leaves apart. */
const LINE_STYLES = [
  { dash: 'solid', marker: 'circle' },
  { dash: 'dashed', marker: 'square' },
  { dash: 'dotted', marker: 'triangle' },
] as const;
export const MOST_CHART_LINES = LINE_STYLES.length;

/** A chart with one line of points, or empty axes where a student draws. Geometry runs from 0 to 1, y upwards. */
export function lineChart(x: AxisRange, y: AxisRange, points: readonly ChartPoint[]): Chart {
  return linesChart(x, y, points.length === 0 ? [] : [{ label: y.label, points }]);
}

/** At most three lines in the same axes, told apart by dashes and markers. */
export function linesChart(x: AxisRange, y: AxisRange, lines: readonly ChartLine[]): Chart {
  const series = lines.slice(0, MOST_CHART_LINES).map(({ label, points }, index) => {
    const markEvery = Math.ceil(points.length / MOST_MARKERS);
    const placed = points.map((point) => ({ x: position(point.x, x), y: position(point.y, y) }));
    return { label, ...(LINE_STYLES[index] ?? LINE_STYLES[0]), ...(markEvery > 1 ? { markEvery } : {}), points: placed };
  });
  return { x: axis(x), y: axis(y), series };
}

/** More would run into a thick line. */
const MOST_MARKERS = 30;

/** A range from zero (or the lowest value, when below) to a round number above the highest, in 4 to 10 steps of 1, 2 or 5 times a power of ten. */
export function niceRange(label: string, values: readonly Amount[]): AxisRange {
  const high = values.reduce((most, value) => (value.greaterThan(most) ? value : most), ZERO);
  const low = values.reduce((least, value) => (value.lessThan(least) ? value : least), ZERO);
  const step = niceStep(high.minus(low));
  return { label, min: low.dividedBy(step).floor().times(step), max: high.dividedBy(step).ceil().times(step), step };
}

function niceStep(span: Amount): Amount {
  if (span.isZero()) return amount(1);
  const rough = span.dividedBy(5);
  const power = amount(10).pow(rough.e);
  const factor = [1, 2, 5, 10].find((one) => power.times(one).greaterThanOrEqualTo(rough)) ?? 10;
  return power.times(factor);
}

function axis({ label, min, max, step }: AxisRange): ChartAxis {
  const count = Math.max(1, max.minus(min).dividedBy(step).round().toNumber());
  const places = Math.max(0, step.decimalPlaces());
  const ticks = Array.from({ length: count + 1 }, (_, index) => ({
    at: rounded(index / count),
    text: formatAmount(min.plus(step.times(index)), places),
  }));
  return { label, ticks, grid: gridBetween(count, step) };
}

/** Fine lines at the halves or fifths of each step; none between whole rows. */
function gridBetween(count: number, step: Amount): readonly number[] {
  if (count > 10 || step.equals(1)) return [];
  const parts = step.times(amount(10).pow(-step.e)).equals(2) ? 4 : 5;
  return Array.from({ length: count * parts }, (_, index) => index)
    .filter((index) => index % parts !== 0)
    .map((index) => rounded(index / (count * parts)));
}

function position(value: Amount, { min, max }: AxisRange): number {
  const span = max.minus(min);
  return span.isZero() ? 0 : rounded(value.minus(min).dividedBy(span).toNumber());
}

/** Six decimals are finer than any printer and keep the files equal everywhere. */
function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
