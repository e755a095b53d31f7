import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { parseWorkbook } from '../../src/chapter/index.js';
import { checkHandouts } from '../../src/classroom/index.js';
import { makeExercises } from '../../src/exercises/index.js';
import { evaluateText } from '../support/chapter-text.js';

const WORKBOOK = 'chapters/workbook.yaml';
const workbook = parseWorkbook({ name: WORKBOOK, text: readFileSync(new URL(`../../${WORKBOOK}`, import.meta.url), 'utf8') }).value;

/** What `check` says of the drawn figures of one example, about whose `asked` an exercise asks. */
function promisesOf(example: string, asked: string): readonly string[] {
  const exercises = `exercises:\n  one: { compute: ${asked}, marks: 1, level: basic }\n`;
  const { chapter, diagnostics } = evaluateText(`units: [point, percent]\nexamples:\n${example}${exercises}`);
  expect(diagnostics).toEqual([]);
  const { value: audit } = auditChapter(chapter);
  if (workbook === undefined) throw new Error(`${WORKBOOK} cannot be read`);
  const content = { evaluated: chapter, audit, exercises: makeExercises(chapter, audit).value };
  const found = checkHandouts([content], { workbook, words: [] });
  expect(found.map(({ code }) => code)).toEqual(found.map(() => 'variant-keeps-promise'));
  return found.map(({ message }) => message);
}

const KIOSK = `
  kiosk:
    givens: { issued: 200 point, taken: 150 point, paid: 300 yuan, cost: 250 yuan, price: 2 yuan/point, wanted: 240 point }
    steps:
      left: issued - taken
      over: paid - cost
      free: over / price
      short: issued - wanted
      change: (taken - issued) / issued * 100 percent
`;

describe('points of a story', () => {
  it('are not more than there are, in a step that only such figures push below none', () => {
    // 200 issued, 250 taken: 200 − 250 = −50 points; as printed 200 − 150 = 50. With 120 taken 80 are left.
    expect(promisesOf(`${KIOSK}    vary:\n      taken: [120 point, 250 point]\n`, 'kiosk.left')).toEqual([
      'With taken 250 `kiosk.left` is -50 point: more is taken than there is.',
    ]);
    expect(promisesOf(`${KIOSK}    vary:\n      taken: [120 point, 200 point]\n`, 'kiosk.left')).toEqual([]);
    expect(
      promisesOf(`${KIOSK}    vary:\n      taken: [120 point, 250 point]\n    such-that: ["left >= 0 point"]\n`, 'kiosk.left'),
    ).toEqual([]);
  });

  it('may be too few with the figures that are printed: then the story is about that', () => {
    // 200 − 240 = −40 as printed; 180 − 240 = −60 with fewer issued, when 180 − 150 = 30 are left.
    expect(promisesOf(`${KIOSK}    vary:\n      issued: [180 point, 190 point]\n`, 'kiosk.short')).toEqual([]);
  });

  it('are looked at where nobody asks for them, and money and percentages are not', () => {
    // 220 − 250 = −30 yuan may be a loss; −30 ÷ 2 = −15 points are none. The change is −25 % all the while.
    expect(promisesOf(`${KIOSK}    vary:\n      paid: [220 yuan, 280 yuan]\n`, 'kiosk.over')).toEqual([
      'With paid 220 `kiosk.free` is -15 point: more is taken than there is.',
    ]);
    // 90 taken of 200: (90 − 200) ÷ 200 = −55 %.
    expect(promisesOf(`${KIOSK}    vary:\n      taken: [90 point, 110 point]\n`, 'kiosk.change')).toEqual([]);
  });

  it('are not fewer than none because a division does not end', () => {
    // 200 ÷ 3 is 66.6…67 in 40 digits; 200 less three times that, one after the other, is 4 in the 38th decimal below 0.
    const split = `
  split:
    givens: { all: 240 point }
    steps: { each: all / 3, two: each * 2, rest: all - each - each - each }
    vary:
      all: [200 point, 500 point]
`;
    expect(promisesOf(split, 'split.two')).toEqual([]);
  });
});

describe('points of a table', () => {
  const queue = (length: string, drawn: string) => `
  queue:
    givens: { stock: 200 point, taken: 50 point/round }
    steps: { first_left: "left[1]" }
    rounds:
      each: round
      start: { left: stock, out: 0 point }
      row:
        out: before.out + taken * 1 round
        left: before.left - taken * 1 round
      ${length}
      limit: 1000
    vary:
      taken: ${drawn}
`;

  it('run out in a row of it: the first is named', () => {
    // 200 − 3 × 70 = −10 in row 3 and −80 in row 4; 200 − 4 × 50 = 0 as printed, 200 − 4 × 40 = 40.
    expect(promisesOf(queue('rows: 4', '[40 point/round, 70 point/round]'), 'queue.first_left')).toEqual([
      'With taken 70 `queue.left` in row 3 is -10 point: more is taken than there is.',
    ]);
  });

  it('do not run out behind its end', () => {
    // With 40 a round row 4 holds 40 and is the last; row 6, with −40, is not part of the story. With 30, 50 are left in row 5.
    expect(promisesOf(queue('until: left <= 50 point', '[30 point/round, 40 point/round]'), 'queue.first_left')).toEqual([]);
    // With 80 a round 120, 40, −40 in row 3; with 95 a round 105 and then 10 in row 2, the last.
    expect(promisesOf(queue('until: left <= 10 point', '[80 point/round, 95 point/round]'), 'queue.first_left')).toEqual([
      'With taken 80 `queue.left` in row 3 is -40 point: more is taken than there is.',
    ]);
  });
});
