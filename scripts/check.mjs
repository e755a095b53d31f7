// The lockfile, types, lint and format, then every test as a build server runs them. Stops at the first that fails; `--static` leaves the tests out.
import { runTool } from './tools.mjs';

const steps = [
  ['lockfile', []],
  ['tsc', ['-p', 'tsconfig.json']],
  ['biome', ['ci', '--error-on-warnings']],
  ...(process.argv.includes('--static') ? [] : [['vitest', ['run'], { CI: '1' }]]),
];
for (const [tool, words, environment] of steps) {
  const status = runTool(tool, words, environment);
  if (status !== 0) process.exit(status);
}
