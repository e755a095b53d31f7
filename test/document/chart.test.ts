import { expect, it } from 'vitest';
import { lineChart, niceRange } from '../../src/document/index.js';
import { amount } from '../../src/number/index.js';

// At most 30 markers: each of 30 points, each second of 31 or 60, each third of 61, each seventh of 200 (200 ÷ 30 = 6.7).
it.each([
  [2, undefined],
  [30, undefined],
  [31, 2],
  [60, 2],
  [61, 3],
  [200, 7],
])('of a curve of %i points one in %s is marked', (count, every) => {
  const points = Array.from({ length: count }, (_, index) => ({ x: amount(index), y: amount(1) }));
  const x = niceRange(
    'row',
    points.map((point) => point.x),
  );
  const y = niceRange(
    'price',
    points.map((point) => point.y),
  );
  expect(lineChart(x, y, points).series.map(({ markEvery }) => markEvery)).toEqual([every]);
});
