import { expect, it } from 'vitest';
import { evenWidths, widthOf } from '../../src/render/output/text-width.js';

/** Powers of ten tell how many characters of each class a text has. */
const COUNT = { full: 1e6, symbol: 1e5, thin: 1e4, point: 1e3, narrow: 100, wide: 10, letter: 1 };

it.each([
  ['', 0],
  ['abc 12', 105],
  ['1,234.5', 2005],
  ['A W m %', 340],
  ['价格，（元）', 6e6],
  ['𠮷', 1e6],
  ['1\u2009000\u202f000', 20007],
  ['é ś', 111],
  ['≈−–', 3e5],
])('%j has characters of the classes %d', (text, classes) => {
  expect(widthOf(text, COUNT)).toBe(classes);
});

it('letters alone are all alike where only they are given', () => {
  // 2 · 1 + 5 · 0.5, and a point of 0.25
  expect(widthOf('价格 Mi, .', evenWidths(0.5, { point: 0.25 }))).toBe(2 + 4 * 0.5 + 2 * 0.25);
});
