import { expect, it } from 'vitest';
import type { Block } from '../../src/document/index.js';
import { oneChapter } from '../support/one-chapter.js';

const SUMS = `units: [point]
examples:
  card:
    givens: { price: 20 yuan/point, points: 10 point }
    steps: { paid: price * points }
    claims:
      total: { printed: 200 yuan, of: paid, expect: exact }
      dear: { says: paid > 100 yuan, expect: holds }
      cheap: { says: paid < 100 yuan, expect: fails }
exercises:
  figures: { check: [card.total, card.dear], marks: 2, level: basic }
  words: { check: [card.dear, card.cheap], lines: 3, marks: 2, level: basic }
`;
const WORDS = `---
title: T
goal: G
minutes: 1
names: { card.price: price, card.points: points, card.paid: paid }
units: { point: [point, points] }
claims: { card.total: It is 200 yuan., card.dear: It is dear., card.cheap: It is cheap. }
---

::: verdicts
:::

::: exercise figures
Check.
:::

::: exercise words
Check.
:::
`;

it('asks for a figure where a claim has one, and leaves as many lines for working as the exercise says', () => {
  const { documents, diagnostics } = oneChapter(SUMS, WORDS, ['student']);
  expect(diagnostics).toEqual([]);
  const exercises = (documents[0]?.document.chapters[0]?.blocks ?? []).flatMap((block: Block) =>
    block.kind === 'exercise' ? [block.exercise] : [],
  );
  const shapes = exercises.map(({ response }) =>
    response.map((block) => (block.kind === 'space' ? block.lines : block.kind === 'table' ? block.table.head.length : block.kind)),
  );
  // Claim, four words, and in the first table a column for the figure. Then room for conditions, though none of these lines has one.
  expect(shapes).toEqual([
    [1, 6, 'paragraph', 'lines'],
    [3, 5, 'paragraph', 'lines'],
  ]);
});

/** 95 is within 5 % of the printed 100; under `half` the figure is 100, under `none` 0. Plainly it is 200. */
const READ = SUMS.replace('total: { printed: 200 yuan, of: paid, expect: exact }', 'total: { printed: 100 yuan, of: paid, about: 5% }')
  .replace('    claims:', '    readings: { near: { paid: 95 yuan }, half: { paid: 100 yuan }, none: { paid: 0 yuan } }\n    claims:')
  .replace(/, expect: (holds|fails)/g, '');

it('names each reading in the key under which the figure comes out, within its tolerance too', () => {
  const words = WORDS.replace('claims:', 'readings: { card.near: a near one, card.half: half of it, card.none: nothing }\nclaims:');
  const { documents } = oneChapter(READ, words, ['teacher']);
  const [figures] = (documents[0]?.document.chapters[0]?.blocks ?? []).flatMap((block: Block) =>
    block.kind === 'exercise' ? [JSON.stringify(block.exercise.key)] : [],
  );
  expect(['a near one', 'half of it', 'nothing'].filter((name) => figures?.includes(name))).toEqual(['a near one', 'half of it']);
});
