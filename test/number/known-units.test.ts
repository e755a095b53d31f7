import { expect, it } from 'vitest';
import { BUILT_IN_UNITS, CURRENCIES, currencyOfSign, knownUnit } from '../../src/number/known-units.js';

it('every chapter has these units, and no others', () => {
  expect(BUILT_IN_UNITS).toEqual(['yuan', 'person', 'day', 'night', 'week', 'month', 'year', 'order', 'round', 'share']);
});

it('money has the decimals of ISO 4217', () => {
  const others = new Map([
    ['jpy', 0],
    ['krw', 0],
    ['vnd', 0],
    ['kwd', 3],
  ]);
  for (const code of CURRENCIES) expect([code, knownUnit(code)?.moneyPlaces]).toEqual([code, others.get(code) ?? 2]);
  expect(CURRENCIES).toEqual(expect.arrayContaining(['yuan', 'eur', 'usd', 'hkd', ...others.keys()]));
});

it('money, its coins and percentages may fall below zero; what is counted may not', () => {
  for (const name of [...CURRENCIES, 'jiao', 'fen', 'percent']) expect([name, knownUnit(name)?.mayBeNegative]).toEqual([name, true]);
  for (const name of BUILT_IN_UNITS.slice(1)) expect([name, knownUnit(name)?.mayBeNegative]).toEqual([name, undefined]);
  expect([knownUnit('percent')?.whole, knownUnit('jiao')?.moneyPlaces, knownUnit('cup')]).toEqual([100, undefined, undefined]);
});

it('a sign stands for one currency, narrow or wide', () => {
  expect(['¥', '￥', '€', '$', 'HK$', 'cup'].map(currencyOfSign)).toEqual(['yuan', 'yuan', 'eur', 'usd', 'hkd', undefined]);
});
