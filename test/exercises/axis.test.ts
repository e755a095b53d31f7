import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeAxis } from '../../src/exercises/kinds/axis.js';
import { amount, PURE_NUMBER } from '../../src/number/index.js';

const axis = (values: readonly string[], counts = false) => {
  const { min, max, step } = makeAxis('price', PURE_NUMBER, values.map(amount), counts);
  return [min, max, step].map((one) => one.toFixed()).join(' ');
};

test.each([
  // 0 to 2.15 in fifths would be 11 divisions, in halves 5
  ['prices from 1', ['1', '1.43', '2.15'], false, '0 2.5 0.5'],
  ['values far from 0 leave it out', ['100', '110'], false, '100 110 2'],
  ['16.1 to 20 begins at a whole step', ['16.1', '20'], false, '16 20 0.5'],
  ['rows are whole: three rows still have five divisions', ['0', '1', '2', '3'], true, '0 5 1'],
  ['one value', ['7'], false, '0 7 1'],
  ['nothing but 0', ['0', '0'], false, '0 5 1'],
  ['losses', ['-30', '10'], false, '-30 10 5'],
  ['values far below 0 leave it out, too', ['-110', '-100'], false, '-110 -100 2'],
  // −40 lies nearer to 0 than to −100.
  ['values below 0', ['-100', '-40'], false, '-100 0 20'],
])('%s', (_, values, counts, expected) => {
  expect(axis(values, counts)).toBe(expected);
});

test('every axis covers its values in 5 to 8 equal divisions', () => {
  const values = fc.array(
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((whole) => amount(whole).dividedBy(1000)),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(values, (drawn) => {
      const { min, max, step } = makeAxis('y', PURE_NUMBER, drawn, false);
      const divisions = max.minus(min).dividedBy(step);
      expect(divisions.isInteger() && divisions.greaterThanOrEqualTo(5) && divisions.lessThanOrEqualTo(8)).toBe(true);
      expect(drawn.every((value) => value.greaterThanOrEqualTo(min) && value.lessThanOrEqualTo(max))).toBe(true);
      expect(step.toExponential()).toMatch(/^[125]e/);
    }),
  );
});
