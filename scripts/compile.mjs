// Compiles src to dist when a source is newer than the last compilation, or one has gone.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runTool } from './tools.mjs';

const stamp = path.join(ROOT, 'dist', 'compiled-from.txt');
const sources = ['tsconfig.json', 'tsconfig.build.json', 'package.json', ...listSources()].sort();
if (!isFresh()) {
  rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
  const status = runTool('tsc', ['-p', 'tsconfig.build.json']);
  if (status !== 0) process.exit(status);
  writeFileSync(stamp, sources.join('\n'));
}

function listSources() {
  return readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.posix.join('src', file.replaceAll('\\', '/')));
}

function isFresh() {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources.join('\n')) return false;
  const compiled = statSync(stamp).mtimeMs;
  return sources.every((file) => statSync(path.join(ROOT, file)).mtimeMs < compiled);
}
