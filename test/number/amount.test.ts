import { expect, it } from 'vitest';
import { amount } from '../../src/number/index.js';

it('amounts keep 40 significant digits, rounded half up', () => {
  expect(amount(2).dividedBy(3).toFixed()).toBe(`0.${'6'.repeat(39)}7`);
  // 41 digits, of which the last is a half.
  expect(
    amount(`1${'0'.repeat(39)}`)
      .plus('0.5')
      .toFixed(),
  ).toBe(`1${'0'.repeat(38)}1`);
  expect(
    amount(`-1${'0'.repeat(39)}`)
      .minus('0.5')
      .toFixed(),
  ).toBe(`-1${'0'.repeat(38)}1`);
});

it('amounts are written in plain digits up to sixty of them', () => {
  expect([amount('1e59').toString(), amount('1e60').toString()]).toEqual([`1${'0'.repeat(59)}`, '1e+60']);
  expect([amount('1e-59').toString(), amount('1e-60').toString()]).toEqual([`0.${'0'.repeat(58)}1`, '1e-60']);
});

it('an amount may have nine million digits before or behind the point, and no more', () => {
  expect([amount('1e9000000').isFinite(), amount('1e9000001').isFinite()]).toEqual([true, false]);
  expect([amount('1e-9000000').isZero(), amount('1e-9000001').isZero()]).toEqual([false, true]);
});
