import { describe, expect, test } from 'vitest';
import { symbolicMath } from '../../src/document/wording/math.js';
import { spokenMath } from '../../src/document/wording/spoken.js';
import type { Voice } from '../../src/document/wording/voice.js';
import { workingBlock } from '../../src/document/wording/working.js';
import { type Formula, parseFormula } from '../../src/formula/index.js';
import { BUILT_IN_UNITS } from '../../src/number/index.js';
import { blockText, mathText } from '../support/document-text.js';
import { sampleVoice } from '../support/sample-voice.js';

const en = sampleVoice('en').voice;
const zh = sampleVoice('zh').voice;

function formula(text: string): Formula {
  const parsed = parseFormula({ name: 'formula', text }, 0, text.length, new Set([...BUILT_IN_UNITS, 'point']));
  if (parsed.value === undefined) throw new Error(`cannot read ${text}`);
  return parsed.value;
}

const drawn = (text: string, voice: Voice) => mathText(symbolicMath(formula(text), { voice, example: 'plan' }));
const spoken = (text: string, voice: Voice) =>
  spokenMath(symbolicMath(formula(text), { voice, example: 'plan' }), voice).replace(/\u00a0/g, ' ');

describe('formulas in words', () => {
  test.each([
    ['pool / points', '{pool}/{points in circulation}'],
    ['spend * rate', 'amount spent × take rate'],
    ['(spend - take) * 2', '(amount spent − take) × 2'],
    ['spend - (take - rest)', 'amount spent − (take − a third of the rest)'],
    ['spend - take - rest', 'amount spent − take − a third of the rest'],
    ['min(spend, take) * 2', '(the smaller of\u00a0 amount spent \u00a0and\u00a0 take) × 2'],
    ['max(spend, take) > 2', 'the larger of\u00a0 amount spent \u00a0and\u00a0 take > 2'],
    ['(1 + rate) ^ 3', '(1 + take rate)^3'],
    ['(spend / take) ^ 2', '({amount spent}/{take})^2'],
    ['(rate ^ 2) ^ 3', '(take rate^2)^3'],
    ['-take', '− take'],
    ['-(spend + take)', '− (amount spent + take)'],
    ['-(spend - take) * 2', '(− (amount spent − take)) × 2'],
    ['-(spend * rate)', '− amount spent × take rate'],
    ['-(spend / rate)', '− {amount spent}/{take rate}'],
    ['not (spend > take and take > 0)', 'not (amount spent > take and take > 0)'],
    ['(spend > take or take > 0) and rate > 0', '(amount spent > take or take > 0) and take rate > 0'],
    ['plan.price[2]', 'price of one point_2'],
    ['price[last]', 'price of one point_last'],
    ['before.price', 'price of one point one order earlier'],
    ['10% * spend', '10% × amount spent'],
    ['spend >= 1,000 yuan and not take = 0 yuan', 'amount spent ≥ 1000 yuan and not (take = 0 yuan)'],
    ['round(pool / points, 2)', '({pool}/{points in circulation} , rounded)'],
    ['first(row where price >= 2 yuan/point)', 'first order with\u00a0 price of one point ≥ 2 yuan/point'],
    ['min(take, spend)', 'the smaller of\u00a0 take \u00a0and\u00a0 amount spent'],
    ['10万 yuan', '100\u2009000 yuan'],
  ])('%s', (text, expected) => {
    expect(drawn(text, en)).toBe(expected);
  });

  test('Chinese magnitudes are written out: one computes with the digits', () => {
    expect(drawn('10万 yuan', zh)).toBe('100\u2009000 元');
  });
});

describe('formulas spoken', () => {
  test.each([
    ['pool / points', 'pool divided by points in circulation', '池里的钱除以流通的积分'],
    ['(spend - take) / 3', 'open bracket amount spent minus take close bracket divided by 3', '括号消费额减抽成括号完除以 3'],
    [
      'solve(rate where take = 150 yuan between 0% and 20%) + 1',
      'open bracket take rate between 0% and 20% that gives take equals 150 yuan close bracket plus 1',
      '括号 0% 与 20% 之间使抽成等于 150 元成立的抽成比例括号完加 1',
    ],
    ['price > 1.43 yuan/point', 'price of one point is greater than 1.43 yuan per point', '积分单价大于 1.43 元每个'],
  ])('%s', (text, english, chinese) => {
    expect(spoken(text, en)).toBe(english);
    expect(spoken(text, zh)).toBe(chinese);
  });
});

describe('working', () => {
  // take = 1000 × 20% = 200; rest = (1000 − 200) ÷ 3 = 266.666…
  const derivation = en.content.evaluated.derive(formula('plan.rest'));

  test('figures on the left, the same step in words on the right', () => {
    expect(blockText([workingBlock(derivation, en)])).toBe(
      [
        '1000 yuan × 20% = 200 yuan // take = amount spent × take rate',
        '{1000 yuan − 200 yuan}/{3} ≈ 266.6667 yuan // a third of the rest = {amount spent − take}/{3}',
      ].join('\n'),
    );
  });

  test('a faded result is a blank wherever it is used', () => {
    expect(blockText([workingBlock(derivation, en, { blanks: new Set([0]) })])).toBe(
      [
        '1000 yuan × 20% = [__] // take = amount spent × take rate',
        '{1000 yuan − [__]}/{3} ≈ 266.6667 yuan // a third of the rest = {amount spent − take}/{3}',
      ].join('\n'),
    );
  });

  test('the row above has the row number before', () => {
    const rows = en.content.evaluated.derive(formula('plan.price[1]'));
    expect(blockText([workingBlock(rows, en)])).toContain('0 yuan + 200 yuan = 200 yuan // pool_1 = pool_0 + take');
  });
});
