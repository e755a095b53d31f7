import type { FontFacts } from './font-facts.js';
import type { Glyph, PathItem, TextItem } from './page-items.js';

/** A glyph and, where it belongs to a figure or another text that differs from student to student, the number of that. */
export interface OwnGlyph extends Glyph {
  readonly text: string;
  readonly slot?: number;
}

/** Text in one font. In formulas the compiler draws each digit by itself; here a figure is one text, and what drew the rest of it is `dropped`. */
export interface TextElement {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  /** In points, with the room between glyphs but not that after the last. */
  readonly width: number;
  readonly size: number;
  readonly font: FontFacts;
  readonly glyphs: readonly OwnGlyph[];
  readonly slots: readonly SlotPart[];
  /** In a formula nothing is stretched. */
  readonly isFormula: boolean;
  readonly item: TextItem;
  readonly dropped: readonly TextItem[];
}

/** A part of a text that differs from student to student: its glyphs, and their width in points. */
export interface SlotPart {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** A drawing: its corners from the lower left corner of the page. */
export interface PathElement {
  readonly kind: 'path';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly item: PathItem;
}

/** What stands above and below a bar, each in the middle of it. */
export interface FractionElement {
  readonly kind: 'fraction';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly over: readonly FlatElement[];
  readonly under: readonly FlatElement[];
  readonly bar: PathElement;
}

export type FlatElement = TextElement | PathElement;
export type Element = FlatElement | FractionElement;

/** Text that belongs together, such as a paragraph, a cell, a formula on its own; with the drawings among it, and those after it, which may be its own. */
export interface Leaf {
  readonly page: number;
  /** Outside what is read aloud, such as the foot of a page. */
  readonly isArtifact: boolean;
  readonly elements: readonly Element[];
  readonly trailing: readonly PathElement[];
}

export function textElement(item: TextItem, font: FontFacts, glyphs: readonly OwnGlyph[], isFormula: boolean): TextElement {
  const { y, size } = item;
  const x = item.x - leadOf(item);
  const [width, slots] = [glyphsWidth(glyphs, font, size), slotParts(glyphs, font, size)];
  return { kind: 'text', x, y, size, font, glyphs, slots, isFormula, item, dropped: [], width };
}

/** In points. */
export function leadOf({ lead, size }: TextItem): number {
  return (lead * size) / 1000;
}

function slotParts(glyphs: readonly OwnGlyph[], font: FontFacts, size: number): readonly SlotPart[] {
  const parts: SlotPart[] = [];
  for (let from = 0; from < glyphs.length; ) {
    const slot = glyphs[from]?.slot;
    let to = from + 1;
    while (to < glyphs.length && glyphs[to]?.slot === slot) to += 1;
    if (slot !== undefined) {
      parts.push({ slot, from, to, width: glyphsWidth(glyphs.slice(from, to), font, size) });
    }
    from = to;
  }
  return parts;
}

/** In points, without the room after the last. */
export function glyphsWidth(glyphs: readonly OwnGlyph[], font: FontFacts, size: number): number {
  let sum = 0;
  for (const { glyph, after } of glyphs) sum += (font.widths.get(glyph) ?? 0) + after;
  return ((sum - (glyphs.at(-1)?.after ?? 0)) * size) / 1000;
}

export function pathElement(item: PathItem): PathElement {
  const { left, right } = item.box;
  return { kind: 'path', x: item.x + left, y: item.y, width: right - left, item };
}

/** The texts together, the second where it stands. */
export function mergedTexts(first: TextElement, second: TextElement): TextElement {
  const gap = ((second.x - first.x - first.width) * 1000) / first.size;
  const last = first.glyphs.at(-1);
  const before = last === undefined ? [] : [...first.glyphs.slice(0, -1), { ...last, after: gap }];
  const glyphs = [...before, ...second.glyphs];
  const { font, size, dropped } = first;
  const [width, slots] = [glyphsWidth(glyphs, font, size), slotParts(glyphs, font, size)];
  return { ...first, glyphs, slots, width, dropped: [...dropped, second.item] };
}

/** How far outside of its bar a part of a fraction may reach, in points. */
const OVERHANG = 0.7;
/** How far from its bar a part of a fraction may stand, in sizes of its type. */
const FARTHEST = 3.5;
/** What is smaller, such as a sign that is only read, stands as far off as text of this size, in points. */
const LEAST_SIZE = 8;

/** Elements with each fraction as one: a bar follows what stands above it and then what stands below it. */
export function withFractions(elements: readonly FlatElement[]): readonly Element[] {
  const folded: Element[] = [];
  for (const element of elements) {
    const fraction = element.kind === 'path' && isBar(element.item) ? fractionOf(folded, element) : undefined;
    if (fraction === undefined) folded.push(element);
    else folded.splice(folded.length - fraction.over.length - fraction.under.length, Infinity, fraction);
  }
  return folded;
}

function isBar({ path, box }: PathItem): boolean {
  return box.top === 0 && box.bottom === 0 && box.left === 0 && box.right > 1 && /(?:^|\n)S$/.test(path) && !/\] 0 d/.test(path);
}

