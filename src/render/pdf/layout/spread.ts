/** What grows with the room that its page has left: distances before exercises, room for working, ruled lines, squares for rough work, the foot of the page. */
export interface Slot {
  readonly kind: 'gap' | 'work' | 'lines' | 'spare' | 'foot';
  /** Millimetres that it takes at least. */
  readonly base: number;
}

/** A page laid out with every slot at its least: millimetres that are left, and the slots on it from top to bottom. */
export interface MeasuredPage {
  readonly room: number;
  readonly slots: readonly number[];
}

export interface Spread {
  /** Millimetres for each slot that grows. */
  readonly growth: ReadonlyMap<number, number>;
  /** Millimetres that stay empty, for each page. */
  readonly left: readonly number[];
}

/** With less than this on every page, the pages stay as they were measured. */
export const LEAST_ROOM = 10;

/**
 * Shares out what is left of each page in whole steps: some distance, then room for working, lines, squares for rough work, more room, more
 * distance. A slot that stands on two pages counts for the first. What no step takes stays at the foot, as squares where it is high enough.
 */
export function spreadRoom(slots: readonly Slot[], pages: readonly MeasuredPage[]): Spread {
  const growth = new Map<number, number>();
  const seen = new Set<number>();
  const left = pages.map(({ room, slots: here }) => {
    const own = [...new Set(here)].filter((slot) => slots[slot] !== undefined && !seen.has(slot));
    for (const slot of own) seen.add(slot);
    return spreadPage(own, slots, Math.max(0, Math.floor(room * TENTHS)), growth) / TENTHS;
  });
  return { growth: new Map([...growth].map(([slot, tenths]) => [slot, tenths / TENTHS])), left };
}

/** All is counted in tenths of a millimetre, so that sums are exact. */
const TENTHS = 10;
/** What the second layout may take more than the first said, by the rounding of distances. */
const SAFE = 20;
const SQUARE = 50;
const LINE = 85;
/** With less, squares would be too few to work in; with more, pages would end with a void. */
const LEAST_FOOT = 240;
/** Above the squares at the foot. */
const ABOVE_FOOT = 40;

interface Step {
  readonly kind: Slot['kind'];
  /** What a slot gets at first, and what after that. */
  readonly first: number;
  readonly next: number;
  readonly most: (base: number) => number;
}

const STEPS: readonly Step[] = [
  { kind: 'gap', first: 10, next: 10, most: () => 30 },
  { kind: 'work', first: SQUARE, next: SQUARE, most: (base) => Math.max(2 * SQUARE, 0.6 * base) },
  { kind: 'lines', first: LINE, next: LINE, most: () => 2 * LINE },
  { kind: 'spare', first: 165, next: SQUARE, most: () => 415 },
  { kind: 'work', first: SQUARE, next: SQUARE, most: (base) => Math.max(2 * SQUARE, 1.4 * base) },
  { kind: 'gap', first: 10, next: 10, most: () => 90 },
];

/** Tenths of a millimetre that are left over. */
function spreadPage(here: readonly number[], slots: readonly Slot[], room: number, growth: Map<number, number>): number {
  let free = room - SAFE;
  for (const { kind, first, next, most } of STEPS) {
    const own = here.filter((slot) => slots[slot]?.kind === kind);
    for (;;) {
      const step = (slot: number) => (growth.has(slot) ? next : first);
      const base = (slot: number) => TENTHS * (slots[slot]?.base ?? 0);
      const has = (slot: number) => growth.get(slot) ?? 0;
      const open = own.filter((slot) => step(slot) <= free && has(slot) + step(slot) <= most(base(slot)));
      const [one, ...others] = open;
      if (one === undefined) break;
      // Whichever has grown least, for its size.
      const grown = (slot: number) => has(slot) / Math.max(1, base(slot));
      const least = others.reduce((low, slot) => (grown(slot) < grown(low) ? slot : low), one);
      free -= step(least);
      growth.set(least, has(least) + step(least));
    }
  }
  const foot = here.findLast((slot) => slots[slot]?.kind === 'foot');
  if (foot !== undefined && free >= LEAST_FOOT) {
    const height = ABOVE_FOOT + Math.floor((free - ABOVE_FOOT) / SQUARE) * SQUARE;
    growth.set(foot, height);
    free -= height;
  }
  return Math.max(0, free) + Math.min(room, SAFE);
}
