// Bundles the pages of the desk, which run in a browser, into dist/desk-site.

import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './tools.mjs';

/** Scripts that a page or a worker begins with, by the names under which they are served. */
const SCRIPTS = { desk: 'main.js' };

export async function bundleDesk() {
  await build({
    entryPoints: Object.entries(SCRIPTS).map(([out, file]) => ({ in: path.join(ROOT, 'dist', 'desk', file), out })),
    outdir: path.join(ROOT, 'dist', 'desk-site'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
  });
}
