import type { Chart, ChartAxis } from '../../document/index.js';
import { element, escapeText } from './markup.js';
import { textWidth } from './text-width.js';

/** The inside of an SVG drawing and the size of its view box, in user units of about one pixel. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly content: string;
}

const WIDTH = 440;
const PLOT_HEIGHT = 270;
const FONT = 15;
const RIGHT = 20;
const LEGEND_LINE = 26;

/** Axes, grid and curves. Curves differ by dash and marker, never by colour alone; colours come from the page's stylesheet. */
export function drawChart(chart: Chart): Drawing {
  const left = 16 + FONT * Math.max(1.5, ...chart.y.ticks.map((tick) => textWidth(tick.text)));
  const plot: Plot = { left, top: 40, width: WIDTH - left - RIGHT, height: PLOT_HEIGHT };
  const bottom = plot.top + plot.height;
  const content = [
    ...gridLines(chart.x, chart.y, plot),
    ...axisLines(plot),
    ...tickLabels(chart, plot),
    label(4, 18, 'start', chart.y.label),
    label(WIDTH - RIGHT, bottom + 48, 'end', chart.x.label),
    ...chart.series.map((series) => curve(series, plot)),
    ...legend(chart.series, plot.left, bottom + 78),
  ];
  const legendHeight = chart.series.length === 0 ? 0 : chart.series.length * LEGEND_LINE;
  return { width: WIDTH, height: bottom + 60 + legendHeight, content: content.join('') };
}

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
type Series = Chart['series'][number];
type Point = { readonly x: number; readonly y: number };

function place(point: Point, plot: Plot): Point {
  return { x: plot.left + point.x * plot.width, y: plot.top + (1 - point.y) * plot.height };
}

function gridLines(x: ChartAxis, y: ChartAxis, plot: Plot): string[] {
  const vertical = (at: number, name: string) => line({ x: at, y: 0 }, { x: at, y: 1 }, plot, name);
  const horizontal = (at: number, name: string) => line({ x: 0, y: at }, { x: 1, y: at }, plot, name);
  return [
    ...x.grid.map((at) => vertical(at, 'fine')),
    ...y.grid.map((at) => horizontal(at, 'fine')),
    ...x.ticks.map((tick) => vertical(tick.at, 'grid')),
    ...y.ticks.map((tick) => horizontal(tick.at, 'grid')),
  ];
}

function axisLines(plot: Plot): string[] {
  return [line({ x: 0, y: 0 }, { x: 1, y: 0 }, plot, 'axis'), line({ x: 0, y: 0 }, { x: 0, y: 1 }, plot, 'axis')];
}

function line(from: Point, to: Point, plot: Plot, name: string): string {
  const start = place(from, plot);
  const end = place(to, plot);
  return element('line', { class: name, x1: start.x, y1: start.y, x2: end.x, y2: end.y });
}

function tickLabels(chart: Chart, plot: Plot): string[] {
  const below = chart.x.ticks.map((tick) => {
    const at = place({ x: tick.at, y: 0 }, plot);
    return label(at.x, at.y + 22, 'middle', tick.text);
  });
  const beside = chart.y.ticks.map((tick) => {
    const at = place({ x: 0, y: tick.at }, plot);
    return label(at.x - 8, at.y + 5, 'end', tick.text);
  });
  return [...below, ...beside];
}

function label(x: number, y: number, anchor: 'start' | 'middle' | 'end', text: string): string {
  return element('text', { x, y, 'text-anchor': anchor, 'font-size': FONT }, escapeText(text));
}

const DASHES = { solid: undefined, dashed: '9 5', dotted: '2 5' } as const;

function curve(series: Series, plot: Plot): string {
  const points = series.points.map((point) => place(point, plot));
  const { markEvery = 1 } = series;
  const path = points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ');
  return element(
    'g',
    {},
    element('polyline', { class: 'curve', points: path, 'stroke-dasharray': DASHES[series.dash] }),
    ...points.filter((_, index) => index % markEvery === 0).map((point) => marker(series.marker, point)),
  );
}

function marker(shape: Series['marker'], { x, y }: Point): string {
  switch (shape) {
    case 'circle':
      return element('circle', { class: 'marker', cx: x, cy: y, r: 4.5 });
    case 'square':
      return element('rect', { class: 'marker', x: x - 4, y: y - 4, width: 8, height: 8 });
    case 'triangle':
      return element('path', { class: 'marker', d: `M${x.toFixed(1)} ${(y - 6).toFixed(1)}l5.5 10h-11z` });
    case 'none':
      return '';
  }
}

function legend(series: readonly Series[], left: number, top: number): string[] {
  return series.map((one, index) => {
    const y = top + index * LEGEND_LINE;
    return element(
      'g',
      {},
      element('line', { class: 'curve', x1: left, y1: y, x2: left + 48, y2: y, 'stroke-dasharray': DASHES[one.dash] }),
      marker(one.marker, { x: left + 24, y }),
      label(left + 60, y + 5, 'start', one.label),
    );
  });
}