function fractionOf(before: readonly Element[], bar: PathElement): FractionElement | undefined {
  const over: FlatElement[] = [];
  const under: FlatElement[] = [];
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const element = before[at];
    if (element === undefined || element.kind === 'fraction') break;
    // A rule between the columns of a table stands in no formula.
    if (element.kind === 'path' && element.width === 0) break;
    const end = isOnlyRead(element) ? element.x : element.x + element.width;
    const inside = element.x > bar.x - OVERHANG && end < bar.x + bar.width + OVERHANG;
    const side = sideOf(element, bar.y);
    if (!inside || side === undefined || (side === 'under' && over.length > 0)) break;
    (side === 'over' ? over : under).unshift(element);
  }
  if (over.length === 0 || under.length === 0) return undefined;
  return { kind: 'fraction', x: bar.x, y: bar.y, width: bar.width, over, under, bar };
}

/** What stands too small to be seen, so that a formula is read and copied with its signs. */
export function isOnlyRead(element: FlatElement): boolean {
  return element.kind === 'text' && element.size < SMALLEST_SEEN;
}

/** In points. */
const SMALLEST_SEEN = 4;

/** What is no farther from a bar than this, in points, stands at its height. */
const SAME_HEIGHT = 0.5;

function sideOf(element: FlatElement, bar: number): 'over' | 'under' | undefined {
  if (element.kind === 'text') {
    const size = Math.max(element.size, LEAST_SIZE);
    if (Math.abs(element.y - bar) > FARTHEST * size) return undefined;
    if (isOnlyRead(element) && Math.abs(element.y - bar) < size / 3) return 'over';
    return element.y > bar ? 'over' : element.y < bar - size / 3 ? 'under' : undefined;
  }
  const { top, bottom } = element.item.box;
  const middle = element.y - (top + bottom) / 2;
  // At the height of the bar it is neither above nor below it, such as the same rule drawn twice below an answer.
  if (Math.abs(middle - bar) > 40 || Math.abs(middle - bar) < SAME_HEIGHT) return undefined;
  return middle > bar ? 'over' : 'under';
}

/** How far back the next element begins where it stands on a new line, in points. */
export const STEP_BACK = 1.5;

/**
 * Elements line by line: what stands further left than the one before it ends begins a new line, but for a text that begins within the
 * spaces of the one before it, and for the rule below an answer.
 */
export function inLines(elements: readonly Element[]): readonly (readonly Element[])[] {
  const lines: Element[][] = [];
  for (const element of elements) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line === undefined || last === undefined || beginsLine(element, last)) lines.push([element]);
    else line.push(element);
  }
  return lines;
}

function beginsLine(element: Element, last: Element): boolean {
  if (element.x >= last.x + last.width - STEP_BACK) return false;
  if (last.kind !== 'text' || element.kind === 'fraction' || Math.abs(element.y - last.y) > last.size / 2) return true;
  return element.kind === 'text' ? element.x <= last.x : element.x < last.x - STEP_BACK;
}

/** All elements, with those of fractions. */
export function flat(elements: readonly Element[]): readonly FlatElement[] {
  return elements.flatMap((element) => (element.kind === 'fraction' ? [...element.over, ...element.under, element.bar] : [element]));
}

export function hasSlot(element: Element): boolean {
  return flat([element]).some((one) => one.kind === 'text' && one.slots.length > 0);
}
