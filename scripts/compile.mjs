// Compiles src to dist when a source is newer than the last compilation, or one has gone.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleDesk, DESK_TEMPLATES } from './bundle-desk.mjs';
import { ROOT, runTool } from './tools.mjs';

const stamp = path.join(ROOT, 'dist', 'compiled-from.txt');
const sources = [
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  'scripts/bundle-desk.mjs',
  'scripts/desk/glue.mjs',
  ...listSources(),
  ...DESK_TEMPLATES,
].sort();
if (!isFresh()) {
  rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
  const status = runTool('tsc', ['-p', 'tsconfig.build.json']);
  if (status !== 0) process.exit(status);
  await bundleScript('panel.js', ['panel/browser.js']);
  // The same beside the adapter for a learning platform, which a page could not load as a second script.
  await bundleScript('scorm.js', ['export/scorm/browser/before.js', 'panel/browser.js', 'export/scorm/browser/run.js']);
  await bundleDesk();
  await bundleCommand();
  writeFileSync(stamp, sources.join('\n'));
}

function listSources() {
  return readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join('src', file.replaceAll('\\', '/')));
}

function isFresh() {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources.join('\n')) return false;
  const compiled = statSync(stamp).mtimeMs;
  return sources.every((file) => statSync(path.join(ROOT, file)).mtimeMs < compiled);
}

/** The command and its worker threads, each as one script with its packages: loading several hundred takes half a second at every start. */
async function bundleCommand() {
  await build({
    entryPoints: ['main', 'workers/page-worker', 'workers/handout-worker'].map((file) => ({
      in: path.join(ROOT, 'dist', 'cli', `${file}.js`),
      out: path.basename(file),
    })),
    outdir: path.join(ROOT, 'dist', 'cli'),
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // `docx` is as large as all the rest, and only a build of Word files loads it.
    external: ['@myriaddreamin/*', '@expo-google-fonts/*', 'docx'],
    // Packages of the older kind ask for Node's own modules in this way.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  });
}

/** What a student's page runs in the browser, as one script, with the hash by which the page lets it run. */
async function bundleScript(name, parts) {
  const bundled = await build({
    stdin: { contents: parts.map((part) => `import './${part}';`).join('\n'), resolveDir: path.join(ROOT, 'dist') },
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2020',
    charset: 'ascii',
    legalComments: 'none',
    write: false,
  });
  const text = bundled.outputFiles[0].text
    .trimEnd()
    .replace(/<\/script/gi, '<\\/script')
    .replace(/<!--/g, '<\\!--');
  writeFileSync(path.join(ROOT, 'dist', name), text);
  writeFileSync(path.join(ROOT, 'dist', `${name}.hash`), `sha256-${createHash('sha256').update(text).digest('base64')}`);
}
