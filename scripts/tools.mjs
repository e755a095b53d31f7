import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

const TOOLS = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  vitest: 'node_modules/vitest/vitest.mjs',
  lockfile: 'scripts/check-lockfile.mjs',
  reckoner: 'dist/cli/main.js',
};

/** Runs one of the project's tools with this Node, the same way on every system. Returns its exit code. */
export function runTool(tool, words, environment = {}) {
  const { status, error } = spawnSync(process.execPath, [path.join(ROOT, TOOLS[tool]), ...words], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (error) throw error;
  return status ?? 1;
}

/** Where Chromium is installed; undefined where it is not. */
export function findChromium() {
  const places = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return places.find((file) => existsSync(file));
}

/** The same, but the program ends where it is not installed: pictures stay as they are. */
export function chromiumPath() {
  const found = findChromium();
  if (found !== undefined) return found;
  console.error('Chromium is not installed; the pictures stay as they are.');
  return process.exit(1);
}

/** The first address that a started command prints. */
export function addressOf(child) {
  return new Promise((found, fail) => {
    child.stdout.on('data', (text) => {
      const [address] = /http:\S+/.exec(String(text)) ?? [];
      if (address !== undefined) found(address);
    });
    child.on('exit', (status) => fail(new Error(`it ended with ${status} before it had an address`)));
  });
}

/** What takes a browser, the layout of whole workbooks or the built program; every other test runs within a minute. */
const SLOW_TESTS = [
  'test/browser/',
  'test/cli/',
  'test/desk/flyer/chapter',
  'test/export/epub',
  'test/export/qti-player',
  'test/export/scorm',
  'test/render/pdf/',
];

/** Files below a folder of the project whose names match, as paths from its root with forward slashes, in order. */
export function listFiles(under, pattern) {
  return readdirSync(path.join(ROOT, under), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(under, file.replaceAll('\\', '/')))
    .filter((file) => pattern.test(file))
    .sort();
}

export function fastTests() {
  return listFiles('test', /\.test\.ts$/).filter((file) => !SLOW_TESTS.some((place) => file.startsWith(place)));
}
