// Prints how the engine compares with the plainest code for the same work, as ratios measured in one run. Not a test: nothing here fails.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keptFolder } from '../dist/cli/files/read-workbook.js';
import { ROOT } from './tools.mjs';

const ROUNDS = 1_000_000;
const REPEATS = 3;
const SAME_DIGITS = 32;

// The two loops take turns, so that a slow moment of the machine meets both.
const pairs = Array.from({ length: REPEATS }, () => [measure('ladder.mjs', 'engine', ROUNDS), measure('ladder.mjs', 'by-hand', ROUNDS)]);
const best = (column) => Math.min(...pairs.map((pair) => pair[column].milliseconds));
if (pairs.some(([engine, byHand]) => engine.price !== byHand.price)) throw new Error('the two loops differ in their last price');
const perSecond = (milliseconds) => Math.round((ROUNDS / milliseconds) * 1000).toLocaleString('en');
line('rounds of the price ladder', `${perSecond(best(0))} a second; by hand with decimal.js ${perSecond(best(1))}`);
line('  speed, engine ÷ by hand', `${(best(1) / best(0)).toFixed(2)}  (aim: at least 0.9)`);

const fewRows = Array.from({ length: REPEATS }, () => measure('ladder.mjs', 'engine', 10_000));
const peak = (runs) => Math.min(...runs.map(({ peakBytes }) => peakBytes));
const [few, many] = [peak(fewRows), peak(pairs.map(([engine]) => engine))];
line('peak memory', `10,000 rows ${megabytes(few)}, 1,000,000 rows ${megabytes(many)}`);
line('  memory, many ÷ few', `${(many / few).toFixed(2)}  (aim: at most 1.10)`);

const [queue, byHand, integers] = ['engine', 'by-hand', 'integers'].map((way) => measure('exits.mjs', way, ROUNDS));
// 40 significant digits and 60 decimals part in the last digits only.
if (queue.exits !== integers.exits || queue.price.slice(0, SAME_DIGITS) !== integers.price.slice(0, SAME_DIGITS)) {
  throw new Error('the queue and the whole-number method differ');
}
line(
  'orders with forced exits',
  `${ROUNDS.toLocaleString('en')} in ${seconds(queue.milliseconds)} on one core, ${queue.exits} exits  (aim: under 30 s)`,
);
line('  peak memory', `${megabytes(queue.peakBytes)}  (aim: under 300 MB)`);
line('  speed, engine ÷ by hand', (byHand.milliseconds / queue.milliseconds).toFixed(2));

const set = measure('pages.mjs');
line(
  'pages a second',
  `HTML ${set.html[0]} cold, ${set.html[1]} warm; PDF ${set.pdf[0]} cold on one thread, ${set.pdf[1]} warm on ${set.threads}`,
);
line('  PDF, warm ÷ 250', `${(set.pdf[1] / 250).toFixed(2)}  (aim: at least 1)`);

const [some, more] = [200, 5000].map((students) => measure('handouts.mjs', students, 2));
line('handouts with own numbers', `${some.perSecond.toFixed(0)} a second with 2 threads  (aim: 600)`);
line(
  '  each',
  `${some.pages.toFixed(1)} pages, ${some.cpuMilliseconds.toFixed(1)} ms of processor time; ${some.filled} of ${some.students} filled`,
);
line(
  '  peak memory',
  `${some.students} handouts ${megabytes(some.peakBytes)}, ${more.students} handouts ${megabytes(more.peakBytes)}  (aim: under 350 MB)`,
);
line('  memory, many ÷ few', `${(more.peakBytes / some.peakBytes).toFixed(2)}  (aim: flat)`);
const turns = Array.from({ length: REPEATS }, () => ['ours', 'plain'].map((way) => measure('plain.mjs', way, 50)));
const [ours, plain] = [0, 1].map((column) => Math.min(...turns.map((pair) => pair[column].milliseconds)));
line('  one laid out by itself', `${ours.toFixed(1)} ms on one thread; the plainest page of the same compiler ${plain.toFixed(1)} ms`);
const browser = measure('browser.mjs', 30, 2);
line(
  '  warm browser, same HTML',
  browser === null
    ? 'no browser is installed; set CHROMIUM to its path'
    : `${browser.perSecond.toFixed(1)} a second, ${browser.pages.toFixed(1)} pages each`,
);
if (browser !== null) line('  speed, handouts ÷ browser', `${(some.perSecond / browser.perSecond).toFixed(0)}  (aim: at least 60)`);
const tex = measure('tex.mjs', 200);
if (tex === null) line('  XeLaTeX, same content', 'not installed, or no qpdf');
else {
  line('  XeLaTeX, same content', `${tex.perSecond.toFixed(1)} a second in two jobs`);
  line('  speed, handouts ÷ XeLaTeX', `${(some.perSecond / tex.perSecond).toFixed(1)}  (aim: at least 6)`);
}

