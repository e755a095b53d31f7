import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type MeasuredPage, type Slot, type Spread, spreadRoom } from '../../../src/render/pdf/layout/spread.js';

const given = (slots: readonly Slot[], room: number): Spread => spreadRoom(slots, [{ room, slots: slots.map((_, index) => index) }]);
const growth = (slots: readonly Slot[], room: number) => slots.map((_, index) => given(slots, room).growth.get(index) ?? 0);
const slot = (kind: Slot['kind'], base = 0): Slot => ({ kind, base });

// 2 mm are kept back on every page.
it.each<readonly [string, readonly Slot[], number, readonly number[]]>([
  ['too little for a step', [slot('gap')], 2.9, [0]],
  ['distances up to 3 mm first, the least grown before the others', [slot('gap'), slot('gap')], 6, [2, 2]],
  ['then working in squares of 5 mm: 20 mm grow by 12, at most two squares', [slot('gap'), slot('work', 20)], 15, [3, 10]],
  // Of 18 mm 60 % are 10.8 mm: two squares; of 12 mm 7.2 mm, but two squares are always allowed.
  ['the smaller room for working before the larger', [slot('work', 40), slot('work', 20)], 12, [5, 5]],
  ['then lines, two at most', [slot('lines', 17)], 40, [17]],
  ['then squares of 16.5 mm where an exercise has none', [slot('spare'), slot('spare')], 36, [16.5, 16.5]],
  ['but not where they do not fit', [slot('spare')], 18, [0]],
  // 30 mm of room for working: 60 % are 15 mm, 140 % are 40 mm (42); distances then grow to 9 mm.
  ['at last more of both', [slot('gap'), slot('work', 30)], 60, [9, 40]],
  // 53 mm are left: 4 mm above, nine squares of 5 mm.
  ['and squares at the last foot', [slot('foot'), slot('foot')], 55, [0, 49]],
  ['if they are worth it', [slot('foot')], 25.9, [0]],
])('gives %s', (_, slots, room, expected) => {
  expect(growth(slots, room)).toEqual(expected);
});

const anySlot = fc.record<Slot>({
  kind: fc.constantFrom('gap', 'work', 'lines', 'spare', 'foot'),
  base: fc.integer({ min: 0, max: 120 }),
});
const anyPages = fc.array(anySlot, { maxLength: 40 }).chain((slots) =>
  fc.record({
    slots: fc.constant(slots),
    // Pages share no slot: each takes those that it is dealt.
    dealt: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: slots.length, maxLength: slots.length }),
    rooms: fc.array(
      fc.integer({ min: 0, max: 2500 }).map((tenths) => tenths / 10),
      { minLength: 4, maxLength: 4 },
    ),
  }),
);
const pagesOf = ({ dealt, rooms }: { readonly dealt: readonly number[]; readonly rooms: readonly number[] }): readonly MeasuredPage[] =>
  rooms.map((room, page) => ({ room, slots: dealt.flatMap((on, index) => (on === page ? [index] : [])) }));

/** The most that the specification allows a slot, in mm. */
function most({ kind, base }: Slot): number {
  switch (kind) {
    case 'gap':
      return 9;
    case 'work':
      return Math.max(10, 1.4 * base);
    case 'lines':
      return 17;
    case 'spare':
      return 41.5;
    case 'foot':
      return 250;
  }
}

it('gives each page exactly what it has: parts and rest are the room', () => {
  fc.assert(
    fc.property(anyPages, (example) => {
      const pages = pagesOf(example);
      const { growth: grown, left } = spreadRoom(example.slots, pages);
      for (const [page, { room, slots }] of pages.entries()) {
        const parts = slots.reduce((sum, index) => sum + (grown.get(index) ?? 0), 0);
        expect(parts + (left[page] ?? Number.NaN)).toBeCloseTo(room, 6);
        expect(left[page]).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

it('never takes anything from a slot, nor gives one more than its most', () => {
  fc.assert(
    fc.property(anyPages, (example) => {
      for (const [index, height] of spreadRoom(example.slots, pagesOf(example)).growth) {
        expect(height).toBeGreaterThan(0);
        expect(height).toBeLessThanOrEqual(most(example.slots[index] as Slot) + 1e-9);
      }
    }),
  );
});

it('gives whole squares, whole lines and whole millimetres', () => {
  fc.assert(
    fc.property(anyPages, (example) => {
      const step = { gap: 1, work: 5, lines: 8.5, spare: 5, foot: 5 };
      const first = { gap: 0, work: 0, lines: 0, spare: 16.5, foot: 4 };
      for (const [index, height] of spreadRoom(example.slots, pagesOf(example)).growth) {
        const { kind } = example.slots[index] as Slot;
        expect(((height - first[kind]) / step[kind]) % 1).toBeCloseTo(0, 6);
      }
    }),
  );
});

it('gives the same for the same', () => {
  fc.assert(
    fc.property(anyPages, (example) => {
      const once = spreadRoom(example.slots, pagesOf(example));
      expect(spreadRoom(structuredClone(example.slots), structuredClone(pagesOf(example)))).toEqual(once);
    }),
  );
});

it('counts a slot for the first page that it stands on', () => {
  const { growth: grown, left } = spreadRoom(
    [slot('lines', 17)],
    [
      { room: 12, slots: [0, 0] },
      { room: 30, slots: [0] },
    ],
  );
  expect([...grown]).toEqual([[0, 8.5]]);
  expect(left).toEqual([3.5, 30]);
});
