// Runs a command in a fresh process and prints the time from start to exit, what it says on stderr, and the pages it made, as JSON.
// Words: those of the command line.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const main = path.join(fileURLToPath(new URL('../../', import.meta.url)), 'dist', 'cli', 'main.js');
const start = performance.now();
const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { encoding: 'utf8' });
const milliseconds = performance.now() - start;
if (status !== 0) throw new Error(stderr);
const pages = [...stdout.matchAll(/\.pdf +(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
console.log(JSON.stringify({ milliseconds, said: stderr.trim(), pages }));
