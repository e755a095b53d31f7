import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Band, type ColumnPage, type KeyPart, planColumns } from '../../../src/render/pdf/layout/column-plan.js';

const half = (height: number, gap = 0): KeyPart => ({ height, narrow: true, gap });
const whole = (height: number, gap = 0): KeyPart => ({ height, narrow: false, gap });
const columns = (left: number, right: number, end: number): Band => ({ left, right, end });

// Pages of 100 mm.
it.each<readonly [string, number, readonly KeyPart[], readonly ColumnPage[]]>([
  ['nothing on one page', 0, [], [[]]],
  ['one part in the left column', 0, [half(10)], [[columns(0, 1, 1)]]],
  // 30 | 20 + 5 + 5 is 30; 30 + 20 | 10 would be 50.
  ['columns as equal as the order allows', 0, [half(30), half(20), half(5), half(5)], [[columns(0, 1, 4)]]],
  // The gap above the first of a column is not counted: 10 + 4 + 10 | 20 + 4 + 4.
  ['gaps within a column', 0, [half(10), half(10, 4), half(20, 9), half(4, 4)], [[columns(0, 2, 4)]]],
  [
    'a part across between two pairs',
    0,
    [half(10), half(10), whole(20), half(8), half(8)],
    [[columns(0, 1, 2), { across: 2 }, columns(3, 4, 5)]],
  ],
  // 40 are taken: a column has 60 less what rounding may take.
  ['less on the first page', 40, [half(50), half(50), half(50)], [[columns(0, 1, 2)], [columns(2, 3, 3)]]],
  ['a part across on the next page where it has no room', 0, [whole(60), whole(50)], [[{ across: 0 }], [{ across: 1 }]]],
  ['a part higher than a page alone', 0, [whole(30), whole(300), whole(30)], [[{ across: 0 }], [{ across: 1 }], [{ across: 2 }]]],
])('plans %s', (_, head, parts, expected) => {
  expect(planColumns(parts, 100, head)).toEqual(expected);
});

const anyParts = fc.array(
  fc.record<KeyPart>({
    height: fc.integer({ min: 1, max: 99 }),
    narrow: fc.boolean(),
    gap: fc.constantFrom(0, 1, 3),
  }),
  { maxLength: 40 },
);
const anyHead = fc.integer({ min: 0, max: 60 });

/** The parts of a band as they are read. */
const read = (band: Band): readonly number[] =>
  'across' in band ? [band.across] : Array.from({ length: band.end - band.left }, (_, index) => band.left + index);
const total = (parts: readonly KeyPart[]) => parts.reduce((sum, { height, gap }, index) => sum + height + (index === 0 ? 0 : gap), 0);

it('has every part once, in order, the narrow ones in columns', () => {
  fc.assert(
    fc.property(anyParts, anyHead, (parts, head) => {
      const bands = planColumns(parts, 100, head).flat();
      expect(bands.flatMap(read)).toEqual(parts.map((_, index) => index));
      for (const band of bands) for (const index of read(band)) expect(parts[index]?.narrow).toBe('left' in band);
    }),
  );
});

it('fills no page beyond its height, save by one part that is higher', () => {
  fc.assert(
    fc.property(anyParts, anyHead, (parts, head) => {
      for (const [page, bands] of planColumns(parts, 100, head).entries()) {
        const heights = bands.map((band, row) => {
          const first = parts['across' in band ? band.across : band.left];
          const height =
            'across' in band
              ? (first?.height ?? 0)
              : Math.max(total(parts.slice(band.left, band.right)), total(parts.slice(band.right, band.end)));
          return height + (row === 0 ? 0 : (first?.gap ?? 0));
        });
        const used = heights.reduce((sum, height) => sum + height, page === 0 ? head : 0);
        if (used > 100) expect(bands).toHaveLength(1);
      }
    }),
  );
});
