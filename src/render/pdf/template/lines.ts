import { type Element, type FlatElement, type FractionElement, isOnlyRead, type PathElement, type TextElement } from './elements.js';
import { type Fit, type FittedLine, fitLine, given } from './justify.js';

/** How wide the text of a slot is in a font, in points. */
export type SlotWidth = (slot: number, element: TextElement) => number;

/** By how much an element moves to the right and grows, in points. */
export interface Moved {
  readonly shift: number;
  readonly growth: number;
}

/**
 * A line as it moves when its figures become narrower. `align` is the part of what the line loses that comes before it: 0 at the left, 1 at
 * the right. A fitted line keeps both ends.
 */
export interface LineModel {
  readonly elements: readonly Element[];
  readonly fitted?: FittedLine;
  /** Of its text. */
  readonly isLast: boolean;
  /** By element. */
  readonly align: readonly number[];
  /** Drawings that go along, each with the elements at which its two ends hang. */
  readonly hung: readonly HungPath[];
  /** Nothing moves: figures keep the room of those that stood in for them. */
  readonly isRigid?: boolean;
}

export interface HungPath {
  readonly path: PathElement;
  readonly left: Hook;
  readonly right: Hook;
}

/** An end of an element of the line; `none` stays where it is. */
export type Hook = { readonly kind: 'none' } | { readonly kind: 'start' | 'end'; readonly index: number };

/** How each flat element moves, and each gap within a fitted text. */
export interface LineMoves {
  readonly moves: ReadonlyMap<FlatElement, Moved>;
  /** The room that a fitted line gives each gap, in points; absent where the gaps stay. */
  readonly fit?: Fit;
}

export function moveLine(line: LineModel, width: SlotWidth): LineMoves {
  const moves = new Map<FlatElement, Moved>();
  if (line.isRigid) return { moves };
  const grown = line.elements.map((element) => growthOf(element, width));
  const total = grown.reduce((sum, growth) => sum + growth, 0);
  const { fitted } = line;
  if (fitted !== undefined) {
    const missing = fitted.missing - total;
    // The last line of a text gives room up, but it is not stretched.
    const fit = fitLine(fitted, line.isLast ? Math.min(0, missing) : missing);
    const before = fitLine(fitted, fitted.missing);
    let shift = 0;
    const shifts: Moved[] = line.elements.map((element, index) => {
      const gaps = fitted.gaps[index] ?? [];
      const inside = element.kind === 'text' ? gaps.slice(0, element.glyphs.length - 1) : [];
      const change = (list: typeof gaps) => list.reduce((sum, gap) => sum + given(gap, fit) - given(gap, before), 0);
      const growth = (grown[index] ?? 0) + change(inside);
      const moved = { shift, growth };
      shift += growth + change(gaps.slice(inside.length));
      return moved;
    });
    place(line, shifts, width, moves);
    return { moves, fit };
  }
  let before = 0;
  const shifts = line.elements.map((_, index): Moved => {
    const growth = grown[index] ?? 0;
    const shift = before - (line.align[index] ?? 0) * total;
    before += growth;
    return { shift, growth };
  });
  place(line, shifts, width, moves);
  return { moves };
}

function place(line: LineModel, shifts: readonly Moved[], width: SlotWidth, moves: Map<FlatElement, Moved>): void {
  for (const [index, element] of line.elements.entries()) {
    const moved = shifts[index] ?? { shift: 0, growth: 0 };
    if (element.kind === 'fraction') placeFraction(element, moved, width, moves);
    else moves.set(element, moved);
  }
  for (const { path, left, right } of line.hung) {
    const [start, end] = [left, right].map((hook) => hookShift(hook, shifts)) as [number, number];
    moves.set(path, { shift: start, growth: end - start });
  }
}

function hookShift(hook: Hook, shifts: readonly Moved[]): number {
  if (hook.kind === 'none') return 0;
  const { shift, growth } = shifts[hook.index] ?? { shift: 0, growth: 0 };
  return hook.kind === 'start' ? shift : shift + growth;
}

function placeFraction(fraction: FractionElement, { shift, growth }: Moved, width: SlotWidth, moves: Map<FlatElement, Moved>): void {
  for (const part of [fraction.over, fraction.under]) {
    const grown = part.map((element) => growthOf(element, width));
    let at = shift + (growth - grown.reduce((sum, one) => sum + one, 0)) / 2;
    for (const [index, element] of part.entries()) {
      moves.set(element, { shift: at, growth: grown[index] ?? 0 });
      at += grown[index] ?? 0;
    }
  }
  moves.set(fraction.bar, { shift, growth });
}

function growthOf(element: Element, width: SlotWidth): number {
  if (element.kind === 'path') return 0;
  if (element.kind === 'text') return slotGrowth(element, width);
  const [over, under] = [element.over, element.under].map((part) => ({
    old: extent(part),
    growth: part.reduce((sum, one) => sum + growthOf(one, width), 0),
  })) as [{ old: number; growth: number }, { old: number; growth: number }];
  return Math.max(over.old + over.growth, under.old + under.growth) - Math.max(over.old, under.old);
}

function extent(part: readonly FlatElement[]): number {
  const seen = part.filter((element) => !isOnlyRead(element));
  const [first, last] = [seen[0], seen.at(-1)];
  return first === undefined || last === undefined ? 0 : last.x + last.width - first.x;
}

/** By how much the figures of a text become wider. */
function slotGrowth(element: TextElement, width: SlotWidth): number {
  let growth = 0;
  for (const { slot, width: old } of element.slots) growth += width(slot, element) - old;
  return growth;
}
