import type { Element, OwnGlyph, TextElement } from './elements.js';

/**
 * How the compiler fits a line into its column, as its source describes it: too long a line gives up the room that spaces and marks can
 * spare, in proportion; too short a line first stretches its spaces, by half of their width at most, and shares out the rest equally
 * between all places that may grow. Widths in points.
 */
export interface LineRoom {
  /** What all spaces and marks of the line can spare, and by how much spaces may grow. */
  readonly shrink: number;
  readonly stretch: number;
  /** Places that may grow further. */
  readonly places: number;
}

export interface Fit {
  /** From -1 (all is spared) to 1 (spaces have grown by half). */
  readonly ratio: number;
  /** What each place has got beyond, in points. */
  readonly extra: number;
}

/** `missing` is how much wider than the natural line the column is. */
export function fitLine({ shrink, stretch, places }: LineRoom, missing: number): Fit {
  if (missing < 0) return { ratio: shrink > 0 ? Math.max(-1, missing / shrink) : 0, extra: 0 };
  const ratio = stretch > 0 ? Math.min(1, missing / stretch) : 0;
  const rest = missing - ratio * stretch;
  return { ratio, extra: places > 0 ? rest / places : 0 };
}

/** What one glyph gives, in points: before it and after it when the line shrinks, after it when it grows. */
export interface GlyphRoom {
  readonly shrinkBefore: number;
  readonly shrinkAfter: number;
  readonly stretch: number;
  readonly isPlace: boolean;
}

const NO_ROOM: GlyphRoom = { shrinkBefore: 0, shrinkAfter: 0, stretch: 0, isPlace: false };
const SPACE = /^[ \u00a0\u3000]$/;
const CLOSING = /^[”’，。．、：；？！》）』」】〗〕〉］｝]$/;
const OPENING = /^[“‘《（『「【〖〔〈［｛]$/;
const CENTERED = /^[·・]$/;
const MARK = /^[”’，。．、：；？！》）』」】〗〕〉］｝“‘《（『「【〖〔〈［｛·・]$/;
const LETTER = /^[A-Za-z0-9\u00c0-\u024f]$/;
const HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

export function glyphRoom({ glyph, text }: OwnGlyph, { font, size, isFormula }: TextElement): GlyphRoom {
  if (isFormula) return NO_ROOM;
  const width = ((font.widths.get(glyph) ?? 0) * size) / 1000;
  if (SPACE.test(text)) return { shrinkBefore: 0, shrinkAfter: width / 3, stretch: width / 2, isPlace: true };
  if (CLOSING.test(text) && width > size * 0.9) return { shrinkBefore: 0, shrinkAfter: width / 2, stretch: 0, isPlace: true };
  if (OPENING.test(text) && width > size * 0.9) return { shrinkBefore: width / 2, shrinkAfter: 0, stretch: 0, isPlace: true };
  if (CENTERED.test(text) && width > size * 0.9) return { shrinkBefore: width / 4, shrinkAfter: width / 4, stretch: 0, isPlace: true };
  return HAN.test(text) ? { ...NO_ROOM, isPlace: true } : NO_ROOM;
}

/** A place between two glyphs of a line: its room as it is naturally, and what it gives. */
export interface Gap {
  readonly natural: number;
  readonly shrink: number;
  readonly stretch: number;
  readonly isPlace: boolean;
}

/** The gaps of a line that was fitted into its column, and by how much its natural width differs from the column; undefined where it was not. */
export interface FittedLine extends LineRoom {
  /** After each glyph, element by element; of texts only. The last of an element stands before the next element. */
  readonly gaps: readonly (readonly Gap[])[];
  readonly missing: number;
}

