import { expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { gradePaper, keyEntries, keyExercises } from '../../src/classroom/index.js';
import { makeExercises } from '../../src/exercises/index.js';
import { amount, contains } from '../../src/number/index.js';
import { evaluateText } from '../support/chapter-text.js';
import { oneChapter } from '../support/one-chapter.js';
import { PLAIN_READING } from '../support/plain-reading.js';

/** 1000 / 320 = 3.125, written 3.13 to two places; who multiplies by a wrong 0.003456 gets 3.456, written 3.46. */
const SUMS = `examples:
  shop: { givens: { spend: 1000 yuan, days: 320 }, steps: { each: spend / days } }
exercises:
  ask: { compute: shop.each, places: 2, misconceptions: { K2: shop.spend * 0.003456 }, marks: 1, level: basic }
`;
const WORDS = `---
title: T
goal: G
minutes: 1
names: { shop.spend: spending, shop.days: days, shop.each: a day }
---

::: exercise ask
How much a day?
:::
`;

/** 3.440, 3.441, … 3.475. */
const TYPED = Array.from({ length: 36 }, (_, index) =>
  amount(3440 + index)
    .dividedBy(1000)
    .toFixed(3),
);

/** Half a unit of the last place around 3.46, both ends included. */
const RECOGNISED = TYPED.filter((typed) => typed >= '3.455' && typed <= '3.465');

it('is recognised by the page in what is written for the wrong figure as rounded', () => {
  const { documents } = oneChapter(SUMS, WORDS, ['student']);
  const ask = [...(documents[0]?.screen?.values() ?? [])][0]?.graded[0]?.answers[0];
  const [wrong] = ask !== undefined && 'misconceptions' in ask ? ask.misconceptions : [];
  expect(wrong?.code).toBe('K2');
  const accepted = { low: amount(wrong?.accepted.low ?? 0), high: amount(wrong?.accepted.high ?? 0) };
  expect(TYPED.filter((typed) => contains(accepted, amount(typed)))).toEqual(RECOGNISED);
});

it('is recognised by mark in the same', () => {
  const { chapter: evaluated } = evaluateText(SUMS);
  const audit = auditChapter(evaluated).value;
  const content = { evaluated, audit, exercises: makeExercises(evaluated, audit).value };
  const paper = { parts: [{ content, variants: new Map() }], missing: [] };
  const exercises = keyExercises(paper);
  const student = { id: '1', name: 'A', group: '', code: 'A', answers: Object.fromEntries(keyEntries(paper)) };
  const found = TYPED.filter((typed) => {
    const [answer] = gradePaper(student, new Map([['1', typed]]), { exercises, reading: PLAIN_READING }).answers;
    return answer?.mark === 'wrong' && answer.misconception === 'K2';
  });
  expect(found).toEqual(RECOGNISED);
});
