import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { prepareWorkbook } from '../../src/build.js';
import { lightFonts } from '../../src/cli/desk/light-fonts.js';
import { COMPILER_FONTS, wasmPath } from '../../src/cli/files/page-engine.js';
import { readPageInputs, readWorkbook } from '../../src/cli/files/read-workbook.js';
import { characterCheck, createPdfRenderer, openWasmEngine } from '../../src/render/pdf/index.js';

const ROOT = path.join(import.meta.dirname, '../..');
const pages = readPageInputs();
const paths = [...pages.fontPaths, ...COMPILER_FONTS.map((file) => path.join(ROOT, 'templates/compiler-fonts', file))];
const whole = paths.map((file) => new Uint8Array(readFileSync(file)));
/** A character that is in no daily use stands in the texts of the workbook. */
const light = lightFonts(paths, ['书名里有一个龘字']);
const lightened = paths.map((file, index) => light.get(file) ?? (whole[index] as Uint8Array));

describe('the light fonts of the desk', () => {
  it('are the large ones, with less than half of their bytes', () => {
    expect([...light.keys()].map((file) => path.basename(file))).toEqual(['NotoSerifSC_400Regular.ttf', 'NotoSerifSC_700Bold.ttf']);
    for (const [file, font] of light) {
      const before = readFileSync(file);
      expect(font.length / before.length).toBeLessThan(0.5);
      expect(gzipSync(font).length / gzipSync(before).length).toBeLessThan(0.5);
    }
  });

  it('have the characters of daily use and of the workbook, and say of others that they are missing', () => {
    const [missing, missingInWhole] = [characterCheck(lightened), characterCheck(whole)];
    // 喆, 玥 and 珺 stand in names, and 镕 too; GB 2312 has none of them.
    const text = '练习：每月还款 250 元，龘。喆玥珺镕 “½ ≥ é Ω”';
    expect(missing(text)).toEqual(['喆', '玥', '珺', '镕']);
    expect(missingInWhole(text)).toEqual([]);
  });

  it('give the pages of a chapter byte for byte as the whole ones do', async () => {
    const inputs = readWorkbook(path.join(ROOT, 'chapters'), { folder: ROOT });
    const { documents } = prepareWorkbook(inputs, { chapters: ['01-one-purchase'], languages: ['zh'], editions: ['student', 'key'] });
    expect(documents.length).toBe(2);
    const module = await WebAssembly.compile(readFileSync(wasmPath()));
    const rendered = async (fonts: readonly Uint8Array[]) => {
      const renderer = createPdfRenderer({ templates: pages.pdf, engine: await openWasmEngine({ module, fonts }) });
      return documents.map(({ document }) => Buffer.from(renderer.render(document, { paper: 'a4' }).value.content).toString('latin1'));
    };
    const [small, full] = [await rendered(lightened), await rendered(whole)];
    expect(small.map((content, index) => content === full[index])).toEqual([true, true]);
  });
});