/** Takes from a fitted line what fitting gave it. Undefined for a line that has its natural widths, or that was fitted in another way. */
export function fittedLine(elements: readonly Element[]): FittedLine | undefined {
  const rooms = elements.map((element) => (element.kind === 'text' ? element.glyphs.map((glyph) => glyphRoom(glyph, element)) : []));
  const found = elements.map((element, index) => gapsOf(element, elements[index + 1], rooms[index] ?? [], rooms[index + 1]?.[0]));
  const all = found.flat();
  const fit = observedFit(all);
  if (fit === undefined) return undefined;
  const gaps = found.map((list) => list.map((gap): Gap => ({ ...gap, natural: gap.natural - given(gap, fit) })));
  const sum = (part: (gap: Gap) => number) => all.reduce((total, gap) => total + part(gap), 0);
  const room = { shrink: sum((gap) => gap.shrink), stretch: sum((gap) => gap.stretch), places: sum((gap) => Number(gap.isPlace)) };
  return { ...room, gaps, missing: sum((gap) => given(gap, fit)) };
}

/** What a gap gets, in points. */
export function given({ shrink, stretch, isPlace }: Gap, { ratio, extra }: Fit): number {
  return (ratio < 0 ? shrink : stretch) * ratio + (isPlace ? extra : 0);
}

/** With what they got in place of `natural`. The last glyph of a line has no gap. */
function gapsOf(
  element: Element,
  next: Element | undefined,
  rooms: readonly GlyphRoom[],
  following: GlyphRoom | undefined,
): readonly Gap[] {
  if (element.kind !== 'text') return [];
  return element.glyphs.flatMap(({ after }, index) => {
    const isLast = index === element.glyphs.length - 1;
    if (isLast && next === undefined) return [];
    const [own, other] = [rooms[index] ?? NO_ROOM, isLast ? (following ?? NO_ROOM) : (rooms[index + 1] ?? NO_ROOM)];
    const natural = isLast ? (next?.x ?? 0) - element.x - element.width : (after * element.size) / 1000;
    const text = isLast ? (next?.kind === 'text' ? (next.glyphs[0]?.text ?? '') : '') : (element.glyphs[index + 1]?.text ?? '');
    return [{ natural, shrink: sparedBetween(own, other, element, index, text), stretch: own.stretch, isPlace: own.isPlace }];
  });
}

/** Two marks have half a character between them less, whatever the line; letters beside Chinese have a distance that can spare its half. */
function sparedBetween(own: GlyphRoom, other: GlyphRoom, element: TextElement, index: number, next: string): number {
  const spared = own.shrinkAfter + other.shrinkBefore;
  const { text = '' } = element.glyphs[index] ?? {};
  const half = element.size / 2;
  if (MARK.test(text) && MARK.test(next)) return spared >= half * 0.9 ? spared - half : spared;
  const isMixed = (HAN.test(text) && LETTER.test(next)) || (LETTER.test(text) && HAN.test(next));
  return isMixed && !element.isFormula ? spared + element.size / 8 : spared;
}

/** In points; what fitting gives a space is more, what rounding does is less. */
const LEAST = 0.002;

function observedFit(gaps: readonly Gap[]): Fit | undefined {
  const spaces = gaps.filter(({ stretch }) => stretch > 0).map((gap) => ({ gap, got: gap.natural }));
  const [first] = spaces.sort((a, b) => a.got - b.got).slice(Math.floor(spaces.length / 2));
  if (first !== undefined) {
    const { got, gap } = first;
    if (got < -LEAST) return { ratio: Math.max(-1, got / gap.shrink), extra: 0 };
    if (got <= LEAST) return undefined;
    return got < gap.stretch ? { ratio: got / gap.stretch, extra: 0 } : { ratio: 1, extra: got - gap.stretch };
  }
  const marks = gaps.filter(({ shrink }) => shrink > 0).map(({ natural, shrink }) => natural / shrink);
  const [spared] = marks.sort((a, b) => a - b).slice(Math.floor(marks.length / 2));
  if (spared !== undefined && spared < -0.0005) return { ratio: Math.max(-1, spared), extra: 0 };
  const places = gaps.filter(({ isPlace }) => isPlace).map(({ natural }) => natural);
  const [extra] = places.sort((a, b) => a - b).slice(Math.floor(places.length / 2));
  return extra === undefined || extra <= LEAST ? undefined : { ratio: 0, extra };
}
