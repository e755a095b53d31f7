import { directivesNamed } from '../../../chapter/index.js';
import { nameWithUnit, rowsHead } from '../../../document/index.js';
import type { ChartPlace } from '../file/book.js';
import { type ExamplePlaces, type TablePlaces, tableRange } from '../live/places.js';
import { cellValue, chosen, type Setting } from './setting.js';

const CHART_ROWS = 18;
const MOST_MARKERS = 40;

/** Rows of a sheet that a chart takes, with room below. */
export const CHART_HEIGHT = CHART_ROWS + 1;

interface Drawn {
  readonly column: string;
  readonly from: number;
  readonly to: number;
}

/** The charts of the rounds of an example, one below the other from `row` on: those of the lesson, of its drawing exercises, or of its last column. */
export function roundsCharts(place: ExamplePlaces, table: TablePlaces, row: number, setting: Setting): readonly ChartPlace[] {
  return drawnColumns(place, table, setting).map((drawn, index): ChartPlace => {
    const top = row - 1 + index * CHART_HEIGHT;
    return { from: { column: 0, row: top }, to: { column: 8, row: top + CHART_ROWS }, chart: lineOf(drawn, place, table, setting) };
  });
}

function drawnColumns({ example }: ExamplePlaces, table: TablePlaces, { voice, content }: Setting): readonly Drawn[] {
  const { name } = example.example;
  const columns = example.rounds?.columns.map((column) => column.name) ?? [];
  const inWords = directivesNamed(voice.words, 'chart').flatMap(({ arguments: [owner, ...others] }): readonly Drawn[] => {
    if (owner?.value !== name) return [];
    const [from = 0, to = table.last] = (others.at(-1)?.value ?? '')
      .split('-')
      .filter((part) => part !== '')
      .map(Number);
    const named = others.slice(0, -1).filter(({ value }) => columns.includes(value));
    return named.map(({ value }) => ({ column: value, from, to: Math.min(to, table.last) }));
  });
  const plotted = content.exercises.flatMap(({ form }): readonly Drawn[] =>
    form.kind === 'plot' && form.example === name
      ? [{ column: form.y.name, from: 0, to: Math.min(table.last, 2 * form.points.length) }]
      : [],
  );
  const last = columns.at(-1);
  const found = [...inWords, ...plotted].filter(({ column }, index, all) => all.findIndex((one) => one.column === column) === index);
  return found.length > 0 || last === undefined ? found : [{ column: last, from: 0, to: table.last }];
}

function lineOf({ column, from, to }: Drawn, place: ExamplePlaces, table: TablePlaces, setting: Setting): ChartPlace['chart'] {
  const { voice } = setting;
  const { name } = place.example.example;
  const { rounds } = chosen(place, setting);
  const unit = place.example.rounds?.columns.find((one) => one.name === column)?.unit;
  const y = unit === undefined ? voice.quantityName(name, column) : nameWithUnit(voice.quantityName(name, column), unit, voice);
  const x = rowsHead(name, voice);
  // A column without a start has its first figure in row 1.
  const first = rounds?.cell(column, from) === undefined ? from + 1 : from;
  const rows = Array.from({ length: to - first + 1 }, (_, index) => first + index);
  const isOpen = setting.edition === 'student';
  const values = rows.map((row) => cellValue(rounds?.cell(column, row)));
  return {
    title: voice.say('chart-caption', { y, x }),
    xTitle: x,
    yTitle: y,
    hasMarkers: rows.length <= MOST_MARKERS,
    x: { range: tableRange(table, 0, first, to), values: rows },
    y: {
      range: tableRange(table, table.shown.get(column) ?? 0, first, to),
      values: isOpen ? [] : values.map((value) => (typeof value === 'number' ? value : undefined)),
    },
  };
}
