import { describe, expect, it } from 'vitest';
import { oneChapter } from '../support/one-chapter.js';

const SUMS = `units: [point]
examples:
  shop:
    givens: { spend: 12345 yuan, rate: 16%, price: 7 yuan/point }
    steps: { part: spend * rate, points: part / price }
    rounds: { each: order, start: { pool: 3 yuan }, row: { pool: before.pool * 1.5 }, rows: 3 }
`;
const HEAD = `---
title: T
goal: G 1975.2 yuan
minutes: 1
names: { shop.spend: spending, shop.rate: rate, shop.price: price, shop.part: part, shop.points: points, shop.pool: pool }
units: { point: [star, stars] }
---

`;

/** Figures of a text that are reported, with what is to be written in their place. */
function reported(text: string): readonly string[] {
  const { diagnostics } = oneChapter(SUMS, `${HEAD}${text}\n`, ['student']);
  return diagnostics.flatMap(({ code, message }) => (code === 'figure-is-computed' ? [message] : []));
}

describe('a figure typed in the words', () => {
  // 12 345 · 16 % = 1975.2; ÷ 7 = 282.171…; pool 3, 4.5, 6.75, 10.125
  it.each([
    ['It is 1975.2 yuan.', 'shop.part'],
    ['It is 1\u2009975.20 yuan.', 'shop.part'],
    ['A 16% part.', 'shop.rate'],
    ['It is 282.17 stars.', 'shop.points'],
    ['It is 6.75 and 99 yuan.', 'shop.pool[2]'],
    ['A price of 7 yuan per star.', 'shop.price'],
    ['::: note\nIt is 12,345 yuan.\n:::', 'shop.spend'],
  ])('%s', (text, written) => {
    expect(reported(text)).toEqual([expect.stringContaining(`\`${written}\``)]);
  });

  it.each([
    // Another unit, another figure, rounded to none of its decimals, no unit, a longer word, computed, marked as alike, quoted as code.
    'It is 1975.2 stars.',
    'It is 1975.3 yuan.',
    'It is 282 stars.',
    'It is 1975.2.',
    'It is 1975.2 yuanlike.',
    'It is {{shop.part}}.',
    'It is {{"1975.2"}} yuan.',
    '`1975.2 yuan`',
  ])('%s is none of the chapter’s', (text) => {
    expect(reported(text)).toEqual([]);
  });
});
