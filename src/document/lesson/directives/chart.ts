import { type Amount, amount, formatAmount } from '../../../number/index.js';
import { lineChart, niceRange } from '../../tree/chart.js';
import { shownPlaces } from '../../wording/figures.js';
import { nameWithUnit, rowsHead } from '../../wording/quantity-name.js';
import type { PrintDirective } from './context.js';
import { columnNamed, roundsNamed, rowsNamed } from './named.js';

/** One column of an example, row by row. */
export const printChart: PrintDirective<'chart'> = (directive, { voice, prose }) => {
  const [example, column, rows] = directive.arguments;
  const found = roundsNamed(example, directive, voice);
  const range = rowsNamed(rows, directive, voice);
  if (found === undefined || range === undefined || column === undefined) return prose();
  const shown = columnNamed(column.value, column, found, voice);
  if (shown === undefined) return prose();
  const points = range.flatMap((row) => {
    const value = found.rounds.cell(shown.name, row);
    return typeof value === 'object' ? [{ x: amount(row), y: value.amount }] : [];
  });
  const label = nameWithUnit(voice.quantityName(found.name, shown.name), shown.unit, voice);
  const x = niceRange(
    rowsHead(found.name, voice),
    points.map((point) => point.x),
  );
  const y = niceRange(
    label,
    points.map((point) => point.y),
  );
  const ends = {
    y: label,
    x: x.label,
    from: String(range[0] ?? 0),
    to: String(range.at(-1) ?? 0),
    first: endText(points.at(0)?.y),
    last: endText(points.at(-1)?.y),
  };
  return [
    ...prose(),
    {
      kind: 'figure',
      figure: { kind: 'chart', chart: lineChart(x, y, points) },
      alt: voice.say('chart-alt', ends),
      caption: [{ kind: 'text', text: voice.say('chart-caption', { y: label, x: x.label }) }],
    },
  ];
};

function endText(value: Amount | undefined): string {
  return value === undefined ? '' : formatAmount(value, Math.min(2, shownPlaces(value)));
}
