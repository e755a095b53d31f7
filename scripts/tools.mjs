import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

const TOOLS = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  vitest: 'node_modules/vitest/vitest.mjs',
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
