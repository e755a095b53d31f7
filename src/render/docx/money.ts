import type { ParagraphChild } from 'docx';
import { invariant } from '../../diagnostics/index.js';
import type { MoneyMap } from '../../document/index.js';
import { box, drawing, line, type Shape } from './shapes.js';

const PARTY_HEIGHT = 11;
const ROW = 11;
const BLANK = { width: 26, height: 7.5 };

/** Who pays whom: each party is a box with a line below it, each payment an arrow from line to line in a row of its own. `width` in mm. */
export function drawMoney(map: MoneyMap, alt: string, width: number): ParagraphChild {
  const column = width / Math.max(1, map.parties.length);
  const partyWidth = Math.min(column - 4, 42);
  const height = PARTY_HEIGHT + ROW * map.flows.length + 4;
  const middle = (id: string): number => {
    const index = map.parties.findIndex((party) => party.id === id);
    invariant(index >= 0, `a payment names ${id}, which is no party of its money map`);
    return (index + 0.5) * column;
  };
  const lanes = map.parties.map(({ id }): Shape => {
    const x = middle(id);
    return line({ x, y: PARTY_HEIGHT }, { x, y: height }, { width: 0.75, dash: 'dash' });
  });
  const parties = map.parties.map(({ id, label }): Shape => {
    const at = { x: middle(id) - partyWidth / 2, y: 0 };
    return box(at, { width: partyWidth, height: PARTY_HEIGHT }, label, { frame: 1, bold: true, ground: true });
  });
  const flows = map.flows.flatMap(({ from, to, amount }, row): readonly Shape[] => {
    const y = PARTY_HEIGHT + (row + 0.95) * ROW;
    const [start, end] = [middle(from), middle(to)];
    const centre = (start + end) / 2;
    const size = amount === '' ? BLANK : { width: Math.min(60, Math.abs(end - start) - 4), height: BLANK.height };
    const label = box({ x: centre - size.width / 2, y: y - size.height - 0.8 }, size, amount, {
      bold: true,
      ground: amount === '',
      ...(amount === '' ? { frame: 0.75 } : {}),
    });
    return [line({ x: start, y }, { x: end, y }, { width: 1.25, arrow: true }), label];
  });
  return drawing([...lanes, ...parties, ...flows], { width, height }, alt);
}
