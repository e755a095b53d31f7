import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/diagnostics/index.js';
import { blockText } from '../support/document-text.js';
import { oneChapter } from '../support/one-chapter.js';

const SUMS = `units: [point]
examples:
  card:
    givens: { own: 1000 point, price: 2 yuan/point, got: 8 point, cap: 850 yuan, part: 0.3 }
    unstated: { later: { unknown: yuan } }
    steps:
      left: own - got * price
      worth: got * price
      smaller: min(cap, worth)
      paid: if(got > 5 point, worth * 2, cap / 3)
      counted: { is: worth * 3, unit: point }
      full: ceil(own / (7 point)) * 1 order
      whole: ceil(cap / (3 yuan/order))
      reached: first(row where sum_up >= 10 yuan)
    rounds: { each: order, start: { sum_up: 0 yuan }, row: { sum_up: before.sum_up + 4 yuan }, rows: 5 }
    claims:
      same: { printed: 16 yuan, of: worth, expect: exact }
      other: { printed: 20 yuan, of: worth, expect: contradicts }
      more: { says: paid > 40 yuan, expect: fails }
      unknown: { says: later > 40 yuan, expect: cannot-be-derived }
      grows: { says: sum_up < 12 yuan, every: true, expect: fails }
      told: { printed: 1700 yuan, of: cap * 2, expect: exact }
    assumptions:
      yuan-as-point: { converts: yuan -> point }
exercises:
  left: { compute: card.left, marks: 1, level: basic }
  counted: { compute: card.counted, marks: 1, level: basic }
  smaller: { compute: card.smaller, marks: 1, level: basic }
  paid: { compute: card.paid, marks: 1, level: basic }
  whole: { compute: card.whole, marks: 1, level: basic }
  reached: { compute: card.reached, marks: 1, level: basic }
  judge: { check: [card.same, card.other, card.more, card.unknown, card.grows, card.told], marks: 1, level: basic }
`;
const names = [...SUMS.matchAll(/^ {6}(left|worth|smaller|paid|counted|full|whole|reached):/gm)].map(([, name]) => name);
const WORDS = `---
title: T
goal: G
minutes: 1
names:
${['own', 'price', 'got', 'cap', 'part', 'later', 'sum_up', ...names].map((name) => `  card.${name}: ${name}-word`).join('\n')}
claims: { card.same: Same., card.other: Other., card.more: More., card.unknown: Unknown., card.grows: Grows., card.told: Told. }
assumptions: { card.yuan-as-point: Yuan count as points. }
reasons:
  card.told: 'The author says why: {{card.cap}}.'
units: { point: [point, points] }
---

::: verdicts
:::

${['left', 'counted', 'smaller', 'paid', 'whole', 'reached', 'judge'].map((name) => `::: exercise ${name}\nDo it.\n:::\n`).join('\n')}
`;

const { documents, diagnostics } = oneChapter(SUMS, WORDS, ['key']);
const exercises = (documents[0]?.document.chapters[0]?.blocks ?? []).flatMap((block) =>
  block.kind === 'exercise' ? [block.exercise] : [],
);
const keyOf = (name: string) => blockText(exercises.find(({ id }) => id === `one-${name}`)?.key ?? []).replace(/\u00a0/g, ' ');

describe('a key', () => {
  it('is made without an error', () => expect(hasErrors(diagnostics)).toBe(false));

  it('converts before it subtracts', () => {
    // 8 · 2 = 16 yuan count as 16 points; 1000 − 16 = 984
    const key = keyOf('left');
    expect(key).toMatch(
      /8 points × 2 yuan\/point = 16 yuan.*\n16 yuan → 16 points \/\/ by the document’s rule\n1000 points − 16 points = 984 points/,
    );
  });

  it('converts a result behind its sum', () => {
    expect(keyOf('counted')).toMatch(/16 yuan × 3 = 48 yuan .*\n48 yuan → 48 points/);
  });

  it('says which of two is the smaller', () => {
    expect(keyOf('smaller')).toContain('the smaller of  850 yuan  and  16 yuan = 16 yuan');
  });

  it('takes the branch that holds, and no other', () => {
    expect(keyOf('paid')).toContain('16 yuan × 2 = 32 yuan // paid-word = worth-word × 2');
    expect(keyOf('paid')).not.toMatch(/\bif\b|850/);
  });

  it('shows the figure from which a whole number is taken', () => {
    // 850 ÷ 3 = 283.33…
    expect(keyOf('whole')).toMatch(/≈ 283\.3333 orders → 284 orders/);
  });

  it('shows the row before the row that is looked for, and the row itself', () => {
    // 4, 8, 12: the third row is the first with 10 or more
    expect(keyOf('reached')).toMatch(/\| 2 \| 8\n\| 3 \| 12/);
  });

  it('gives each verdict its sum and a reason', () => {
    const key = keyOf('judge');
    expect(key).toContain('Verdict: reproduced. Gives 16 yuan, as printed.');
    expect(key).toContain('Verdict: contradicts what is given. Gives 16 yuan; printed 20 yuan: difference 4 yuan.');
    expect(key).toContain('Verdict: contradicts what is given. 32 yuan > 40 yuan: this does not hold.');
    expect(key).toContain('Verdict: cannot be derived. Printed nowhere: later-word.');
    expect(key).toMatch(/In row 3: .*12 yuan.*12 yuan.*: this does not hold\./);
    expect(key).toContain('Verdict: reproduced. The author says why: 850 yuan.');
    expect(key).not.toContain('Gives 1700');
  });
});
