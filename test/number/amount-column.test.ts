import { expect, test } from 'vitest';
import { type Amount, amount, createAmountColumn } from '../../src/number/index.js';

/** A third with 40 digits, negatives, zeros, whole numbers, the smallest and largest that a formula may hold. */
const AMOUNTS = [
  ...['0', '1', '-1', '0.5', '-982.24', '1400000000', `${'9'.repeat(40)}`, `0.${'0'.repeat(40)}123456789`, '1e59', '-1e-59'].map(amount),
  ...[amount(1).dividedBy(3), amount(-200).dividedBy(119), amount(75).dividedBy(7).pow(10)],
];

test('gives back every amount as it was set, equal in all digits and usable in sums', () => {
  const column = createAmountColumn();
  const rowOf = (index: number) => index * 1009;
  for (const [index, value] of AMOUNTS.entries()) column.set(rowOf(index), value);
  for (const [index, value] of AMOUNTS.entries()) {
    const found = column.get(rowOf(index)) as Amount;
    expect([found.toFixed(), found.equals(value), found.isNegative()]).toEqual([value.toFixed(), true, value.isNegative()]);
    expect(found.plus(value).dividedBy(7).toFixed()).toBe(value.times(2).dividedBy(7).toFixed());
  }
});

test('has nothing where nothing was set, also between and beyond set rows', () => {
  const column = createAmountColumn();
  column.set(5000, amount(7));
  expect([0, 4999, 5001, 1_000_000].map((row) => column.get(row))).toEqual([undefined, undefined, undefined, undefined]);
});

test('keeps the value that was set last, also after a read', () => {
  const column = createAmountColumn();
  column.set(3, amount('2.5'));
  expect(column.get(3)?.toFixed()).toBe('2.5');
  column.set(3, amount(4));
  expect(column.get(3)?.toFixed()).toBe('4');
});

test('keeps a figure that has more digits than a working figure', () => {
  const long = amount(`${'1234567890'.repeat(6)}.25`);
  const column = createAmountColumn();
  column.set(0, long);
  expect(column.get(0)?.toFixed()).toBe(long.toFixed());
});
