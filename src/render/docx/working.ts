import type { Inline, MathNode, WorkingStep } from '../../document/index.js';
import { DOTTED, frame, gap, THIN } from './frame.js';
import { runs } from './inline.js';
import { displayedEquation } from './math.js';
import { mathLines, roomOf } from './math-lines.js';
import { type FileBlock, narrowed, type Place } from './place.js';
import { STYLES } from './styles.js';
import { paragraphOf } from './written.js';

/** A worked example: the step on the left, its reason on the right; in large print the reason stands below its step. */
export function drawWorking(steps: readonly WorkingStep[], place: Place): FileBlock[] {
  const { look } = place;
  const [left, right] = look.large ? [place.width, 0] : shares(place.width, look.chinese ? 1.1 / 2.1 : 1 / 2.24);
  const stepPlace = { ...narrowed(place, left - 2 * SIDE), style: STYLES.tableText };
  const rows = steps.map((step, index) => {
    const stays = index < steps.length - 1 ? steps.length <= STEPS_TOGETHER : place.stays;
    const formula = equationLines(step.math, stepPlace);
    const cells = look.large
      ? [{ children: [...formula, ...reasonLines(step.reason, stepPlace)] }]
      : [{ children: formula }, { children: reasonLines(step.reason, narrowed(place, right - 2 * SIDE)) }];
    return { cells, stays };
  });
  const rules = { insideHorizontal: DOTTED, ...(look.large ? {} : { insideVertical: THIN }) };
  return [frame(rows, { widths: look.large ? [left] : [left, right], rules, padding: { x: SIDE, y: 50 } }), gap(place.stays)];
}

const SIDE = 100;
/** More steps may part at the end of a page. */
const STEPS_TOGETHER = 7;

function shares(width: number, first: number): readonly [number, number] {
  const left = Math.round(width * first);
  return [left, width - left];
}

/** The formula of a step, on several lines where one is too long. */
function equationLines(math: MathNode, place: Place): FileBlock[] {
  return mathLines(math, roomOf(place)).map((line) =>
    paragraphOf({ style: place.style, children: [displayedEquation(line, place.separator, 'left')] }),
  );
}

/** In words, or as a formula in words. */
function reasonLines(reason: readonly Inline[], place: Place): FileBlock[] {
  const [only, ...others] = reason;
  const reasonPlace = { ...place, style: STYLES.reason };
  if (only?.kind === 'math' && others.length === 0) return equationLines(only.math, reasonPlace);
  return [paragraphOf({ style: STYLES.reason, children: runs(reason, reasonPlace) })];
}
