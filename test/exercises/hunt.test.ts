import { describe, expect, it, test } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { type ExerciseForm, makeExercises, slipInLanguage } from '../../src/exercises/index.js';
import { printFormula } from '../../src/formula/index.js';
import { evaluateText } from '../support/chapter-text.js';

const CHAIN = `units: [point]
examples:
  chain:
    givens: { own: 1000 point, total: 200000 point, daily: 888 point, price: 2 yuan/point }
    unstated: { fee: { unknown: yuan } }
    steps: { share: own / total, points: share * daily, worth: points * price, net: worth - fee }
exercises:
`;

function made(exercise: string) {
  const { chapter, diagnostics } = evaluateText(`${CHAIN}  asked: { ${exercise}, marks: 3, level: basic }\n`);
  const { value, diagnostics: found } = makeExercises(chapter, auditChapter(chapter).value);
  return { form: value[0]?.form, messages: [...diagnostics, ...found].map(({ code, message }) => `${code}: ${message}`) };
}

function linesOf(form: ExerciseForm | undefined): readonly string[] {
  if (form?.kind !== 'hunt') return [];
  return form.lines.map(({ name, formula, value }) =>
    `${name} = ${printFormula(formula)} = ${value.amount.toFixed()} ${value.unit.key}`.trim(),
  );
}

describe('a working with a wrong line', () => {
  it('prints a bare wrong figure behind the own formula, and goes on with it', () => {
    const { form, messages } = made('hunt: chain, lines: [share, points, worth], slips: { share: { K1: 0.05% } }, places: 2');
    expect(messages).toEqual([]);
    // 888 · 0.0005 = 0.444; 0.444 · 2 = 0.888
    expect(linesOf(form)).toEqual([
      'share = own / total = 0.0005',
      'points = share * daily = 0.444 point',
      'worth = points * price = 0.888 yuan',
    ]);
    if (form?.kind !== 'hunt') throw new Error('no hunt');
    expect(form.lines.map(({ slip, written }) => `${slip?.code} ${written}`)).toEqual([
      'K1 0.05%',
      'undefined undefined',
      'undefined undefined',
    ]);
    // 1000 ÷ 200000 = 0.005; 888 · 0.005 · 2 = 8.88. A share is not cut to the places of money.
    expect([form.lines[0]?.slip?.answer.shown.toFixed(), form.last?.shown.toFixed(), form.last?.id]).toEqual([
      '0.005',
      '8.88',
      'asked.last',
    ]);
  });

  it('prints another formula in place of the own one; the figure takes the unit of the line', () => {
    const { form, messages } = made('hunt: chain, lines: [share, points, worth], slips: { points: { K2: daily / share } }, places: 2');
    expect(messages).toEqual([]);
    // 888 ÷ 0.005 = 177600
    expect(linesOf(form)[1]).toBe('points = daily / share = 177600 point');
    const bare = made('hunt: chain, lines: [share, points], slips: { share: { K2: own * total } }');
    expect(linesOf(bare.form)[0]).toBe('share = own * total = 200000000');
  });

  it('prints the own formula when a slip is made from the line itself', () => {
    const { form, messages } = made('hunt: chain, lines: [share, points, worth], slips: { points: { K1: 10 * points } }, places: 2');
    expect(messages).toEqual([]);
    // 0.005 · 888 = 4.44, ten times that is 44.4; 44.4 · 2 = 88.8
    expect(linesOf(form).slice(1)).toEqual(['points = share * daily = 44.4 point', 'worth = points * price = 88.8 yuan']);
  });

  it('may have two wrong lines, and asks for no last line where that is one of them', () => {
    const { form } = made('hunt: chain, lines: [share, points, worth], slips: { share: { K1: 5% }, worth: { K2: points / price } }');
    // 888 · 5 % = 44.4; 44.4 ÷ 2 = 22.2; right: 8.88
    expect(linesOf(form)[2]).toBe('worth = points / price = 22.2 yuan');
    if (form?.kind !== 'hunt') throw new Error('no hunt');
    expect([form.last, form.lines[2]?.slip?.answer.shown.toFixed()]).toEqual([undefined, '8.88']);
  });
});

test.each([
  [
    'the right figure',
    'hunt: chain, lines: [share, points], slips: { points: { K1: 4.441 point } }, places: 2',
    'distinct-options: In exercise `asked`, slip K1 gives 4.441 for `points`, which cannot be told from the right figure 4.44.',
  ],
  [
    'a line that is no step',
    'hunt: chain, lines: [own, points], slips: { points: { K1: 44.4 point } }',
    'known-name: Exercise `asked` names `own`, which is not a step of chain.',
  ],
  [
    'a slip in no line',
    'hunt: chain, lines: [share, points], slips: { worth: { K1: 44.4 yuan } }',
    'known-name: Exercise `asked` names `worth`, which is not a line of this working.',
  ],
  [
    'a single line',
    'hunt: chain, lines: [share], slips: { share: { K1: 5% } }',
    'exercise-possible: Exercise `asked` prints one line; a wrong one among several is hunted.',
  ],
  [
    'an unknown figure',
    'hunt: chain, lines: [worth, net], slips: { net: { K4: worth + fee } }',
    'answer-is-figure: Exercise `asked` asks for `chain.net`, which has no value: `fee` unknown.',
  ],
  [
    'a name that is not there',
    'hunt: chain, lines: [share, points], slips: { points: { K4: shares * daily } }',
    'known-name: There is no `shares` in chain.',
  ],
  [
    'two slips in a line',
    'hunt: chain, lines: [share, points], slips: { points: { K1: 44.4 point, K2: daily / share } }',
    'value-shape: A line has one slip; `points` has 2.',
  ],
])('%s is a mistake, told once', (_, exercise, message) => {
  expect(made(exercise).messages).toEqual([message]);
});

test('a slip has the letter of its language; other words stay as they are', () => {
  const written = (letters: string) => ['a', 'c', 'C', '2'].map((word) => slipInLanguage(word, letters));
  expect(written('甲乙丙丁')).toEqual(['甲', '丙', 'C', '2']);
  expect(written('abcd')).toEqual(['a', 'c', 'C', '2']);
});
