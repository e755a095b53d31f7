import { type Amount, amount, formatAmount, sameUnit } from '../../../number/index.js';
import { type ChartLine, linesChart, MOST_CHART_LINES, niceRange } from '../../tree/chart.js';
import { shownPlaces, unitInShort } from '../../wording/figures.js';
import { nameWithUnit, rowsHead } from '../../wording/quantity-name.js';
import type { PrintDirective } from './context.js';
import { columnNamed, roundsNamed, rowsNamed, shapeError } from './named.js';

/** Columns of an example, row by row: one is named by its axis, several by a legend. */
export const printChart: PrintDirective<'chart'> = (directive, { voice, prose }) => {
  const [example, ...others] = directive.arguments;
  const names = others.slice(0, -1);
  const found = roundsNamed(example, directive, voice);
  const rows = rowsNamed(others.at(-1), directive, voice);
  if (found === undefined || rows === undefined) return prose();
  const columns = names.flatMap((name) => columnNamed(name.value, name, found, voice) ?? []);
  const [first] = columns;
  if (first === undefined || columns.length < names.length) return prose();
  if (columns.length > MOST_CHART_LINES || columns.some(({ unit }) => !sameUnit(unit, first.unit))) {
    shapeError(directive, `It names at most ${MOST_CHART_LINES} columns of one unit.`, voice);
    return prose();
  }
  const lines = columns.map(({ name, unit }): ChartLine => {
    const points = rows.flatMap((row) => {
      const value = found.rounds.cell(name, row);
      return typeof value === 'object' ? [{ x: amount(row), y: value.amount }] : [];
    });
    return { label: nameWithUnit(voice.quantityName(found.name, name), unit, voice), points };
  });
  const points = lines.flatMap((line) => line.points);
  const label = lines.length === 1 ? (lines[0]?.label ?? '') : unitInShort(first.unit, undefined, voice);
  const x = niceRange(
    rowsHead(found.name, voice),
    points.map((point) => point.x),
  );
  const y = niceRange(
    label,
    points.map((point) => point.y),
  );
  const spoken = lines.map((line) =>
    voice.say('chart-alt', {
      y: line.label,
      x: x.label,
      from: String(rows[0] ?? 0),
      to: String(rows.at(-1) ?? 0),
      first: endText(line.points.at(0)?.y),
      last: endText(line.points.at(-1)?.y),
    }),
  );
  const caption = voice.say('chart-caption', { y: voice.list(lines.map((line) => line.label)), x: x.label });
  return [
    ...prose(),
    {
      kind: 'figure',
      figure: { kind: 'chart', chart: linesChart(x, y, lines) },
      alt: spoken.join(voice.shared.spaced ? ' ' : ''),
      caption: [{ kind: 'text', text: caption }],
    },
  ];
};

function endText(value: Amount | undefined): string {
  return value === undefined ? '' : formatAmount(value, Math.min(2, shownPlaces(value)));
}
