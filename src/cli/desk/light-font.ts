import { invariant } from '../../diagnostics/index.js';
import {
  type CharacterGroup,
  characterGroups,
  characterMaps,
  concatenated,
  fontFile,
  fontTables,
  GROUPED,
  tableBytes,
} from '../../render/pdf/index.js';

/**
 * A TrueType font without the outlines of characters that `isKept` refuses: about a quarter of its bytes for a Chinese font. Everything else
 * stays as it is, the numbers of the glyphs too, so that pages on which only kept characters stand are the same, byte for byte. The characters
 * that are left out are gone from its character map: who looks there finds that the whole font is needed.
 */
export function lightFont(font: Uint8Array, isKept: (codePoint: number) => boolean): Uint8Array {
  const tables = fontTables(font);
  const cmap = need(tables, 'cmap');
  const groups = groupsOf(cmap);
  const { outlines, isShort } = outlinesOf(tables);
  const drawn = drawnGlyphs(groups, outlines, isKept);
  const kept = outlines.map((outline, glyph) => (drawn[glyph] === true ? outline : outline.subarray(0, 0)));
  const glyf = viewOf(concatenated(kept));
  return fontFile(
    new Map([...tables, ['cmap', characterMap(keptGroups(groups, isKept))], ['glyf', glyf], ['loca', places(kept, isShort)]]),
  );
}

type Tables = ReadonlyMap<string, DataView>;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function need(tables: Tables, name: string): DataView {
  const table = tables.get(name);
  invariant(table !== undefined, `the font has no table ${name}`);
  return table;
}

function groupsOf(cmap: DataView): readonly CharacterGroup[] {
  const start = characterMaps(cmap).find((one) => cmap.getUint16(one) === GROUPED);
  invariant(start !== undefined, 'the character map of the font has no groups');
  return characterGroups(cmap, start);
}

function outlinesOf(tables: Tables): { readonly outlines: readonly Uint8Array[]; readonly isShort: boolean } {
  const [glyf, loca] = [tableBytes(need(tables, 'glyf')), need(tables, 'loca')];
  const isShort = need(tables, 'head').getInt16(50) === 0;
  const count = need(tables, 'maxp').getUint16(4);
  const start = (glyph: number) => (isShort ? 2 * loca.getUint16(2 * glyph) : loca.getUint32(4 * glyph));
  return { outlines: Array.from({ length: count }, (_, glyph) => glyf.subarray(start(glyph), start(glyph + 1))), isShort };
}

/** Glyphs of kept characters, those of no character (other forms and parts), and whatever these are put together from. */
function drawnGlyphs(
  groups: readonly CharacterGroup[],
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

function keptGroups(groups: readonly CharacterGroup[], isKept: (codePoint: number) => boolean): readonly CharacterGroup[] {
  return groups.flatMap(({ first, last, glyph }) => {
    const runs: CharacterGroup[] = [];
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
function characterMap(groups: readonly CharacterGroup[]): DataView {
  const view = new DataView(new ArrayBuffer(12 + 16 + 12 * groups.length));
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, GROUPED);
  view.setUint32(16, view.byteLength - 12);
  view.setUint32(24, groups.length);
  for (const [index, { first, last, glyph }] of groups.entries()) {
    const at = 28 + 12 * index;
    view.setUint32(at, first);
    view.setUint32(at + 4, last);
    view.setUint32(at + 8, glyph);
  }
  return view;
}

function places(outlines: readonly Uint8Array[], isShort: boolean): DataView {
  const view = new DataView(new ArrayBuffer((outlines.length + 1) * (isShort ? 2 : 4)));
  let start = 0;
  for (const [glyph, { length }] of [...outlines, new Uint8Array()].entries()) {
    if (isShort) view.setUint16(2 * glyph, start / 2);
    else view.setUint32(4 * glyph, start);
    start += length;
  }
  return view;
}
