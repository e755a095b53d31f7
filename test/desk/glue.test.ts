import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS, patchGlue } from '../../scripts/desk/glue.mjs';

const { resolve } = createRequire(import.meta.url);
const wasm = resolve('@myriaddreamin/typst-ts-web-compiler/wasm');
const glue = path.join(path.dirname(wasm), 'typst_ts_web_compiler.mjs');

describe('the glue of the page compiler', () => {
  it('makes functions from the fixed texts that are known, and from no other', async () => {
    const asked = new Set<string>();
    const real = globalThis.Function;
    globalThis.Function = new Proxy(real, {
      construct: (target, texts: string[]) => {
        asked.add(texts.at(-1) ?? '');
        return Reflect.construct(target, texts);
      },
    });
    try {
      const { default: start, TypstCompilerBuilder } = await import('@myriaddreamin/typst-ts-web-compiler');
      await start({ module_or_path: await WebAssembly.compile(readFileSync(wasm)) });
      const builder = new TypstCompilerBuilder();
      builder.set_dummy_access_model();
      const compiler = await builder.build();
      compiler.add_source('/main.typ', 'text');
      compiler.snapshot(null, '/main.typ', null).compile(0, 3);
    } finally {
      globalThis.Function = real;
    }
    expect([...asked].filter((text) => !(text in FUNCTIONS))).toEqual([]);
    expect(asked.size).toBeGreaterThan(0);
  });

  it('runs without code made from text once it is patched', () => {
    const text = readFileSync(glue, 'utf8');
    expect(text).toContain('new Function(');
    expect(patchGlue(text)).not.toMatch(/new Function\(|\beval\(/);
  });

  it('is refused where it is another one', () => {
    expect(() => patchGlue(`${readFileSync(glue, 'utf8')}\nnew Function('x');`)).toThrow('the glue of the page compiler has changed');
    expect(() => patchGlue('')).toThrow('the glue of the page compiler has changed');
  });
});
