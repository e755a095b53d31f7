import {
  type Chart,
  columnPlaces,
  eachOf,
  lineChart,
  nameWithUnit,
  niceRange,
  shownDate,
  shownPlaces,
  type Voice,
  type WhatIfPlan,
} from '../../document/index.js';
import type { EvaluatedRounds } from '../../evaluate/index.js';
import { type Amount, amount, formatAmount, isDate } from '../../number/index.js';

export interface LiveRounds {
  readonly head: readonly string[];
  /** An open figure is an empty text. */
  readonly rows: readonly (readonly string[])[];
  /** All rows of the table, of which `rows` may show the first only. */
  readonly lastRow: number;
  readonly chart: Chart;
  readonly chartAlt: string;
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  /** The column that is drawn. */
  readonly drawn: string;
}

/** Rows in the table and points in the chart; further rows stay in the steps that look for them. */
const MOST_ROWS = 12;
const MOST_POINTS = 60;

/**
 * The rows of an example and the chart of one column. `first` = the same rows with the page's own figures, drawn beside them as a
 * dashed line; `asked` = the figures (`ladder.price[3]`) that stay open.
 */
export function liveRounds(
  plan: WhatIfPlan,
  rounds: EvaluatedRounds,
  voice: Voice,
  options: { readonly asked: ReadonlySet<string>; readonly first?: EvaluatedRounds; readonly drawn?: string },
): LiveRounds {
  const { example } = plan;
  const isOpen = (column: string, row: number) => options.asked.has(`${example}.${column}[${row}]`);
  const columns = rounds.columns.map(({ name, unit }) => ({
    name,
    label: nameWithUnit(voice.quantityName(example, name), unit, voice),
    isOfDates: isDate(unit),
  }));
  const shown = rowNumbers(rounds, MOST_ROWS);
  const values = columns.map(({ name }) => shown.map((row) => (isOpen(name, row) ? undefined : cellOf(rounds, name, row))));
  const places = values.map((column) => columnPlaces(column, mostPlaces(column)));
  const rows = shown.map((row, at) => [
    String(row),
    ...columns.map(({ name, isOfDates }, index) => {
      const value = values[index]?.[at];
      return isOfDates && value !== undefined ? shownDate(value, voice) : cellText(value, isOpen(name, row), places[index] ?? 0);
    }),
  ]);
  const wanted = options.drawn ?? plan.drawn;
  const figures = columns.filter(({ isOfDates }) => !isOfDates);
  const drawn = columns.find(({ name }) => name === wanted) ?? figures[0] ?? columns[0];
  const each = eachOf(example, voice);
  return {
    head: [each, ...columns.map(({ label }) => label)],
    rows,
    lastRow: rounds.lastRow,
    ...chartOf(drawn, rounds, each, voice, { ...options, isOpen }),
    columns: figures,
    drawn: drawn?.name ?? '',
  };
}

interface ChartOptions {
  readonly first?: EvaluatedRounds;
  readonly isOpen: (column: string, row: number) => boolean;
}

function chartOf(
  drawn: { readonly name: string; readonly label: string } | undefined,
  rounds: EvaluatedRounds,
  each: string,
  voice: Voice,
  { first, isOpen }: ChartOptions,
): Pick<LiveRounds, 'chart' | 'chartAlt'> {
  const points = drawn === undefined ? [] : pointsOf(rounds, drawn.name).filter(({ row }) => !isOpen(drawn.name, row));
  const before = drawn === undefined || first === undefined ? [] : pointsOf(first, drawn.name);
  const range = rowNumbers(rounds, MOST_POINTS).map((row) => amount(row));
  const x = niceRange(each, [...range, ...before.map((point) => point.x)]);
  // One scale for both lines, so that the eye sees what has moved.
  const y = niceRange(
    drawn?.label ?? '',
    [...points, ...before].map((point) => point.y),
  );
  const chart = lineChart(x, y, points);
  const dashed = lineChart(x, y, before).series.map((one) => ({
    ...one,
    label: voice.say('panel-first'),
    dash: 'dashed' as const,
    marker: 'none' as const,
  }));
  const last = String(range.at(-1) ?? 0);
  const ends = { first: endText(points[0]?.y), last: endText(points.at(-1)?.y) };
  return {
    chart: { ...chart, series: [...chart.series, ...dashed] },
    chartAlt: voice.say('chart-alt', { y: y.label, x: each, from: '0', to: last, ...ends }),
  };
}

function pointsOf(rounds: EvaluatedRounds, column: string) {
  return rowNumbers(rounds, MOST_POINTS).flatMap((row) => {
    const y = cellOf(rounds, column, row);
    return y === undefined ? [] : [{ row, x: amount(row), y }];
  });
}

function rowNumbers({ lastRow }: EvaluatedRounds, most: number): readonly number[] {
  return Array.from({ length: Math.min(lastRow, most) + 1 }, (_, row) => row);
}

function cellOf(rounds: EvaluatedRounds, column: string, row: number): Amount | undefined {
  const cell = rounds.cell(column, row);
  return typeof cell === 'object' ? cell.amount : undefined;
}

function endText(value: Amount | undefined): string {
  return value === undefined ? '–' : formatAmount(value, Math.min(2, shownPlaces(value)));
}

function cellText(value: Amount | undefined, open: boolean, places: number): string {
  if (value !== undefined) return formatAmount(value, places);
  return open ? '' : '–';
}

/** Four places in a column of small figures, two from ten on. */
function mostPlaces(values: readonly (Amount | undefined)[]): number {
  return values.every((value) => value === undefined || value.abs().lessThan(10)) ? 4 : 2;
}
