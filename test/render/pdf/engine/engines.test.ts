import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPILER_FONTS } from '../../../../src/cli/files/page-engine.js';
import type { Document, Edition } from '../../../../src/document/index.js';
import { characterCheck } from '../../../../src/render/pdf/engine/characters.js';
import { createPdfRenderer, openNativeEngine, openWasmEngine } from '../../../../src/render/pdf/index.js';
import { sampleDocument } from '../../../support/sample-document.js';
import { shippedDocument } from '../../../support/shipped-document.js';
import { shippedFontFiles, shippedTemplates } from '../renderer.js';

const { resolve } = createRequire(import.meta.url);
const fonts = [...shippedFontFiles(), ...compilerFonts()].map((file) => new Uint8Array(readFileSync(file)));

function compilerFonts() {
  return COMPILER_FONTS.map((file) => path.join(import.meta.dirname, '../../../../templates/compiler-fonts', file));
}

const wasm = await openWasmEngine({
  module: await WebAssembly.compile(readFileSync(resolve('@myriaddreamin/typst-ts-web-compiler/wasm'))),
  fonts,
});
const native = await openNativeEngine({ fontPaths: shippedFontFiles(), standard: 'none' });
const renderers = { wasm, native };

function rendered(engine: keyof typeof renderers, document: Document) {
  return createPdfRenderer({ templates: shippedTemplates(), engine: renderers[engine] }).render(document, { paper: 'a4' });
}

/** One chapter by itself. */
function chapterAlone(name: string, language: string, edition: Edition): Document {
  const { document } = shippedDocument(language, edition);
  const { back: _, ...rest } = document;
  return { ...rest, name, chapters: document.chapters.filter((chapter) => chapter.name === name) };
}

describe('the two builds of the page compiler', () => {
  it.each([
    ['one-purchase', 'zh', 'student'],
    ['pool-price', 'en', 'student'],
    ['pool-price', 'zh', 'teacher'],
    ['zero-cost', 'en', 'key'],
  ] as const)('make the same bytes of a chapter (%s, %s, %s)', (name, language, edition) => {
    const document = chapterAlone(name, language, edition);
    expect(document.chapters).toHaveLength(1);
    const [one, other] = [rendered('wasm', document), rendered('native', document)];
    expect(one.diagnostics).toEqual(other.diagnostics);
    expect(one.value.pages).toBe(other.value.pages);
    expect(Buffer.compare(Buffer.from(one.value.content), Buffer.from(other.value.content))).toBe(0);
  });
});

describe('a character that no font has', () => {
  it('is named in the same words, and its number printed, as by the native compiler', async () => {
    const document = sampleDocument('zh', 'student');
    const [chapter] = document.chapters;
    if (chapter === undefined) throw new Error('no chapter');
    const strange = { ...document, chapters: [{ ...chapter, goal: 'smile 😀, Gothic 𐌰' }] };
    const claimed = await openNativeEngine({ fontPaths: shippedFontFiles() });
    const asNative = createPdfRenderer({ templates: shippedTemplates(), engine: claimed }).render(strange, { paper: 'a4' });
    expect(rendered('wasm', strange).diagnostics).toEqual(asNative.diagnostics);
    expect(asNative.diagnostics).toHaveLength(2);
  });

  it('is looked for in the character maps of the fonts', () => {
    const missing = characterCheck(fonts);
    expect(missing(['喆玥珺', { a: '1 + 1 = 2\n', b: ['≈√“”…—', '你好'] }])).toEqual([]);
    expect(missing({ text: ['a😀', '😀𐌰'] })).toEqual(['😀', '𐌰']);
    // Joiners, selectors and marks of direction are not drawn.
    expect(missing('\u200d\ufe0f\u202e\u2066\u00ad')).toEqual([]);
    expect(characterCheck([])('ab a')).toEqual(['a', 'b']);
  });
});

describe('the fonts beside the compiler in WebAssembly', () => {
  it('are those that the native one has inside', () => {
    const require = createRequire(resolve('@myriaddreamin/typst-ts-node-compiler/package.json'));
    const name = ['gnu', 'musl', 'msvc', ''].map((libc) => [process.platform, process.arch, libc].filter((part) => part !== '').join('-'));
    const library = name.flatMap((system) => {
      try {
        return [require.resolve(`@myriaddreamin/typst-ts-node-compiler-${system}`)];
      } catch {
        return [];
      }
    })[0];
    const inside = readFileSync(library ?? '');
    for (const file of compilerFonts()) expect(inside.includes(readFileSync(file)), file).toBe(true);
  });
});
