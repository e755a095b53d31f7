import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, decimalPlaces, formatAmount, roundHalfUp } from '../../src/number/index.js';

// Below, `_` stands for the thin space between groups of digits and `-` for the printed minus sign.
const written = (text: string) => text.replaceAll('\u2009', '_').replaceAll('−', '-');

describe('numbers as pages print them', () => {
  it.each([
    ['0', '0'],
    ['8.88', '8.88'],
    ['8.880', '8.88'],
    ['9999', '9999'], // four digits stay together
    ['10000', '10_000'],
    ['972360', '972_360'],
    ['2600000000', '2_600_000_000'],
    ['-48', '-48'],
    ['-12345.678', '-12_345.678'],
    ['0.1234567890125', '0.123456789013'], // at most twelve decimals, half-up
    ['12345.123456', '12_345.123456'], // decimals are never grouped
    ['0.00000000000001', '0'],
    ['-0.00000000000001', '0'], // no minus sign before a zero
  ])('%s with all its digits is %s', (value, text) => {
    expect(written(formatAmount(amount(value)))).toBe(text);
  });

  it.each([
    ['1.6807', 2, '1.68'],
    ['1.6', 2, '1.60'], // the places asked for are printed, zeros too
    ['1000', 2, '1000.00'],
    ['9999.995', 2, '10_000.00'], // grouping follows rounding
    ['1.005', 2, '1.01'],
    ['-0.004', 2, '0.00'],
    ['-0.005', 2, '-0.01'],
    ['12345', -2, '12_300'],
    ['78.4', 0, '78'],
  ])('%s to %i places is %s', (value, places, text) => {
    expect(written(formatAmount(amount(value), places))).toBe(text);
  });

  it('reading a printed number gives the rounded number back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const value = amount(`${digits}e-4`);
        const text = written(formatAmount(value, places)).replaceAll('_', '');
        expect(amount(text).equals(roundHalfUp(value, places))).toBe(true);
        expect(text.split('.')[1]?.length ?? 0).toBe(places);
      }),
    );
  });
});

describe('decimal places', () => {
  it.each([
    ['1.43', 2],
    ['1.430', 2],
    ['190', 0],
    ['0.00005', 5],
  ])('%s has %i', (value, places) => {
    expect(decimalPlaces(amount(value))).toBe(places);
  });

  it('are counted up to a limit', () => {
    const third = amount(1).dividedBy(3);
    expect(decimalPlaces(third)).toBe(12);
    expect(decimalPlaces(third, 4)).toBe(4);
  });
});

describe('amounts', () => {
  it('are decimal: a tenth and two tenths are exactly three tenths', () => {
    expect(amount('0.1').plus('0.2').equals('0.3')).toBe(true);
  });

  it('carry 40 significant digits', () => {
    expect(amount(1).dividedBy(3).toFixed()).toBe(`0.${'3'.repeat(40)}`);
    expect(amount(2).dividedBy(3).toFixed()).toBe(`0.${'6'.repeat(39)}7`);
  });

  it('are written without an exponent, however large or small', () => {
    expect(amount('1e45').toString()).toBe(`1${'0'.repeat(45)}`);
    expect(amount('1e-45').toString()).toBe(`0.${'0'.repeat(44)}1`);
  });
});
