import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { makeExercises, type NumericAnswer, numericAnswers } from '../../src/exercises/index.js';
import { contains, roundHalfUp } from '../../src/number/index.js';
import { evaluateText } from '../support/chapter-text.js';
import { shippedChapter } from '../support/shipped-chapter.js';
import { shippedContents } from '../support/shipped-document.js';

function made(folder: string) {
  const { chapter, audit } = shippedChapter(folder);
  const folders = readdirSync(new URL('../../chapters/', import.meta.url)).filter((name) => /^\d/.test(name) && name < folder);
  const chapters = shippedContents(folders);
  const names = chapters.map(({ evaluated }) => evaluated.source.name);
  return { chapter, ...makeExercises(chapter, audit, { names, chapters }) };
}

describe.each(['01-one-purchase', '10-zero-cost'])('the exercises of %s', (folder) => {
  const { chapter, value: exercises, diagnostics } = made(folder);
  const answers = exercises.flatMap(({ form }) => numericAnswers(form));

  it('are all made, in the order of sums.yaml', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(exercises.map(({ name, number }) => `${number} ${name}`)).toEqual(
      chapter.source.sums.exercises.map(({ name }, index) => `${index + 1} ${name}`),
    );
  });

  it('accept the figure that the key shows, and the exact one', () => {
    expect(answers.length).toBeGreaterThan(20);
    for (const { id, accepted, shown, exact } of answers) {
      expect([id, contains(accepted, shown), contains(accepted, exact.amount)]).toEqual([id, true, true]);
    }
  });

  it('accept no figure of a misconception', () => {
    const wrong = answers.flatMap((answer) => answer.misconceptions.map((one) => ({ answer, ...one })));
    expect(wrong.length).toBeGreaterThan(4);
    for (const { answer, code, value } of wrong) {
      const written = roundHalfUp(value, answer.places);
      expect([answer.id, code, contains(answer.accepted, value), contains(answer.accepted, written)]).toEqual([
        answer.id,
        code,
        false,
        false,
      ]);
    }
  });

  it('have one id for each answer', () => {
    const ids = exercises.flatMap(({ form }) => numericAnswers(form).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('name the example of every figure, so that a page can label it', () => {
    // What is recalled is labelled in its own chapter.
    const own = exercises.flatMap(({ form }) => (form.kind === 'recall' ? [] : numericAnswers(form)));
    for (const { id, formula } of own) expect([id, chapter.exampleOf(formula)?.example.name]).not.toEqual([id, undefined]);
  });

  it('offer options that differ as written', () => {
    const choices = exercises.flatMap(({ form }) => (form.kind === 'choose' ? [form] : []));
    expect(choices.length).toBeGreaterThan(0);
    for (const { options, correct } of choices) {
      const written = options.map(({ value, places }) => roundHalfUp(value.amount, places).toFixed(places));
      expect(new Set(written).size).toBe(options.length);
      expect(options.flatMap(({ misconception }, index) => (misconception === undefined ? [index] : []))).toEqual([correct]);
    }
  });

  it('let the nets of a money table sum to nothing', () => {
    for (const { form } of exercises) {
      if (form.kind !== 'money') continue;
      const [first, ...others] = form.nets.map(({ answer }) => answer.shown);
      expect(others.reduce((sum, net) => sum.plus(net), first as NonNullable<typeof first>).toFixed()).toBe('0');
    }
  });
});

describe('the exercises of chapter 7', () => {
  const { value: exercises } = made('07-pool-price');
  const form = (name: string) => exercises.find((one) => one.name === name)?.form;
  const interval = (answer: NumericAnswer | undefined) =>
    [answer?.shown, answer?.accepted.low, answer?.accepted.high].map((one) => one?.toFixed());

  it('accept in a table what follows from its printed cells', () => {
    const table = form('fill-ladder');
    if (table?.kind !== 'table') throw new Error('fill-ladder is a table');
    const cell = (row: number, column: number) => table.rows[row]?.cells[column];
    const blank = (row: number, column: number) => {
      const found = cell(row, column);
      return found?.kind === 'blank' ? found.answer : undefined;
    };
    expect(table.columns.map(({ name }) => name)).toEqual(['minted', 'pool', 'points', 'price']);
    expect([cell(0, 0)?.kind, cell(0, 1)?.kind, cell(2, 0)?.kind, cell(3, 1)?.kind]).toEqual(['none', 'shown', 'shown', 'shown']);
    // Row 2 prints 190.40 points at 1.68. Exactly 112·119/200 = 66.64; with the printed price 112 ÷ 1.68 = 66.67
    expect(interval(blank(3, 0))).toEqual(['66.64', '66.635', '66.675']);
    // exactly 190.4 + 66.64 = 257.04; with the written 66.67 it is 190.40 + 66.67 = 257.07
    expect(interval(blank(3, 2))).toEqual(['257.04', '257.035', '257.075']);
    // 480 ÷ 257.04 = 1.8674 and 480 ÷ 257.07 = 1.8672 are both written 1.87
    expect(interval(blank(3, 3))).toEqual(['1.87', '1.865', '1.875']);
  });

  it('accept what follows from a figure written one line before', () => {
    const asked = form('second-order');
    if (asked?.kind !== 'compute') throw new Error('second-order is computed');
    // 75.6 ÷ (126 ÷ 75.6) = 45.36; with the price written 1.67 it is 45.269… = 45.27
    expect(interval(asked.answers[0])).toEqual(['45.36', '45.265', '45.365']);
    // 252 ÷ 120.96 = 2.0833; 252 ÷ (75.6 + 45.27) = 2.0849: both 2.08
    expect(interval(asked.answers[1])).toEqual(['2.08', '2.075', '2.085']);
    // 126 and 75.6 are points, so they belong to the first figure only
    expect(asked.answers.map(({ misconceptions }) => misconceptions.map(({ code, value }) => `${code} ${value.toFixed()}`))).toEqual([
      ['K2 126', 'K14 75.6'],
      [],
    ]);
  });

  it('leave the named lines of a working blank', () => {
    const faded = form('faded-price');
    if (faded?.kind !== 'complete') throw new Error('faded-price is completed');
    const names = faded.derivation.steps.map(({ target }) => target?.name);
    expect([...faded.blanks.keys()].map((index) => names[index])).toEqual(['gift', 'first_points', 'first_price']);
    // 126 × 60 % = 75.6; at 1 yuan a point that is 75.6 points; 126 ÷ 75.6 = 1.666…
    expect([...faded.blanks.values()].map(({ shown }) => shown.toFixed())).toEqual(['75.6', '75.6', '1.67']);
  });

  it('tell which readings fit: two do for 78 and 1.68, points counted after the payment do not', () => {
    const readings = form('which-reading');
    if (readings?.kind !== 'choose-reading') throw new Error('which-reading compares readings');
    expect(readings.readings).toEqual([undefined, 'rounded-as-printed', 'credited-after-payment']);
    expect(readings.claims.map(({ cells }) => cells.map(({ answer, fits }) => `${answer?.shown.toFixed()} ${fits}`))).toEqual([
      ['78 true', '78 true', '39 false'],
      ['1.68 true', '1.68 true', '2.12 false'],
    ]);
    expect(readings.fitting).toEqual([0, 1]);
  });

  it('give the four words, and the figure to the printed digits', () => {
    const check = form('check-lines');
    if (check?.kind !== 'check') throw new Error('check-lines checks claims');
    // 112 × 10.71 = 1199.52, printed as 1200; 960 yuan is less than 1000, so the full return contradicts
    expect(check.claims.map(({ claim, word, answer }) => `${claim} ${word} ${answer?.shown.toFixed() ?? '-'}`)).toEqual([
      'surplus reproduced 48',
      'value-at-target reproduced 1200',
      'pool-falls reproduced 960',
      'full-return contradiction -',
    ]);
  });
});

describe('the exercises of chapter 1', () => {
  const form = (name: string) => made('01-one-purchase').value.find((one) => one.name === name)?.form;

  it('set the choice in an order of its own', () => {
    const choice = form('pick-deposit');
    if (choice?.kind !== 'choose') throw new Error('pick-deposit is a choice');
    // 500 ÷ 2 = 250; 500 × 2, 100 ÷ 2, 500 yuan taken as points
    expect(choice.options.map(({ value, misconception }) => `${value.amount.toFixed()} ${misconception ?? 'right'}`)).toEqual([
      '1000 K2',
      '50 K3',
      '500 K8',
      '250 right',
    ]);
    expect(choice.correct).toBe(3);
  });

  it('say who pays: the customer has 982.24 less, the merchant 900 more, the traders the rest', () => {
    const money = form('who-pays');
    if (money?.kind !== 'money') throw new Error('who-pays is a money table');
    // 17.76 − 1000, 1000 − 100, 100 − 17.76
    expect(money.nets.map(({ party, answer }) => `${party} ${answer.shown.toFixed()}`)).toEqual([
      'customer -982.24',
      'merchant 900',
      'point_traders 82.24',
    ]);
    expect(money.nets.every(({ answer }) => answer.derivation.steps.length > 0)).toBe(true);
  });
});

it('readings of which none gives every printed figure are not called fitting because one gives more than the others', () => {
  const { chapter } = evaluateText(`examples:
  shop:
    givens: { price: 10 yuan, rate: 6% }
    steps: { once: price * (1 + rate), twice: price * (1 + rate) * (1 + rate) }
    readings: { higher: { rate: 10% } }
    claims: { first: { printed: 10.6 yuan, of: once }, second: { printed: 12.1 yuan, of: twice }, third: { printed: 11.24 yuan, of: twice } }
exercises:
  read: { choose-reading: shop, claims: [first, second, third], marks: 1, level: basic }
`);
  const form = makeExercises(chapter, auditChapter(chapter).value).value[0]?.form;
  if (form?.kind !== 'choose-reading') throw new Error('read compares readings');
  // 10 × 1.06 = 10.6, × 1.06 = 11.236; 10 × 1.1 = 11, × 1.1 = 12.1
  expect(form.claims.map(({ cells }) => cells.map(({ fits }) => fits))).toEqual([
    [true, false],
    [false, true],
    [true, false],
  ]);
  expect(form.fitting).toEqual([]);
});

it('a prompt that gives the price leaves no reading of it open', () => {
  const form = made('07-pool-price').value.find(({ name }) => name === 'fill-ladder')?.form;
  if (form?.kind !== 'table') throw new Error('fill-ladder is a table');
  const answers = form.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'blank' ? [cell.answer] : [])));
  expect(answers.map(({ otherPaths }) => otherPaths)).toEqual(Array(9).fill([]));
});
