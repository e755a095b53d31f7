import { expect, test } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { makeExercises } from '../../src/exercises/index.js';
import { evaluateText } from '../support/chapter-text.js';

const EXAMPLE = `
units: [point]
examples:
  shop:
    givens: { spend: 100 yuan, rate: { is: 20%, line: 4 } }
    unstated: { fee: { unknown: yuan } }
    steps:
      take: spend * rate
      left: spend - take
      net: left - fee
      nothing: spend - spend
    claims:
      take: { printed: 20 yuan, of: take, expect: exact }
      cheap: { says: take < spend, expect: holds }
    readings:
      twice: { take: 2 * spend * rate }
    assumptions:
      no-tax: { rests-on: [rate], try: { rate: 30% }, watch: [take] }
  runs:
    givens: { gift: 112 yuan, intake: 160 yuan, opening: 1 yuan/point }
    rounds:
      each: order
      start: { pool: 0 yuan, price: opening }
      row: { minted: gift / before.price, pool: before.pool + intake, price: pool / minted }
      rows: 3
      limit: 5
exercises:
`;

/** The codes and messages for one exercise that cannot be made, beside one that can. */
function mistakes(exercise: string) {
  const { chapter, diagnostics } = evaluateText(`${EXAMPLE}  asked: ${exercise}\n  fine: { compute: shop.take, marks: 1, level: basic }\n`);
  const made = makeExercises(chapter, auditChapter(chapter).value);
  return {
    earlier: diagnostics,
    found: made.diagnostics,
    texts: made.diagnostics.map(({ code, message }) => `${code}: ${message}`),
    names: made.value.map(({ name, number }) => `${number} ${name}`),
    forms: made.value.map(({ form }) => form),
  };
}

const REST = 'marks: 1, level: basic';

test.each([
  [
    'an unknown input',
    `{ compute: shop.net, ${REST} }`,
    'answer-is-figure: Exercise `asked` asks for `shop.net`, which has no value: `fee` unknown.',
  ],
  [
    'a condition',
    `{ compute: "shop.take < shop.spend", ${REST} }`,
    'answer-is-figure: Exercise `asked` asks for `shop.take < shop.spend`, which is a condition.',
  ],
  [
    'a choice without wrong options',
    `{ choose: shop.take, ${REST} }`,
    'exercise-possible: Exercise `asked` has no wrong option beside 20.',
  ],
  [
    'an estimate of 0',
    `{ estimate: shop.nothing, factor: 3, ${REST} }`,
    'exercise-possible: Exercise `asked` asks for an estimate of 0, of which every multiple is 0.',
  ],
  [
    'an example that is not there',
    `{ money: shopp, ${REST} }`,
    'known-example: Exercise `asked` names an example `shopp` that this chapter does not have.',
  ],
  [
    'money that nobody pays',
    `{ money: shop, ${REST} }`,
    'exercise-possible: Exercise `asked` names example `shop`, which has no `money:`.',
  ],
  [
    'a claim that is not there',
    `{ check: [shop.taek], ${REST} }`,
    'known-claim: Exercise `asked` names a claim `shop.taek` that does not exist.',
  ],
  [
    'readings compared by a statement',
    `{ choose-reading: shop, claims: [cheap], ${REST} }`,
    'exercise-possible: Exercise `asked` compares readings by `cheap`, which prints no figure.',
  ],
  [
    'a name that nobody states',
    `{ spot: shop, names: [rate, no-tex], ${REST} }`,
    'known-name: `no-tex` is neither a given nor an assumption of shop.',
  ],
  [
    'a table without rounds',
    `{ table: shop, rows: 0-2, columns: [take], blank: [take], ${REST} }`,
    'exercise-possible: Exercise `asked` names example `shop`, which has no rounds.',
  ],
  [
    'a blank column that the table does not show',
    `{ table: runs, rows: 0-2, columns: [pool], blank: [price], ${REST} }`,
    'known-name: Exercise `asked` names `price`, which is not a column of this table.',
  ],
  [
    'a table with nothing to fill in',
    `{ table: runs, rows: 0-2, columns: [pool], blank: [pool], blank-rows: 3-3, ${REST} }`,
    'exercise-possible: Exercise `asked` leaves no cell blank.',
  ],
  [
    'rows beyond the limit',
    `{ table: runs, rows: 0-6, columns: [pool], blank: [pool], ${REST} }`,
    'answer-is-figure: Exercise `asked` asks for `runs.pool[6]`, which has no value.',
  ],
  [
    'points beyond the limit',
    `{ plot: runs, x: order, y: price, rows: 0-6, ${REST} }`,
    'answer-is-figure: Exercise `asked` asks for `runs.price[6]`, which has no value.',
  ],
  [
    'a change to a name that is not there',
    `{ what-if: shop, cases: [{ rat: 10% }], watch: [shop.take], ${REST} }`,
    'known-name: Exercise `asked` names `rat`, which is not a quantity of shop.',
  ],
  [
    'a change in another unit',
    `{ what-if: shop, cases: [{ spend: 5 point }], watch: [shop.take, shop.left], ${REST} }`,
    'units-balance: Exercise `asked` changes `spend` to `5 point`, 5 in point; it is in yuan.',
  ],
  [
    'a change that leaves no value',
    `{ what-if: shop, cases: [{ spend: fee }], watch: [shop.take], ${REST} }`,
    'answer-is-figure: Exercise `asked` changes `spend` to `fee`, which has no value.',
  ],
  [
    'a blank that is not a step',
    `{ complete: shop.left, blank: [rate], ${REST} }`,
    'exercise-possible: `rate` is not a step of the working of exercise `asked`.',
  ],
])('%s is reported once, and the other exercise keeps its number', (_, exercise, expected) => {
  const { earlier, texts, found, names } = mistakes(exercise);
  expect(earlier).toEqual([]);
  expect(texts).toEqual([expected]);
  expect(found[0]?.span?.source.name).toBe('01-test/sums.yaml');
  expect(names).toEqual(['2 fine']);
});

