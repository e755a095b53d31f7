import { characterMaps, GROUPED } from '../file/character-maps.js';
import { fontFile, fontTables, padded, tableBytes } from '../file/font-tables.js';

/** A TrueType font whose glyphs can be taken out one by one. */
export interface GlyphSource {
  /** Glyphs of some characters as a font file of its own; undefined where a character has none. */
  cut(characters: readonly string[]): CutFont | undefined;
}

export interface CutFont {
  /** A TrueType file. Glyph 0 stands for none, then come those of the characters in their order. */
  readonly file: Uint8Array;
  /** In thousandths of the type size, by glyph. */
  readonly widths: readonly number[];
  readonly box: readonly number[];
  readonly ascent: number;
  readonly descent: number;
}

type Tables = ReadonlyMap<string, DataView>;

/** Opens a font file with outlines in `glyf`. The bytes are not copied. */
export function openGlyphs(file: Uint8Array): GlyphSource {
  const tables = fontTables(file);
  const characters = characterMap(table(tables, 'cmap'));
  return {
    cut: (wanted) =>
      cutGlyphs(
        tables,
        wanted.map((one) => characters(one.codePointAt(0) ?? 0)),
      ),
  };
}

function table(tables: Tables, name: string): DataView {
  return tables.get(name) ?? new DataView(new ArrayBuffer(0));
}

/** The glyph of a character, 0 where there is none: by segments of all of Unicode (format 12). */
function characterMap(cmap: DataView): (character: number) => number {
  const start = characterMaps(cmap).find((one) => cmap.getUint16(one) === GROUPED);
  if (start === undefined) return () => 0;
  const groups = cmap.getUint32(start + 12);
  return (character) => {
    for (let low = 0, high = groups - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      const at = start + 16 + 12 * middle;
      if (character < cmap.getUint32(at)) high = middle - 1;
      else if (character > cmap.getUint32(at + 4)) low = middle + 1;
      else return cmap.getUint32(at + 8) + character - cmap.getUint32(at);
    }
    return 0;
  };
}

function cutGlyphs(tables: Tables, wanted: readonly number[]): CutFont | undefined {
  if (wanted.includes(0)) return undefined;
  const glyphs = [0, ...wanted];
  const outlines = glyphs.map((glyph) => outline(tables, glyph));
  // Glyphs that are put together from others would need those too.
  if (outlines.some((one) => one.byteLength > 0 && one.getInt16(0) < 0)) return undefined;
  const [head, hhea, maxp] = [copy(table(tables, 'head')), copy(table(tables, 'hhea')), copy(table(tables, 'maxp'))];
  const loca = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
  let size = 0;
  for (const [index, one] of outlines.entries()) {
    size += padded(one.byteLength);
    loca.setUint32(4 * (index + 1), size);
  }
  const glyf = new Uint8Array(size);
  for (const [index, one] of outlines.entries()) glyf.set(tableBytes(one), loca.getUint32(4 * index));
  const advances = glyphs.map((glyph) => advance(tables, glyph));
  const hmtx = new DataView(new ArrayBuffer(4 * glyphs.length));
  for (const [index, one] of advances.entries()) hmtx.setUint16(4 * index, one);
  for (const [index, one] of outlines.entries()) hmtx.setInt16(4 * index + 2, one.byteLength > 0 ? one.getInt16(2) : 0);
  // Long offsets; the checksum of the file is left open.
  head.setInt16(50, 1);
  head.setUint32(8, 0);
  hhea.setUint16(34, glyphs.length);
  maxp.setUint16(4, glyphs.length);
  const em = head.getUint16(18);
  const scaled = (value: number) => Math.round((1000 * value) / em);
  return {
    file: fontFile(new Map(Object.entries({ glyf: new DataView(glyf.buffer), head, hhea, hmtx, loca, maxp }))),
    widths: advances.map(scaled),
    box: [36, 38, 40, 42].map((at) => scaled(head.getInt16(at))),
    ascent: scaled(hhea.getInt16(4)),
    descent: scaled(hhea.getInt16(6)),
  };
}

function outline(tables: Tables, glyph: number): DataView {
  const [head, loca, glyf] = [table(tables, 'head'), table(tables, 'loca'), table(tables, 'glyf')];
  const isLong = head.getInt16(50) === 1;
  const offset = (index: number) => (isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index));
  const start = offset(glyph);
  return new DataView(glyf.buffer, glyf.byteOffset + start, offset(glyph + 1) - start);
}

function advance(tables: Tables, glyph: number): number {
  const [hhea, hmtx] = [table(tables, 'hhea'), table(tables, 'hmtx')];
  return hmtx.getUint16(4 * Math.min(glyph, hhea.getUint16(34) - 1));
}

function copy(view: DataView): DataView {
  return new DataView(tableBytes(view).slice().buffer);
}
