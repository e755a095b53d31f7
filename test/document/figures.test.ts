import { describe, expect, test } from 'vitest';
import {
  answerFigure,
  exactText,
  figureText,
  sentenceFigure,
  shownPlaces,
  unitInShort,
  unitName,
  withUnit,
} from '../../src/document/wording/figures.js';
import { amount, baseUnit, divideUnits, multiplyUnits, PURE_NUMBER, raiseUnit, type Unit } from '../../src/number/index.js';
import { sampleVoice } from '../support/sample-voice.js';

const POINT = baseUnit('point');
const YUAN = baseUnit('yuan');
const PERSON = baseUnit('person');
const DAY = baseUnit('day');

/** Without the space that keeps a figure and its unit together. */
const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const en = sampleVoice('en').voice;
const zh = sampleVoice('zh').voice;

describe('figures with units', () => {
  test.each<[string, Unit, string, string]>([
    ['1', POINT, '1 point', '1 个积分'],
    ['8.88', POINT, '8.88 points', '8.88 个积分'],
    ['0.5', POINT, '0.5 points', '0.5 个积分'],
    ['0', PERSON, '0 people', '0 人'],
    ['1', PERSON, '1 person', '1 人'],
    ['1.43', divideUnits(YUAN, POINT), '1.43 yuan per point', '1.43 元/个'],
    ['888', divideUnits(POINT, DAY), '888 points per day', '888 个积分/天'],
    ['1', divideUnits(POINT, DAY), '1 point per day', '1 个积分/天'],
    ['100000', YUAN, '100\u2009000 yuan', '100\u2009000 元'],
    ['-20', YUAN, '−20 yuan', '−20 元'],
    ['12', PURE_NUMBER, '12', '12'],
    ['2', divideUnits(PURE_NUMBER, DAY), '2 per day', '2 /天'],
    ['3', multiplyUnits(YUAN, PERSON), '3 person·yuan', '3 人·元'],
    ['4', raiseUnit(YUAN, 2), '4 yuan²', '4 元²'],
  ])('%s', (value, unit, english, chinese) => {
    expect(plain(figureText({ amount: amount(value), unit }, en))).toBe(english);
    expect(plain(figureText({ amount: amount(value), unit }, zh))).toBe(chinese);
  });

  test('a figure rounded to 1.00 is not one point', () => {
    expect(plain(figureText({ amount: amount('1.004'), unit: POINT }, en, { places: 2 }))).toBe('1.00 points');
  });

  test('a per cent sign stands close to its number', () => {
    expect([withUnit('5', '%'), withUnit('5', '‰'), plain(withUnit('5', 'yuan'))]).toEqual(['5%', '5‰', '5 yuan']);
  });

  test('a sign of money stands before the amount and behind its minus', () => {
    const written = [
      ['12.50', '€'],
      ['−3', 'HK$'],
      ['12', '€/kg'],
      ['12', '¥ per cup'],
      ['4', '€²'],
      ['4', 'CHF'],
    ].map(([shown = '', unit = '']) => plain(withUnit(shown, unit)));
    expect(written).toEqual(['€12.50', '−HK$3', '€12/kg', '¥12 per cup', '4 €²', '4 CHF']);
  });

  test('heads of columns have the short form', () => {
    expect([unitInShort(divideUnits(YUAN, POINT), undefined, en), unitInShort(divideUnits(YUAN, POINT), undefined, zh)]).toEqual([
      'yuan/point',
      '元/个',
    ]);
  });

  test('the name of a unit on its own', () => {
    expect(unitName(POINT, en)).toBe('points');
    expect(unitName(PURE_NUMBER, zh)).toBe('没有单位的数');
  });
});

describe('a large figure in a sentence', () => {
  // Counted by hand: 万 is 10 thousand, 亿 is 100 million.
  test.each([
    ['9999', '9999 yuan', '9999 元'],
    ['10000', '10\u2009000 yuan', '10\u2009000（1 万）元'],
    ['54600', '54\u2009600 yuan', '54\u2009600（5.46 万）元'],
    ['29900000', '29\u2009900\u2009000 yuan', '29\u2009900\u2009000（2990 万）元'],
    ['100000000', '100\u2009000\u2009000 yuan', '100\u2009000\u2009000（1 亿）元'],
    ['54600000000', '54\u2009600\u2009000\u2009000 yuan', '54\u2009600\u2009000\u2009000（546 亿）元'],
    // 97.236 万 is harder to read than its digits.
    ['972360', '972\u2009360 yuan', '972\u2009360 元'],
    ['-20000', '−20\u2009000 yuan', '−20\u2009000（−2 万）元'],
  ])('%s', (value, english, chinese) => {
    const figure = { amount: amount(value), unit: YUAN };
    expect([plain(sentenceFigure(figure, en)), plain(sentenceFigure(figure, zh))]).toEqual([english, chinese]);
  });

  test('is read as it is shown, rounded', () => {
    expect(plain(sentenceFigure({ amount: amount('19999.6'), unit: YUAN }, zh, { places: 0 }))).toBe('20\u2009000（2 万）元');
  });
});

describe('the figure of an answer', () => {
  test.each([
    // Asked to two decimals: 57 nights come out even, 17.44 and 57.00 (of 57.004) are rounded, 19.80 is money with fen.
    ['57', '57', 2, '57'],
    ['57.004', '57', 2, '57.00'],
    ['19.8', '19.8', 2, '19.80'],
    ['233333333.3', '233333000', -3, '233\u2009333\u2009000'],
  ])('%s', (exact, shown, places, text) => {
    expect(answerFigure({ exact: { amount: amount(exact), unit: YUAN }, shown: amount(shown), places })).toBe(text);
  });
});

describe('how many places', () => {
  test.each([
    // 112 ÷ (160 ÷ 112) = 78.4; 40 digits leave a rest at the end that no page shows.
    [amount(112).dividedBy(amount(160).dividedBy(112)), 1],
    [amount(10).dividedBy(7), 4],
    [amount(1).dividedBy(30000), 8], // 0.00003333: four significant digits
    [amount('0.00888'), 5], // 888 ÷ 100 000 has three digits, and a zero is not added
    [amount('982.24'), 2],
    [amount(0), 0],
  ])('%s', (value, places) => {
    expect(shownPlaces(value)).toBe(places);
  });
});

describe('exact forms', () => {
  test.each([
    [amount(10).dividedBy(7), '10/7'],
    [amount(2000).dividedBy(1071), '2000/1071'],
    [amount(112).dividedBy(amount(160).dividedBy(112)), '78.4'],
    [amount('17.76'), '17.76'],
    // √2 is no fraction of small whole numbers.
    [amount(2).sqrt(), undefined],
  ])('%s', (value, text) => {
    expect(exactText(value)).toBe(text);
  });
});
