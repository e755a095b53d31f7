import { invariant } from '../../diagnostics/index.js';
import type { MoneyMap } from '../../document/index.js';
import type { Drawing } from './chart-svg.js';
import { element, escapeText } from './markup.js';
import { textWidth, wrapText } from './text-width.js';

const WIDTH = 440;
const FONT = 15;
const LINE = 20;
const BOX_WIDTH = 120;
/** How far an arrow bows out from the straight line, as a share of its length, so that two opposite payments stay apart. */
const BOW = 0.16;

/** Parties as boxes and payments as arrows with their amounts. An empty amount becomes an empty frame to write in. */
export function drawMoneyMap(map: MoneyMap): Drawing {
  const boxes = placeParties(map);
  const arrows = map.flows.map((flow, index) => drawFlow(map, boxes, index, flow));
  const top = Math.min(...boxes.map((box) => box.y - box.height / 2), ...arrows.map((arrow) => arrow.middle.y - LABEL_HEIGHT / 2)) - MARGIN;
  const bottom =
    Math.max(...boxes.map((box) => box.y + box.height / 2), ...arrows.map((arrow) => arrow.middle.y + LABEL_HEIGHT / 2)) + MARGIN;
  const content = [...arrows.map((arrow) => arrow.line), ...boxes.map(drawBox), ...arrows.map((arrow) => arrow.label)].join('');
  return { width: WIDTH, height: bottom - top, content: element('g', { transform: `translate(0 ${(-top).toFixed(1)})` }, content) };
}

const MARGIN = 4;
const LABEL_HEIGHT = 30;

interface Box {
  readonly id: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
}
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two parties face each other; three or more stand on an ellipse, the first at the top. */
function placeParties(map: MoneyMap): Box[] {
  const count = map.parties.length;
  const radiusX = (WIDTH - BOX_WIDTH) / 2 - 4;
  const radiusY = count <= 2 ? 0 : Math.max(100, count * 36);
  const middle = { x: WIDTH / 2, y: radiusY + 76 };
  return map.parties.map((party, index) => {
    const turn = (2 * Math.PI * index) / Math.max(count, 2) - (count <= 2 ? Math.PI : Math.PI / 2);
    const lines = wrapText(party.label, (BOX_WIDTH - 20) / FONT);
    return {
      id: party.id,
      lines,
      x: middle.x + radiusX * Math.cos(turn),
      y: middle.y + radiusY * Math.sin(turn),
      height: Math.max(2, lines.length) * LINE + 16,
    };
  });
}

function drawBox(box: Box): string {
  const firstLine = box.y - ((box.lines.length - 1) * LINE) / 2 + FONT / 3;
  return element(
    'g',
    {},
    element('rect', { class: 'party', x: box.x - BOX_WIDTH / 2, y: box.y - box.height / 2, width: BOX_WIDTH, height: box.height, rx: 4 }),
    ...box.lines.map((text, index) =>
      element(
        'text',
        { class: 'name', x: box.x, y: firstLine + index * LINE, 'text-anchor': 'middle', 'font-size': FONT },
        escapeText(text),
      ),
    ),
  );
}

function drawFlow(map: MoneyMap, boxes: readonly Box[], index: number, flow: MoneyMap['flows'][number]) {
  const from = boxes.find((box) => box.id === flow.from);
  const to = boxes.find((box) => box.id === flow.to);
  invariant(
    from !== undefined && to !== undefined && from !== to,
    `a payment from ${flow.from} to ${flow.to} joins no two parties of its money map`,
  );
  // A second payment between the same two parties in the same direction bows out further.
  const earlier = map.flows.slice(0, index).filter((other) => other.from === flow.from && other.to === flow.to).length;
  const bend = bendPoint(from, to, BOW * (1 + 2 * earlier));
  const start = edgeOf(from, bend);
  const end = edgeOf(to, bend);
  const path = `M${show(start)}Q${show(bend)} ${show(end)}`;
  const middle = { x: (start.x + 2 * bend.x + end.x) / 4, y: (start.y + 2 * bend.y + end.y) / 4 };
  return {
    middle,
    line: element('path', { class: 'flow', d: path }) + arrowHead(bend, end),
    label: amountLabel(middle, flow.amount),
  };
}

function bendPoint(from: Point, to: Point, bow: number): Point {
  const x = to.x - from.x;
  const y = to.y - from.y;
  return { x: (from.x + to.x) / 2 + y * bow * 2, y: (from.y + to.y) / 2 - x * bow * 2 };
}

/** Where the line from the middle of a box towards a point leaves the box. */
function edgeOf(box: Box, towards: Point): Point {
  const x = towards.x - box.x;
  const y = towards.y - box.y;
  const gap = 5;
  const scale = Math.min((BOX_WIDTH / 2 + gap) / Math.max(Math.abs(x), 0.01), (box.height / 2 + gap) / Math.max(Math.abs(y), 0.01), 1);
  return { x: box.x + x * scale, y: box.y + y * scale };
}

function arrowHead(from: Point, tip: Point): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const corner = (turn: number): Point => ({ x: tip.x - 12 * Math.cos(angle + turn), y: tip.y - 12 * Math.sin(angle + turn) });
  return element('path', { class: 'head', d: `M${show(tip)}L${show(corner(0.42))}L${show(corner(-0.42))}z` });
}

function amountLabel(at: Point, amount: string): string {
  const width = amount === '' ? 84 : textWidth(amount) * FONT + 14;
  const frame = element('rect', {
    class: amount === '' ? 'amount empty' : 'amount',
    x: Math.min(Math.max(at.x - width / 2, 2), WIDTH - width - 2),
    y: at.y - LABEL_HEIGHT / 2,
    width,
    height: LABEL_HEIGHT,
  });
  if (amount === '') return frame;
  const x = Math.min(Math.max(at.x, width / 2 + 2), WIDTH - width / 2 - 2);
  return frame + element('text', { x, y: at.y + 5, 'text-anchor': 'middle', 'font-size': FONT }, escapeText(amount));
}

function show(point: Point): string {
  return `${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
}