test.each([
  // 100 × 20 % is 20; 20.3 is written 20
  [
    'gives the right figure when rounded',
    'compute',
    '{ K1: shop.take + 0.3 yuan }',
    'distinct-options: In exercise `asked`, misconception K1 gives 20.3, which cannot be told from the right figure 20.',
  ],
  // 80.2 and 80 are both written 80
  [
    'cannot be told from another',
    'compute',
    '{ K1: shop.left, K2: shop.left + 0.2 yuan }',
    'distinct-options: In exercise `asked`, misconception K2 gives 80.2, which cannot be told from the 80 of K1.',
  ],
  [
    'is in another unit',
    'choose',
    '{ K1: shop.left, K2: shop.rate }',
    'units-balance: In exercise `asked`, misconception K2 is in a pure number; the exercise asks for yuan.',
  ],
  [
    'rests on an unknown',
    'compute',
    '{ K1: shop.net }',
    'answer-is-figure: Misconception K1 of exercise `asked` has no value: `fee` unknown.',
  ],
])('a misconception that %s is reported', (_, kind, list, expected) => {
  expect(mistakes(`{ ${kind}: shop.take, places: 0, misconceptions: ${list}, ${REST} }`).texts).toEqual([expected]);
});

test.each([
  ['what is asked for', 'compute: shop.tkae'],
  ['a misconception', 'compute: shop.take, misconceptions: { K1: shop.tkae }'],
  ['a change', 'what-if: shop, cases: [{ spend: 2 * spned }], watch: [shop.take]'],
  ['a watched figure', 'what-if: shop, cases: [{ spend: 2 * spend }], watch: [shop.tkae]'],
  ['a slip', 'hunt: shop, lines: [take, left], slips: { take: { K1: 2 * spned } }'],
])('a misspelt name in %s is reported by the evaluation alone', (what, asked) => {
  const { earlier, texts, names } = mistakes(`{ ${asked}, ${REST} }`);
  expect(earlier.map(({ code }) => code)).toEqual(['known-name']);
  expect(texts).toEqual([]);
  // Without its misconception an exercise can still be made.
  expect(names).toEqual(what === 'a misconception' ? ['1 asked', '2 fine'] : ['2 fine']);
});

test('a table or plot of rounds that fail in their own right stays silent', () => {
  const failing = EXAMPLE.replace('price: pool / minted', 'price: pool / (minted - minted)');
  const exercises = `  fill: { table: runs, rows: 0-2, columns: [price], blank: [price], ${REST} }\n  draw: { plot: runs, x: order, y: price, rows: 0-2, ${REST} }\n`;
  const { chapter, diagnostics } = evaluateText(failing + exercises);
  expect(diagnostics.map(({ code }) => code)).toEqual(['no-division-by-zero']);
  expect(makeExercises(chapter, auditChapter(chapter).value)).toEqual({ value: [], diagnostics: [] });
});

test('a changed value may build on the value as it is', () => {
  const [form] = mistakes(`{ what-if: shop, cases: [{ spend: 2 * spend }], watch: [shop.take], ${REST} }`).forms;
  // 20 % of 100 yuan, and of 200 yuan
  expect(form?.kind === 'what-if' && form.cases.map(({ cells }) => cells[0]?.shown.toFixed())).toEqual(['20', '40']);
});

test('an estimate counts from a third to three times the figure', () => {
  const [form] = mistakes(`{ estimate: shop.take - shop.left, factor: 3, ${REST} }`).forms;
  // 20 - 80 = -60: from three times -60 to a third of it
  expect(form?.kind === 'estimate' && [form.accepted.low, form.accepted.high].map((one) => one.toFixed())).toEqual(['-180', '-20']);
});

test('the key prints beside a figure what another reading gives', () => {
  const form = mistakes(`{ compute: [shop.take, shop.spend], ${REST} }`).forms[0];
  // 2 × 100 yuan × 20 % = 40; the amount spent is the same under both
  expect(
    form?.kind === 'compute' &&
      form.answers.map(({ otherPaths }) => otherPaths.map(({ reading, value }) => `${reading} ${value.toFixed()}`)),
  ).toEqual([['twice 40'], []]);
});

test('it prints none where the prompt leaves no other reading open', () => {
  const form = mistakes(`{ compute: shop.take, other-readings: none, ${REST} }`).forms[0];
  expect(form?.kind === 'compute' && form.answers.map(({ otherPaths }) => otherPaths)).toEqual([[]]);
});

test('a row that sets a figure to a value keeps it under a reading of that very figure', () => {
  const [form] = mistakes(`{ what-if: shop, cases: [{ take: 30 yuan }], watch: [shop.take], ${REST} }`).forms;
  // As it stands the other reading gives 40; a take of 30 yuan is 30 yuan under both.
  const others = form?.kind === 'what-if' && form.cases.map(({ cells }) => cells[0]?.otherPaths.map(({ value }) => value.toFixed()));
  expect(others).toEqual([['40'], []]);
});