// The real command. What a class of one takes is the start; the rest is for the others.
for (const [chapter, aim] of [
  ['one-purchase', 250],
  ['pool-price', 200],
  ['twenty-questions', 130],
]) {
  const pairs = Array.from({ length: 2 }, () => [1, 300].map((students) => measure('class-run.mjs', chapter, students)));
  const [alone, all] = [0, 1].map((column) => Math.min(...pairs.map((pair) => pair[column].whole)));
  const rate = `${Math.round((1000 * 299) / (all - alone))} a second`;
  line(`class, ${chapter}`, `300 in ${seconds(all)}, one in ${seconds(alone)}: ${rate} after the start  (aim: ${aim})`);
  line('  peak memory', megabytes(Math.max(...pairs.map((pair) => pair[1].peakBytes))));
}
const thirty = Array.from({ length: REPEATS }, () => measure('class-run.mjs', 'one-purchase', 30));
line(
  'class of thirty',
  `first handout after ${seconds(Math.min(...thirty.map(({ first }) => first)))}, all after ${seconds(Math.min(...thirty.map(({ whole }) => whole)))}`,
);

const word = measure('word-handouts.mjs', 200, 2);
line('handouts as Word files', `${word.perSecond.toFixed(1)} a second with 2 threads  (aim: 30)`);
line('  each', `${Math.round(word.cpuMilliseconds)} ms of processor time`);

for (const chapter of ['01-one-purchase', '07-pool-price']) {
  const saved = measure('preview.mjs', chapter, 9);
  line(
    'preview after a save',
    saved === null
      ? 'no browser is installed; set CHROMIUM to its path'
      : `${saved.words.shown} ms until a changed page of ${saved.pages} is shown  (aim: 300)`,
  );
  if (saved !== null) line('  in the program', `${saved.words.server} ms; all figures worked out again ${saved.sums.server} ms`);
}

const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-bench-'));
try {
  const run = (...words) => measure('cold-run.mjs', ...words);
  // A copy, in which a chapter can be changed and nothing is kept yet.
  const workbook = path.join(folder, 'chapters');
  cpSync(path.join(ROOT, 'chapters'), workbook, {
    recursive: true,
    filter: (file) => path.basename(file) !== path.basename(keptFolder('')),
  });
  const build = () => run('build', '--workbook', workbook, '--timings', '--out', path.join(folder, 'build'));
  // The plainest page is set before and after, so that a slow moment of the machine meets both.
  const before = measure('plain.mjs', 'plain', 50);
  const whole = build();
  const after = measure('plain.mjs', 'plain', 50);
  const page = (before.milliseconds + after.milliseconds) / 2;
  line('cold build of everything', `${seconds(whole.milliseconds)}  (aim: at most 12 s where the plainest page takes 17 ms)`);
  line('  by stage', whole.said);
  line('  pages', `${whole.pages} in PDF`);
  line(
    '  build ÷ plainest page',
    `${Math.round(whole.milliseconds / page)}, with ${page.toFixed(1)} ms for the page  (aim: at most ${Math.round(12000 / 17)})`,
  );
  line('  unchanged', `${seconds(build().milliseconds)}  (aim: under 1 s)`);
  const words = path.join(workbook, '07-pool-price', 'zh.md');
  writeFileSync(
    words,
    readFileSync(words, 'utf8').replace(/^goal:.*$/m, (goal) => `${goal.trimEnd()} `.replace(/。? $/, '，再想一想。')),
  );
  line('  one chapter changed', `${seconds(build().milliseconds)}  (aim: under 3 s)`);
  const [first, again] = ['', ''].map(() => run('check', '--workbook', workbook));
  line('check of everything', `${seconds(again.milliseconds)}, the first time ${seconds(first.milliseconds)}  (aim: under 3 s)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs one measurement in a process of its own and returns what it prints as JSON. */
function measure(script, ...words) {
  const file = path.join(ROOT, 'test', 'bench', script);
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...words.map(String)], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function line(what, found) {
  console.log(`${what.padEnd(28)} ${found}`);
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
