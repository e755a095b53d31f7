import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openGlyphs } from '../../../../src/render/pdf/template/font-cut.js';
import { shippedFonts } from '../renderer.js';

const file = readFileSync(shippedFonts().find((path) => path.includes('700Bold')) ?? '');
const font = openGlyphs(file);

/** The tables of a font file, by name; a checksum is the sum of their words of four bytes, modulo 2^32 (OpenType 1.9, `Calculating checksums`). */
function tablesOf(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + 16 * index);
  return new Map(
    rows.map((row) => {
      const [checksum, offset, length] = [4, 8, 12].map((at) => view.getUint32(row + at)) as [number, number, number];
      let sum = 0;
      for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) % 2 ** 32;
      expect(sum).toBe(checksum);
      expect(offset % 4).toBe(0);
      const name = String.fromCharCode(...bytes.subarray(row, row + 4));
      return [name, new DataView(bytes.buffer, bytes.byteOffset + offset, length)] as const;
    }),
  );
}

function tableOf(tables: ReadonlyMap<string, DataView>, name: string): DataView {
  const found = tables.get(name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found;
}

/** Where each outline begins and ends, in bytes. */
function outlines(tables: ReadonlyMap<string, DataView>): readonly string[] {
  const [loca, glyf] = [tableOf(tables, 'loca'), tableOf(tables, 'glyf')];
  const starts = Array.from({ length: loca.byteLength / 4 }, (_, index) => loca.getUint32(4 * index));
  expect(starts.at(-1)).toBe(glyf.byteLength);
  return starts.slice(1).map((end, index) => {
    const start = starts[index] ?? 0;
    expect(end).toBeGreaterThanOrEqual(start);
    return Buffer.from(glyf.buffer, glyf.byteOffset + start, end - start).toString('hex');
  });
}

const names = fc.uniqueArray(fc.constantFrom(...'欧阳娜赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨éß'), { minLength: 1, maxLength: 12 });

describe('glyphs cut from a font', () => {
  it('are a font file with a glyph for each character, and one for none', () => {
    fc.assert(
      fc.property(names, (characters) => {
        const cut = font.cut(characters);
        if (cut === undefined) throw new Error('a glyph is missing');
        const tables = tablesOf(cut.file);
        expect([...tables.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
        const count = characters.length + 1;
        expect(tableOf(tables, 'maxp').getUint16(4)).toBe(count);
        expect(tableOf(tables, 'hhea').getUint16(34)).toBe(count);
        expect(tableOf(tables, 'hmtx').byteLength).toBe(4 * count);
        expect(outlines(tables)).toHaveLength(count);
        expect(cut.widths).toHaveLength(count);
      }),
      { numRuns: 40 },
    );
  });

  it('have the outlines that they have when they are cut alone, in any order', () => {
    const alone = (character: string) => outlines(tablesOf(font.cut([character])?.file ?? new Uint8Array(12)))[1];
    fc.assert(
      fc.property(names, (characters) => {
        const together = outlines(tablesOf(font.cut(characters)?.file ?? new Uint8Array(12)));
        expect(together.slice(1)).toEqual(characters.map(alone));
      }),
      { numRuns: 20 },
    );
  });

  it('are as wide as the font says: a Chinese character is as wide as its type is high', () => {
    expect(font.cut(['欧', '阳'])?.widths.slice(1)).toEqual([1000, 1000]);
  });

  it('are none where the font has not all of them', () => {
    expect(font.cut(['欧', '😀'])).toBeUndefined();
    expect(openGlyphs(new Uint8Array(file.subarray(0, 12)).fill(0, 4)).cut(['欧'])).toBeUndefined();
  });
});
