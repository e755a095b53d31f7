import { expect, test } from 'vitest';
import { amountText, evaluateText } from '../support/chapter-text.js';

/** Oldest first: the holder at the head of the queue leaves when the price has doubled since that holder's row. */
const QUEUE = `
units: [point]
examples:
  queue:
    givens:
      first_price: 1 yuan/point
    rounds:
      each: order
      start: { price: first_price, head: 0 }
      row:
        price: before.price + 1 yuan/point
        leaves: if(price >= 2 * price[before.head], 1, 0)
        head: before.head + leaves
      until: head >= 3
      limit: 50
    steps:
      final: price[last]
      third: first(row where head >= 3)
`;

test('a row is read by a computed number, and the table ends with the first row that fulfils `until`', () => {
  const { chapter, diagnostics } = evaluateText(QUEUE);
  expect(diagnostics).toEqual([]);
  // price[n] = n + 1. Row 1: 2 ≥ 2·price[0] = 2, leaves, head 1. Row 2: 3 < 2·price[1] = 4. Row 3: 4 ≥ 4, head 2.
  // Row 4: 5 < 2·price[2] = 6. Row 5: 6 ≥ 6, head 3: the end.
  expect([1, 2, 3, 4, 5].map((row) => amountText(chapter, 'queue', 'head', row))).toEqual(['1', '1', '2', '2', '3']);
  expect(chapter.examples.get('queue')?.rounds?.lastRow).toBe(5);
  expect(amountText(chapter, 'queue', 'final')).toBe('6');
  expect(amountText(chapter, 'queue', 'third')).toBe('5');
});

test('rounds that never end stop at their limit and say so at the condition', () => {
  const { diagnostics } = evaluateText(QUEUE.replace('head >= 3\n      limit', 'head >= 300\n      limit'));
  const [found] = diagnostics;
  expect(found?.code).toBe('rounds-end');
  expect(found?.message).toContain('50');
  expect(found?.span?.source.text.slice(found.span.start, found.span.end)).toBe('head >= 300');
});

test('a column that has no value in a row is a mistake where it is used, once', () => {
  const { diagnostics } = evaluateText(QUEUE.replace('price[before.head]', 'price[before.head + 40]'));
  expect(diagnostics.map(({ code }) => code)).toEqual(['row-exists']);
});

test('why a quantity or a cell has no value is told where it happened, and not again by what rests on it', () => {
  const { chapter } = evaluateText(`
units: [point]
examples:
  ladder:
    givens:
      gift: 0 point
    rounds:
      each: order
      start: { points: 3 point, share: 1 }
      row:
        points: before.points - 1 point
        share: gift / (points - 1 point)
      rows: 4
      limit: 50
    steps:
      nothing: gift / gift
      after: nothing + 1
      late: first(row where points < -100 point)
`);
  const ladder = chapter.examples.get('ladder');
  // Row 1 has 2 points, 0 ÷ 1 = 0; row 2 has 1 point, so its share divides by 0. Rows 2 and later have no value then.
  expect([1, 2, 4, 3].map((row) => ladder?.mistakeIn('share', row)?.code)).toEqual([
    undefined,
    'no-division-by-zero',
    'no-division-by-zero',
    'no-division-by-zero',
  ]);
  expect(ladder?.rounds?.cell('points', 4)).toBeUndefined();
  expect(['nothing', 'after', 'gift'].map((name) => ladder?.mistakeIn(name)?.code)).toEqual(['no-division-by-zero', undefined, undefined]);
  expect(ladder?.mistakeIn('late')?.message).toContain('divisor');
});

test('a step that reads a cell far down is derived from that row and not through all the rows above', () => {
  const { chapter } = evaluateText(`
units: [point]
examples:
  ladder:
    rounds:
      each: order
      start: { price: 1 yuan/point }
      row: { price: before.price + 1 yuan/point }
      rows: 40
    steps:
      near: "price[2] * 2 point"
      distant: "price[30] * 2 point"
`);
  const example = chapter.examples.get('ladder');
  const steps = (name: string) => {
    if (example === undefined) throw new Error('no example');
    const { span } = example.example;
    return example.derive({ kind: 'name', name, span }).steps.map(({ target, row }) => `${target?.name} ${row ?? ''}`.trim());
  };
  expect(steps('near')).toEqual(['price 1', 'price 2', 'near']);
  expect(steps('distant')).toEqual(['price 30', 'distant']);
});

test('a search that goes on beyond the rows worked out so far rests on every column of the row above', () => {
  const { chapter, diagnostics } = evaluateText(`
examples:
  twins:
    givens:
      step: 1
    rounds:
      each: order
      start: { small: 0, large: 1 }
      row:
        small: before.small + step
        large: before.large * 2 + before.small
      rows: 10
      limit: 50
    steps:
      early: first(row where small >= 3)
      late: first(row where large >= 100)
      at_late: small[late]
`);
  expect(diagnostics).toEqual([]);
  // small counts the rows. large: 1, 2 + 0 = 2, 4 + 1 = 5, 10 + 2 = 12, 24 + 3 = 27, 54 + 4 = 58, 116 + 5 = 121 in row 6.
  expect(['early', 'late', 'at_late'].map((name) => amountText(chapter, 'twins', name))).toEqual(['3', '6', '6']);
});
