import { describe, expect, it } from 'vitest';
import { createAnswerReader } from '../../src/answer/index.js';
import { parseChapter } from '../../src/chapter/index.js';
import { baseUnit, CURRENCIES, countsThings, divideUnits, moneyPlaces } from '../../src/number/index.js';
import { amountText, evaluateText } from '../support/chapter-text.js';

const SHOP = `
money: { eur: "€", hkd: HK$, yuan: "¥" }
units: [cup]
examples:
  shop:
    givens: { price: 2.50 eur/cup, cups: 3 cup, rate: 8 hkd/eur }
    steps: { paid: price * cups, loss: 5 eur - paid, there: paid * rate }
`;

const parsed = (text: string) => parseChapter({ folder: '01-shop', sums: { name: 'sums.yaml', text }, words: new Map() });

describe('money of any currency', () => {
  it('is a unit as yuan is, with a sign', () => {
    const { chapter, diagnostics } = evaluateText(SHOP);
    expect(diagnostics).toEqual([]);
    // 3 · 2.50 = 7.50; 5 − 7.50 = −2.50, which is no mistake; 7.50 · 8 = 60
    expect(['paid', 'loss', 'there'].map((name) => amountText(chapter, 'shop', name))).toEqual(['7.5', '-2.5', '60']);
    const { sums } = chapter.source;
    expect([...sums.moneySigns]).toEqual([
      ['eur', '€'],
      ['hkd', 'HK$'],
      ['yuan', '¥'],
    ]);
    expect(sums.units.map(({ value }) => value)).toEqual(['cup', 'eur', 'hkd']);
  });

  it('is never mixed without a rate', () => {
    const { diagnostics } = evaluateText(SHOP.replace('paid * rate', 'paid + 1 yuan'));
    // One unit counted as another: the engine records it, and the chapter has to name it.
    expect(evaluateText(SHOP.replace('paid * rate', 'paid + 1 yuan')).chapter.examples.get('shop')?.conversions).toHaveLength(1);
    expect(diagnostics).toEqual([]);
    expect(evaluateText(SHOP.replace('paid * rate', 'paid + cups')).chapter.examples.get('shop')?.conversions).toHaveLength(1);
  });

  it('has the decimals of its currency and may fall below zero', () => {
    expect(['yuan', 'eur', 'jpy', 'kwd', 'cup'].map((name) => moneyPlaces(baseUnit(name)))).toEqual([2, 2, 0, 3, undefined]);
    expect(moneyPlaces(divideUnits(baseUnit('usd'), baseUnit('cup')))).toBe(2);
    expect(CURRENCIES.filter((name) => countsThings(baseUnit(name)))).toEqual([]);
  });

  it.each([
    ['money: { uer: "€" }', 'known-unit: `uer` is no currency.'],
    ['money: { eur: euro }', 'value-shape: The sign of a currency is one such as `€` or `HK$`.'],
    ['money: [eur]', 'value-shape: `money:` is a list of `name: value` lines.'],
  ])('%s says what is wrong', (money, message) => {
    const { diagnostics } = parsed(`${money}\nexamples:\n  one:\n    givens: { a: 1 }\n`);
    expect(diagnostics.map((one) => `${one.code}: ${one.message}`)).toEqual([message]);
  });

  it.each([
    ['€12.50', 'eur', '12.5'],
    ['12.50 €', 'eur', '12.5'],
    ['-€3', 'eur', '-3'],
    ['3 euros', 'eur', '3'],
    ['CHF 20', 'chf', '20'],
    ['HK$5', 'hkd', '5'],
    ['₹1,000', 'inr', '1000'],
    ['$5', 'usd', '5'],
    ['30新加坡元', 'sgd', '30'],
  ])('%s is read as an answer in %s', (typed, unit, value) => {
    const read = createAnswerReader({ eur: ['€', '€'] })(typed, unit);
    expect(read.kind === 'figure' ? read.value.toFixed() : read).toBe(value);
  });

  it('of another currency is another unit', () => {
    expect(createAnswerReader({})('12 USD', 'eur').kind).toBe('other-unit');
  });
});
