// Builds in a fresh process and prints the time from start to exit, the stages and the pages as JSON. Words: folder for the files, chapters;
// without chapters, everything.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder = 'out', ...chapters] = process.argv.slice(2);
const main = path.join(fileURLToPath(new URL('../../', import.meta.url)), 'dist', 'cli', 'main.js');
const start = performance.now();
const { stdout, stderr, status } = spawnSync(process.execPath, [main, 'build', ...chapters, '--timings', '--out', folder], {
  encoding: 'utf8',
});
const milliseconds = performance.now() - start;
if (status !== 0) throw new Error(stderr);
const pages = [...stdout.matchAll(/\.pdf +(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
const stages = stderr.trim();
const pdfMilliseconds = Number(/\bpdf (\d+) ms/.exec(stages)?.[1]);
console.log(JSON.stringify({ milliseconds, stages, pages, pdfMilliseconds }));
