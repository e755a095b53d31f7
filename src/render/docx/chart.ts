import type { ParagraphChild } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Chart, ChartAxis } from '../../document/index.js';
import { pixels } from './shapes.js';
import { fileText } from './text.js';

type Series = Chart['series'][number];

/** A native chart, whose figures Word shows in a sheet of their own; curves differ by dash and marker, never by colour. `width` in mm. */
export function drawCurves({ x, y, series }: Chart, alt: string, width: number, typeSize: number): ParagraphChild {
  const [scaleX, scaleY] = [scaleOf(x), scaleOf(y)];
  const font = { size: typeSize, color: '000000' };
  return new ChartRun({
    type: 'scatter',
    lines: 'straight',
    transformation: { width: Math.round(pixels(width)), height: Math.round(pixels(HEIGHT + 6 * series.length)) },
    font: { name: 'Arial' },
    altText: { name: 'Chart', description: fileText(alt), title: '' },
    chartArea: { fill: 'FFFFFF', border: 'none' },
    legend: { position: 'bottom', font },
    xAxis: axisOptions(x, scaleX, font),
    yAxis: axisOptions(y, scaleY, font),
    series: series.map((one) => ({
      name: fileText(one.label),
      color: '000000',
      line: { color: '000000', width: 1.5, dash: DASHES[one.dash] },
      markers: one.marker === 'none' || one.markEvery !== undefined ? false : { shape: one.marker, size: 6 },
      points: one.points.map((point) => ({ x: figure(point.x, scaleX), y: figure(point.y, scaleY) })),
    })),
  });
}

const HEIGHT = 80;
const DASHES = { solid: 'solid', dashed: 'dash', dotted: 'shortDot' } as const satisfies Record<Series['dash'], string>;

interface Scale {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly places: number;
}

/** The figures of an axis, read from its ticks: the tree has positions and texts. */
function scaleOf({ ticks }: ChartAxis): Scale {
  const figures = ticks.map(({ text }) => Number(text.replace(/\u2212/g, '-').replace(/[^\d.-]/g, '')));
  // Labels that are no figures: positions stand for them.
  if (figures.some((one) => !Number.isFinite(one))) return { first: 0, last: 1, step: 1 / Math.max(1, ticks.length - 1), places: 0 };
  const [first = 0, second = first + 1] = figures;
  const last = figures.at(-1) ?? second;
  const places = Math.max(...ticks.map(({ text }) => text.split('.')[1]?.length ?? 0));
  return { first, last, step: second - first, places };
}

/** A position from 0 to 1 in the figures of the axis; the tree keeps a millionth of it. */
function figure(at: number, { first, last }: Scale): number {
  return Number((first + at * (last - first)).toPrecision(6));
}

function axisOptions({ label }: ChartAxis, { first, last, step, places }: Scale, font: { readonly size: number; readonly color: string }) {
  return {
    title: { text: fileText(label), font },
    minimum: first,
    maximum: last,
    interval: step,
    numberFormat: numberFormat(Math.max(Math.abs(first), Math.abs(last)), places),
    gridlines: true,
    crossesAt: 'minimum' as const,
    font,
  };
}

/** Thousands apart by a space, as in the text, whatever the reader's machine does. */
function numberFormat(most: number, places: number): string {
  const decimals = places === 0 ? '' : `.${'0'.repeat(places)}`;
  if (most < 1000) return `0${decimals}`;
  if (most < 1e6) return `[<1000]0${decimals};#" "##0${decimals}`;
  return `[<1000]0${decimals};[<1000000]#" "##0${decimals};#" "###" "##0${decimals}`;
}
