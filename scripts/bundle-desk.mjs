// Bundles the pages of the desk and their workers, which run in a browser, into dist/desk-site.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import Handlebars from 'handlebars';
import { patchGlue } from './desk/glue.mjs';
import { listFiles, ROOT } from './tools.mjs';

/** Scripts that a page or a worker begins with, by the names under which they are served. */
const SCRIPTS = {
  desk: 'main.js',
  'sums-worker': 'work/sums-worker.js',
  'layout-worker': 'work/layout-worker.js',
  'classroom-worker': 'classroom/work/classroom-worker.js',
  'flyer-worker': 'flyer/engine/worker.js',
};

/** Templates that become scripts: the desk lets no text become one when it runs. */
export const DESK_TEMPLATES = listFiles('templates/html', /\.hbs$/);

export async function bundleDesk() {
  await build({
    entryPoints: Object.entries(SCRIPTS).map(([out, file]) => ({ in: path.join(ROOT, 'dist', 'desk', file), out })),
    outdir: path.join(ROOT, 'dist', 'desk-site'),
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    // Never loaded in a browser.
    external: ['@myriaddreamin/typst-ts-node-compiler'],
    plugins: [readyTemplates, glueWithoutEval],
  });
}

/** In place of Handlebars stands its runtime, which knows the templates by their text. */
const readyTemplates = {
  name: 'ready-templates',
  setup(bundle) {
    bundle.onResolve({ filter: /^handlebars$/ }, () => ({ path: 'handlebars', namespace: 'ready-templates' }));
    bundle.onLoad({ filter: /.*/, namespace: 'ready-templates' }, () => ({
      contents: runtimeWithTemplates(),
      resolveDir: ROOT,
      loader: 'js',
    }));
  },
};

function runtimeWithTemplates() {
  const texts = DESK_TEMPLATES.map((file) => readFileSync(path.join(ROOT, file), 'utf8').replaceAll('\r\n', '\n'));
  const ready = texts.flatMap((text) =>
    // A partial is compiled without its last newline.
    [...new Set([text, text.replace(/\n$/, '')])].map(
      (one) => `[${JSON.stringify(one)}, ${Handlebars.precompile(one, { strict: true, preventIndent: true })}]`,
    ),
  );
  return `import Handlebars from 'handlebars/dist/cjs/handlebars.runtime.js';
const ready = new Map([${ready.join(',\n')}]);
const runtime = Handlebars.default ?? Handlebars;
const create = () => {
  const own = runtime.create();
  own.compile = (text) => {
    if (!ready.has(text)) throw new Error('a template that was not made ready');
    return own.template(ready.get(text));
  };
  return own;
};
export default { create, SafeString: runtime.SafeString };
`;
}

/** The page compiler's glue makes functions from five fixed texts. */
const glueWithoutEval = {
  name: 'glue-without-eval',
  setup(bundle) {
    bundle.onLoad({ filter: /typst_ts_web_compiler\.mjs$/ }, ({ path: file }) => ({
      contents: patchGlue(readFileSync(file, 'utf8')),
      loader: 'js',
    }));
    // What it does in Node is left out with it.
    bundle.onLoad({ filter: /wasm-pack-shim\.mjs$/ }, () => ({
      contents: "export * from './typst_ts_web_compiler.mjs'; export { default } from './typst_ts_web_compiler.mjs';",
      resolveDir: path.join(ROOT, 'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg'),
      loader: 'js',
    }));
  },
};
