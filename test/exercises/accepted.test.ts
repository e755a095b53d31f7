import { describe, expect, test } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { comesOutEven, makeExercises, type NumericAnswer, numericAnswers } from '../../src/exercises/index.js';
import { evaluateText } from '../support/chapter-text.js';

/** The answers of one exercise about a fee of 12 % on 800 yuan and 100 000 members. */
function answers(exercise: string): readonly NumericAnswer[] {
  const { chapter } = evaluateText(`examples:
  club:
    givens: { spend: 800 yuan, rate: 12%, members: 10万 person, fee: 299 yuan/person }
    steps:
      paid: spend * rate
      per_head: spend / 7
      three_heads: per_head * 3
      rounded_heads: round(per_head * 3, 4)
      all_fees: members * fee
      nothing_left: spend - 8 * 100 yuan
    claims:
      all-fees: { printed: 3千万 yuan, of: all_fees, expect: rounds-to }
exercises:
  asked: { ${exercise}, marks: 1, level: basic }
`);
  const { value } = makeExercises(chapter, auditChapter(chapter).value);
  const form = value[0]?.form;
  return form === undefined ? [] : numericAnswers(form);
}

function intervals(exercise: string): readonly string[] {
  return answers(exercise).map(({ accepted }) => `${accepted.low.toFixed()} ${accepted.high.toFixed()}`);
}

describe('what is accepted', () => {
  test.each([
    // 800 · 12 % = 96 comes out even; half a yuan is more than half a per cent of it (0.48), half a tenth is not.
    ['an even figure within half a per cent', 'compute: club.paid', ['95.95 96.05']],
    // 800 − 8 · 100 = 0: what is half a per cent of nothing? 0.4 is not 0.
    ['nothing beside zero', 'compute: club.nothing_left', ['0 0']],
    // 800 ÷ 7 = 114.28…: asked for as a whole number, it is 114, and half a yuan on either side rounds to it.
    ['a rounded figure within half a unit', 'compute: club.per_head, places: 0', ['113.5 114.5']],
    // 800 ÷ 7 · 3 = 342.857…, so 342.86; who writes 114.29 down and goes on has 342.87, and is taken in.
    ['a figure that follows from one written down', 'compute: club.three_heads', ['342.855 342.875']],
    // The same figure, but what rounds on the way is more than arithmetic: no other path is worked out.
    ['only the exact path through a function', 'compute: club.rounded_heads', ['342.855 342.865']],
    // 100 000 · 299 = 29 900 000; 3千万 is what the document rounds it to, not what the student works out.
    ['a claim printed in tens of millions to the yuan', 'check: [club.all-fees]', ['29899999.5 29900000.5']],
  ])('%s', (_, exercise, expected) => {
    expect(intervals(exercise)).toEqual(expected);
  });
});

describe('an answer without a range in the key', () => {
  test.each([
    // 96 yuan are 96 yuan.
    ['comes out even', 'compute: club.paid', true],
    // 114.28… is cut, so who marks it has to know how far 114 reaches.
    ['is not a rounded one', 'compute: club.per_head, places: 0', false],
  ])('%s', (_, exercise, even) => {
    expect(answers(exercise).map(comesOutEven)).toEqual([even]);
  });

  test('is not one whose steps lead further off when each is rounded', () => {
    const [paid] = answers('compute: club.paid');
    if (paid === undefined) throw new Error('no answer');
    expect(comesOutEven({ ...paid, accepted: { ...paid.accepted, low: paid.accepted.low.minus(1) } })).toBe(false);
  });
});
