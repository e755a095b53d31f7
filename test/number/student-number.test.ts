import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStudentNumber } from '../../src/number/index.js';

const read = (text: string) => readStudentNumber(text)?.toFixed();

describe('a number as a student writes it', () => {
  it.each([
    ['17.76', '17.76'],
    ['  17.76 元', '17.76'],
    ['１７．７６', '17.76'],
    ['−982.24', '-982.24'],
    ['-5', '-5'],
    ['.5', '0.5'],
    ['100 000', '100000'],
    ['100\u2009000', '100000'],
    ['100,000.5', '100000.5'],
    ['１００，０００', '100000'],
    ['10万', '100000'],
    ['10 万 点共享值', '100000'],
    ['26亿', '2600000000'],
    ['0.05%', '0.0005'],
    ['5‰', '0.005'],
    ['10/7', '1.428571428571428571428571428571428571429'],
    ['1.43 yuan per point', '1.43'],
    ['¥12', '12'],
    ['+3', '3'],
  ])('%s is %s', (text, value) => expect(read(text)).toBe(value));

  it.each(['', 'abc', '1,5', '1.2.3', '3 4', '12-5', '1/0', '5 or 6', '1e5', '=2+3', '١٢', '9'.repeat(80)])(
    '%j is not one number',
    (text) => {
      expect(readStudentNumber(text)).toBeUndefined();
    },
  );

  it('reads back whatever a page prints, with or without groups', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (whole) => {
        expect(read(String(whole))).toBe(String(whole));
        expect(read(String(whole).replace(/\B(?=(\d{3})+$)/g, '\u202f'))).toBe(String(whole));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readStudentNumber(text)));
  });
});
