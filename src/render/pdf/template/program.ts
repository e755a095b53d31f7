import { type FlatElement, flat, hasSlot, type TextElement } from './elements.js';
import type { FontFacts } from './font-facts.js';
import type { Gap } from './justify.js';
import type { ReadFile } from './leaves.js';
import type { LineModel } from './lines.js';
import type { StreamPart } from './packed.js';

/** How a character is written in a font: its glyph, and the part with a text of its own that it needs. */
export interface Written {
  readonly hex: string;
  /** In thousandths of the type size, with what stands after it. */
  readonly width: number;
  readonly wrap: string;
  /** What the glyph of another character is too narrow for this one, such as a thin space. */
  readonly after: number;
}

export type Writing = ReadonlyMap<FontFacts, ReadonlyMap<string, Written>>;

/** What room in a page holds: where something stands, how wide it is, or what it says. */
export type Holds =
  | { readonly kind: 'place'; readonly line: number; readonly element: FlatElement }
  | { readonly kind: 'scale'; readonly line: number; readonly element: FlatElement }
  | { readonly kind: 'text'; readonly line: number; readonly element: TextElement };

export const PLACE_LENGTH = 9;
export const SCALE_LENGTH = 7;

/** The characters of the fonts of a file, as its pages write them. */
export function writingOf({ pages, leaves }: ReadFile): Writing {
  const writing = new Map<FontFacts, Map<string, Written>>();
  for (const { fonts } of pages) {
    for (const font of fonts.values()) {
      const own = new Map<string, Written>();
      for (const [text, glyph] of font.glyphs) own.set(text, { hex: hexOf(glyph), width: font.widths.get(glyph) ?? 0, wrap: '', after: 0 });
      writing.set(font, own);
    }
  }
  for (const element of leaves.flatMap((leaf) => flat(leaf.elements))) {
    if (element.kind !== 'text') continue;
    const own = writing.get(element.font);
    for (const [index, { glyph, text, wrap, after }] of element.glyphs.entries()) {
      // Only within a figure is it known that nothing else moved what follows.
      if (wrap === '' || own === undefined || own.has(text) || !/^[0-9]$/.test(element.glyphs[index + 1]?.text ?? '')) continue;
      own.set(text, { hex: hexOf(glyph), width: (element.font.widths.get(glyph) ?? 0) + after, wrap, after });
    }
  }
  return writing;
}

export function hexOf(glyph: number): string {
  return (glyph + 0x10000).toString(16).slice(1);
}

/** The lines of each page with room where something differs. */
export function pageParts(
  file: ReadFile,
  models: readonly LineModel[],
  most: (slot: number) => number,
): readonly (readonly StreamPart<Holds>[])[] {
  const edits = file.pages.map(() => new Map<number, Edit>());
  const pageOf = new Map<FlatElement, number>();
  for (const leaf of file.leaves) for (const element of [...flat(leaf.elements), ...leaf.trailing]) pageOf.set(element, leaf.page);
  for (const [line, model] of models.entries()) {
    for (const element of movingElements(model)) {
      const own = edits[pageOf.get(element) ?? 0];
      if (own !== undefined) editElement(own, element, line, model, most);
    }
  }
  return file.pages.map((page, index) => {
    const own = edits[index] ?? new Map<number, Edit>();
    for (const item of page.supplies) own.set(item.lines.start, { to: item.lines.end, parts: [] });
    return editedLines(page.lines, own);
  });
}

/** What a line holds from its first element that may move. */
function movingElements(model: LineModel): readonly FlatElement[] {
  const { elements, fitted, align, hung } = model;
  const first = fitted !== undefined || align.some((part) => part !== 0) ? 0 : elements.findIndex(hasSlot);
  const hungPaths = hung.map(({ path }) => path);
  return [...new Set([...flat(elements.slice(first)), ...hungPaths])];
}

/** Lines from a key of a map to `to`, in whose place other parts stand. */
interface Edit {
  readonly to: number;
  readonly parts: readonly StreamPart<Holds>[];
}

function editElement(edits: Map<number, Edit>, element: FlatElement, line: number, model: LineModel, most: (slot: number) => number): void {
  const { lines, y } = element.item;
  const place: StreamPart<Holds> = { length: PLACE_LENGTH, holds: { kind: 'place', line, element } };
  const height = numberText(y);
  if (element.kind === 'path') {
    const scale: StreamPart<Holds> = { length: SCALE_LENGTH, holds: { kind: 'scale', line, element } };
    edits.set(lines.place, { to: lines.place, parts: [scale, ' 0 0 -1 ', place, ` ${height} cm\n`] });
    return;
  }
  edits.set(lines.place, { to: lines.place, parts: ['1 0 0 -1 ', place, ` ${height} cm\n`] });
  if (element.slots.length > 0 || model.fitted !== undefined) {
    const room: StreamPart<Holds> = { length: longestText(element, model, most), holds: { kind: 'text', line, element } };
    edits.set(lines.shown, { to: lines.end - 2, parts: [room] });
  }
  for (const item of element.dropped) edits.set(item.lines.start, { to: item.lines.end, parts: [] });
}

