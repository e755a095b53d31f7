import type { TypstCompiler, TypstCompileWorld } from '@myriaddreamin/typst-ts-web-compiler';
import { invariant } from '../../../diagnostics/index.js';
import { lazily } from '../../../source/index.js';
import type { WasmInputs } from '../../output/format.js';
import { pageNumbers } from '../file/pages.js';
import { readObjects } from '../file/pdf-objects.js';
import { characterCheck } from './characters.js';
import { type Laid, messagesOf, type PdfEngine, type Typesetter } from './engine.js';

/**
 * The compiler in WebAssembly: in a browser, and on systems that the native one is not built for. Its files do not claim PDF/UA-1, and a
 * character without a glyph is looked for in the fonts before anything is laid out.
 */
export async function openWasmEngine({ module, fonts }: WasmInputs): Promise<PdfEngine> {
  const { default: start, TypstCompilerBuilder } = await import('@myriaddreamin/typst-ts-web-compiler');
  await start({ module_or_path: module });
  const missing = characterCheck(fonts);
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  // One compiler serves all: each holds its fonts, and memory once taken is never given back.
  const compiler = await builder.build();
  let current: ReadonlyMap<string, string> | undefined;
  return {
    open: (sources) =>
      typesetter(compiler, missing, () => {
        if (current === sources) return;
        compiler.reset_shadow();
        for (const [path, text] of sources) compiler.add_source(`/${path}`, text);
        current = sources;
      }),
  };
}

/** Numbers by which the compiler knows its kinds of output. */
const PAGED = 0;
const PDF = 1;
/** Diagnostics as objects with a severity and a message. */
const AS_OBJECTS = 3;
/** `reset` lets go of what thirty layouts have not used. */
const RESET_AGE = 30;

function typesetter(compiler: TypstCompiler, missing: Typesetter['missing'], load: () => void): Typesetter {
  const open: TypstCompileWorld[] = [];
  return {
    layOut: (main, files) => {
      load();
      for (const [path, bytes] of files) compiler.map_shadow(`/${path}`, bytes);
      const world = compiler.snapshot(null, `/${main}`, null);
      open.push(world);
      const { diagnostics = [] } = world.compile(PAGED, AS_OBJECTS) as { readonly diagnostics?: readonly { readonly message: string }[] };
      return diagnostics.length > 0 ? { kind: 'failed', messages: messagesOf(diagnostics) } : laid(world);
    },
    forget: (kept) => {
      for (const world of open.splice(0)) world.free();
      for (let age = 0; age < Math.max(1, Math.floor(RESET_AGE / kept)); age += 1) compiler.reset();
    },
    missing,
  };
}

function laid(world: TypstCompileWorld): Laid {
  const pdf = lazily(() => {
    const { result, diagnostics = [] } = world.get_artifact(PDF, AS_OBJECTS) as {
      readonly result?: Uint8Array;
      readonly diagnostics?: readonly { readonly message: string }[];
    };
    invariant(result !== undefined, `the pages could not be written: ${messagesOf(diagnostics).join('; ')}`);
    return result;
  });
  return {
    kind: 'laid',
    get pages() {
      return pageNumbers(readObjects(pdf())).length;
    },
    query: (label) => JSON.parse(world.query(PAGED, label, undefined)),
    pdf,
  };
}
