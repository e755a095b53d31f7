import type { ParagraphChild } from 'docx';
import type { Chart } from '../../document/index.js';
import { box, drawing, line, type Shape } from './shapes.js';

const LEFT = 17;
const TOP = 8;
const HEIGHT = 62;
const RIGHT = 8;
const BELOW = 14;
const LABEL = 6;

/** Axes without a curve, to draw on: lines and labels in a group, as exact as the printed page. `width` in mm. */
export function drawAxes({ x, y }: Chart, alt: string, width: number): ParagraphChild {
  const across = width - LEFT - RIGHT;
  const at = (right: number, up: number) => ({ x: LEFT + right * across, y: TOP + (1 - up) * HEIGHT });
  const upright = (place: number, thickness: number, fine: boolean) =>
    line(at(place, 0), at(place, 1), { width: thickness, ...(fine ? { dash: 'dot' as const } : {}) });
  const level = (place: number, thickness: number, fine: boolean) =>
    line(at(0, place), at(1, place), { width: thickness, ...(fine ? { dash: 'dot' as const } : {}) });
  const below = x.ticks.map((tick): Shape => {
    const { x: middle, y: edge } = at(tick.at, 0);
    return box({ x: middle - 10, y: edge + 1 }, { width: 20, height: LABEL }, tick.text);
  });
  const beside = y.ticks.map((tick): Shape => {
    const { y: middle } = at(0, tick.at);
    return box({ x: 0, y: middle - LABEL / 2 }, { width: LEFT - 1.5, height: LABEL }, tick.text, { align: 'right' });
  });
  const shapes = [
    ...x.grid.map((place) => upright(place, 0.5, true)),
    ...y.grid.map((place) => level(place, 0.5, true)),
    ...x.ticks.map((tick) => upright(tick.at, 0.5, false)),
    ...y.ticks.map((tick) => level(tick.at, 0.5, false)),
    level(0, 1.25, false),
    upright(0, 1.25, false),
    ...below,
    ...beside,
    box({ x: 0, y: 0 }, { width: width / 2, height: LABEL }, y.label, { align: 'left' }),
    box({ x: width / 2, y: TOP + HEIGHT + LABEL + 1 }, { width: width / 2 - RIGHT, height: LABEL }, x.label, { align: 'right' }),
  ];
  return drawing(shapes, { width, height: TOP + HEIGHT + BELOW }, alt);
}