function numberText(value: number): string {
  return String(Math.round(value * 100000) / 100000);
}

/** Bytes that a text takes at most: four for a glyph, ten for the room after it, and what a part with a text of its own needs. */
function longestText({ glyphs, slots }: TextElement, { fitted }: LineModel, most: (slot: number) => number): number {
  const inSlots = new Set(slots.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));
  const own = glyphs.reduce((sum, { after, wrap }, index) => {
    if (inSlots.has(index)) return sum;
    return sum + 4 + (fitted !== undefined || Math.abs(after) > 0.05 ? 10 : 0) + (wrap === '' ? 0 : WRAPPED);
  }, 0);
  return own + slots.reduce((sum, { slot }) => sum + most(slot), 0) + BRACKETS;
}

/** Bytes of the operator around a text, and of what brings its first glyph further left. */
const BRACKETS = 26;

/** Bytes that a figure takes at most: thin spaces between its digits have a text of their own. */
export function figureBytes(figure: string): number {
  const spaces = Math.floor(figure.replace(/\..*/, '').replace(/[^0-9]/g, '').length / 4) + (figure.match(/[^0-9.]/g) ?? []).length;
  return 4 * figure.length + 12 + spaces * (WRAPPED + 16);
}

/** Bytes that a name takes at most: any of its characters may be of another font. */
export function nameBytes(name: string): number {
  return 3 * name.length * 12 + 8 * FONT_CHANGE;
}

/** Bytes around a run of characters of another font. */
const FONT_CHANGE = 44;

/** Bytes around a glyph with a text of its own. */
const WRAPPED = 56;

function editedLines(lines: readonly string[], edits: ReadonlyMap<number, Edit>): readonly StreamPart<Holds>[] {
  const parts: StreamPart<Holds>[] = [];
  let text: string[] = [];
  const flush = () => {
    if (text.length > 0) parts.push(text.join(''));
    text = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const edit = edits.get(at);
    if (edit === undefined) {
      text.push(at === lines.length - 1 ? (lines[at] ?? '') : `${lines[at]}\n`);
      continue;
    }
    for (const part of edit.parts) {
      if (typeof part === 'string') text.push(part);
      else {
        flush();
        parts.push(part);
      }
    }
    at = edit.to;
  }
  flush();
  return parts;
}

/** A text of a page as it is written: what is the same for all, gaps, and slots. */
export type TextPiece =
  | { readonly kind: 'glyphs'; readonly hex: string; readonly wrap: string }
  /** `fixed` in thousandths of the type size; a fitted line adds to it. */
  | { readonly kind: 'gap'; readonly fixed: number; readonly gap?: Gap }
  | { readonly kind: 'slot'; readonly slot: number };

export function textPieces(element: TextElement, gaps: readonly Gap[] | undefined): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const { glyphs, slots, size } = element;
  if (element.item.lead !== 0) pieces.push({ kind: 'gap', fixed: -element.item.lead });
  let hex = '';
  const flush = () => {
    if (hex !== '') pieces.push({ kind: 'glyphs', hex, wrap: '' });
    hex = '';
  };
  for (let index = 0; index < glyphs.length; index += 1) {
    const own = glyphs[index];
    if (own === undefined) continue;
    const slot = slots.find(({ from }) => from === index);
    if (slot !== undefined) {
      flush();
      pieces.push({ kind: 'slot', slot: slot.slot });
      index = slot.to - 1;
    } else if (own.wrap !== '') {
      flush();
      pieces.push({ kind: 'glyphs', hex: hexOf(own.glyph), wrap: own.wrap });
    } else hex += hexOf(own.glyph);
    const last = glyphs[index];
    const gap = gaps?.[index];
    const isMoving = gap !== undefined && (gap.shrink > 0 || gap.stretch > 0 || gap.isPlace);
    const fixed = isMoving ? (gap.natural * 1000) / size : (last?.after ?? 0);
    if (index < glyphs.length - 1 && (isMoving || Math.abs(fixed) > 0.05)) {
      flush();
      pieces.push({ kind: 'gap', fixed, ...(isMoving ? { gap } : {}) });
    }
  }
  flush();
  return pieces;
}
