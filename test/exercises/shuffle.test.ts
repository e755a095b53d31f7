import { expect, test } from 'vitest';
import { shuffledOrder } from '../../src/number/index.js';

const NAMES = Array.from({ length: 200 }, (_, index) => `exercise-${index}`);

test('an order holds every number once, and is never the plain one', () => {
  for (const name of NAMES) {
    for (const count of [2, 3, 6, 14]) {
      const order = shuffledOrder(count, name);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
      expect(order.every((place, index) => place === index)).toBe(false);
    }
  }
});

test('an order depends on the name alone', () => {
  expect(shuffledOrder(6, 'slogans')).toEqual(shuffledOrder(6, 'slogans'));
  expect(new Set(NAMES.map((name) => shuffledOrder(6, name).join())).size).toBeGreaterThan(100);
});

test('one or none has only one order', () => {
  expect([shuffledOrder(1, 'a'), shuffledOrder(0, 'a')]).toEqual([[0], []]);
});
