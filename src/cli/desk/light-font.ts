import { invariant } from '../../diagnostics/index.js';
import { concatenated, fontTables } from '../../render/pdf/index.js';

/**
 * A TrueType font without the outlines of characters that `isKept` refuses: about a quarter of its bytes for a Chinese font. Everything else
 * stays as it is, the numbers of the glyphs too, so that pages on which only kept characters stand are the same, byte for byte. The characters
 * that are left out are gone from its character map: who looks there finds that the whole font is needed.
 */
export function lightFont(font: Uint8Array, isKept: (codePoint: number) => boolean): Uint8Array {
  const tables = new Map([...fontTables(font)].map(([name, table]) => [name, bytesOf(table)] as const));
  const cmap = need(tables, 'cmap');
  const groups = groupsOf(cmap);
  const { outlines, isShort } = outlinesOf(tables);
  const drawn = drawnGlyphs(groups, outlines, isKept);
  const kept = outlines.map((outline, glyph) => (drawn[glyph] === true ? outline : outline.subarray(0, 0)));
  return fontOf(
    new Map([...tables, ['cmap', characterMap(keptGroups(groups, isKept))], ['glyf', concatenated(kept)], ['loca', places(kept, isShort)]]),
    font,
  );
}

/** Characters from `first` to `last` have the glyphs from `glyph` on. */
interface Group {
  readonly first: number;
  readonly last: number;
  readonly glyph: number;
}

type Tables = ReadonlyMap<string, Uint8Array>;

const RECORD = 16;
const HEAD = 12;
/** Of the subtable of a character map that holds all of Unicode as groups. */
const FULL_MAP = 12;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const bytesOf = (view: DataView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

function need(tables: Tables, name: string): Uint8Array {
  const table = tables.get(name);
  invariant(table !== undefined, `the font has no table ${name}`);
  return table;
}

function groupsOf(cmap: Uint8Array): readonly Group[] {
  const view = viewOf(cmap);
  const starts = Array.from({ length: view.getUint16(2) }, (_, index) => view.getUint32(4 + 8 * index + 4));
  const at = starts.find((start) => view.getUint16(start) === FULL_MAP);
  invariant(at !== undefined, 'the character map of the font has no groups');
  return Array.from({ length: view.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + 12 * index;
    return { first: view.getUint32(group), last: view.getUint32(group + 4), glyph: view.getUint32(group + 8) };
  });
}

function outlinesOf(tables: Tables): { readonly outlines: readonly Uint8Array[]; readonly isShort: boolean } {
  const [glyf, loca] = [need(tables, 'glyf'), viewOf(need(tables, 'loca'))];
  const isShort = viewOf(need(tables, 'head')).getInt16(50) === 0;
  const count = viewOf(need(tables, 'maxp')).getUint16(4);
  const start = (glyph: number) => (isShort ? 2 * loca.getUint16(2 * glyph) : loca.getUint32(4 * glyph));
  return { outlines: Array.from({ length: count }, (_, glyph) => glyf.subarray(start(glyph), start(glyph + 1))), isShort };
}

/** Glyphs of kept characters, those of no character (other forms and parts), and whatever these are put together from. */
function drawnGlyphs(
  groups: readonly Group[],
  outlines: readonly Uint8Array[],
  isKept: (codePoint: number) => boolean,
): readonly boolean[] {
  const rare = new Set<number>();
  const wanted = new Set<number>();
  for (const { first, last, glyph } of groups)
    for (let point = first; point <= last; point += 1) (isKept(point) ? wanted : rare).add(glyph + point - first);
  const drawn = outlines.map((_, glyph) => wanted.has(glyph) || !rare.has(glyph));
  const waiting = [...drawn.keys()].filter((glyph) => drawn[glyph]);
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    for (const part of partsOf(outlines[glyph] ?? new Uint8Array())) {
      if (drawn[part] === true) continue;
      drawn[part] = true;
      waiting.push(part);
    }
  }
  return drawn;
}

const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const MATRIX = 0x80;

/** The glyphs that one is put together from; most have an outline of their own. */
function partsOf(outline: Uint8Array): readonly number[] {
  const view = viewOf(outline);
  if (outline.length === 0 || view.getInt16(0) >= 0) return [];
  const parts: number[] = [];
  for (let at = 10, flags = MORE; (flags & MORE) !== 0; ) {
    flags = view.getUint16(at);
    parts.push(view.getUint16(at + 2));
    at +=
      4 + ((flags & WORDS) !== 0 ? 4 : 2) + ((flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0);
  }
  return parts;
}

function keptGroups(groups: readonly Group[], isKept: (codePoint: number) => boolean): readonly Group[] {
  return groups.flatMap(({ first, last, glyph }) => {
    const runs: Group[] = [];
    for (let point = first; point <= last; point += 1) {
      if (!isKept(point)) continue;
      const before = runs.at(-1);
      if (before?.last === point - 1) runs[runs.length - 1] = { ...before, last: point };
      else runs.push({ first: point, last: point, glyph: glyph + point - first });
    }
    return runs;
  });
}

/** A character map with these groups alone, for Windows and Unicode. */
function characterMap(groups: readonly Group[]): Uint8Array {
  const bytes = new Uint8Array(12 + 16 + 12 * groups.length);
  const view = viewOf(bytes);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, FULL_MAP);
  view.setUint32(16, bytes.length - 12);
  view.setUint32(24, groups.length);
  for (const [index, { first, last, glyph }] of groups.entries()) {
    const at = 28 + 12 * index;
    view.setUint32(at, first);
    view.setUint32(at + 4, last);
    view.setUint32(at + 8, glyph);
  }
  return bytes;
}

function places(outlines: readonly Uint8Array[], isShort: boolean): Uint8Array {
  const bytes = new Uint8Array((outlines.length + 1) * (isShort ? 2 : 4));
  const view = viewOf(bytes);
  let start = 0;
  for (const [glyph, { length }] of [...outlines, new Uint8Array()].entries()) {
    if (isShort) view.setUint16(2 * glyph, start / 2);
    else view.setUint32(4 * glyph, start);
    start += length;
  }
  return bytes;
}

/** Tables in the order of the font, each at a multiple of four bytes, with its sum. */
function fontOf(tables: Tables, like: Uint8Array): Uint8Array {
  const padded = (length: number) => Math.ceil(length / 4) * 4;
  const names = [...tables.keys()];
  const begin = HEAD + RECORD * names.length;
  const font = new Uint8Array(begin + [...tables.values()].reduce((sum, { length }) => sum + padded(length), 0));
  const view = viewOf(font);
  font.set(like.subarray(0, begin));
  let at = begin;
  for (const [index, table] of [...tables.values()].entries()) {
    font.set(table, at);
    const record = HEAD + RECORD * index;
    view.setUint32(record + 4, sumOf(font.subarray(at, at + padded(table.length))));
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, table.length);
    at += padded(table.length);
  }
  return font;
}

function sumOf(table: Uint8Array): number {
  const view = viewOf(table);
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
