import { expect, it } from 'vitest';
import { targetKey, targetOf, targetsOf } from '../../src/evaluate/index.js';
import type { Reference } from '../../src/formula/index.js';
import { parseText } from '../support/formula-text.js';

const ROUNDS = { lastRow: 7 };

/** The reference as it stands in a formula of `ladder`, outside the rows or in row 3. */
it.each([
  ['gift', undefined, ['ladder.gift']],
  ['gift', 3, ['ladder.gift[3]', 'ladder.gift']],
  ['before.price', 3, ['ladder.price[2]']],
  ['before.price', undefined, []],
  ['price[2]', 3, ['ladder.price[2]']],
  ['night.price[1,000]', 3, ['night.price[1000]']],
  ['night.gift', 3, ['night.gift']],
  ['price[last]', undefined, []],
  ['price[head]', 3, []],
])('%s in row %s may stand for %j', (text, row, keys) => {
  expect(targetsOf(parseText(text).value as Reference, 'ladder', row).map(targetKey)).toEqual(keys);
});

it('where no example is known, only a dotted reference stands for a figure', () => {
  expect(['gift', 'before.price', 'ladder.gift'].map((text) => targetsOf(parseText(text).value as Reference, undefined, 3))).toEqual([
    [],
    [],
    [{ example: 'ladder', name: 'gift' }],
  ]);
});

it.each([
  ['gift', 'ladder.gift'],
  ['night.gift', 'night.gift'],
  ['price[2]', 'ladder.price[2]'],
  ['price[last]', 'ladder.price[7]'],
  ['price[head]', undefined],
  ['gift + 1', undefined],
])('%s is the figure %s', (text, key) => {
  const { value } = parseText(text);
  const target = value && targetOf(value, 'ladder', ROUNDS);
  expect(target && targetKey(target)).toBe(key);
});
