// Puts small mistakes into the source, one at a time, and says which of them no test notices.
// `npm run mutate -- --count 200 --seed 1 --folders number,formula --jobs 2 --files 60`. Exits with 1 when fewer than nine in ten are found.
// A mutant is tried by so many of the test files that reach it, the nearest first: one that only others notice counts as not found.

import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findMutants } from './mutate/mutants.mjs';
import { seededRandom, shuffled } from './mutate/random.mjs';
import { openRunner } from './mutate/runner.mjs';
import { typedMutants } from './mutate/typed.mjs';
import { fastTests, listFiles, ROOT } from './tools.mjs';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    folders: { type: 'string', default: 'number,formula,evaluate,audit,exercises,classroom' },
    jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) },
    files: { type: 'string', default: '60' },
  },
});
const WANTED_SHARE = 0.9;
/** A mutant whose tests work so much longer than without it never ends. */
const PATIENCE = { factor: 10, milliseconds: 60_000 };
/** A process ends itself at its limit; one that does not is ended when so many times the limit have passed. */
const WAITING = 60;

// An interrupted run ends its processes, too.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
process.setMaxListeners(0);

const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-mutate-'));
try {
  const { mutants, refused, sources } = chooseMutants();
  const plan = path.join(folder, 'plan.json');
  writeFileSync(plan, JSON.stringify(sources));
  console.log(`${mutants.length} mutants with seed ${options.seed}; ${refused} more do not compile`);
  const reach = await readReach(sources);
  const { survivors, endless } = await tryMutants(mutants, reach, plan);
  report(mutants, survivors, endless);
} finally {
  rmSync(folder, { recursive: true });
}

/** Draws places by the seed, at most one mutant for each, until there are enough that compile. */
function chooseMutants() {
  const random = seededRandom(Number(options.seed));
  const files = options.folders.split(',').flatMap((name) => listFiles(`src/${name}`, /\.ts$/));
  const codes = new Map(files.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]));
  const places = [...codes].flatMap(([file, code]) => {
    const byPlace = groupByPlace(findMutants(code));
    return [...byPlace.values()].map((all) => ({ file, ...all[Math.floor(random() * all.length)] }));
  });
  const count = Number(options.count);
  const order = shuffled(places, random);
  let looked = 0;
  const chosen = [];
  while (chosen.length < count && looked < order.length) {
    const batch = order.slice(looked, looked + count);
    looked += batch.length;
    chosen.push(...typedMutants(batch, codes));
  }
  const mutants = chosen
    .slice(0, count)
    .map((mutant, index) => ({ ...mutant, number: index + 1, line: lineOf(codes.get(mutant.file), mutant.start) }));
  const sources = Object.fromEntries(
    [...codes].map(([file, code]) => [file, { code, mutants: mutants.filter((one) => one.file === file) }]),
  );
  return { mutants, refused: looked - chosen.length, sources };
}

function groupByPlace(mutants) {
  const groups = new Map();
  for (const mutant of mutants) {
    const key = `${mutant.start} ${mutant.end}`;
    groups.set(key, [...(groups.get(key) ?? []), mutant]);
  }
  return groups;
}

function lineOf(code, offset) {
  return code.slice(0, offset).split('\n').length;
}

/** Runs the tests once with every mutant asleep: mutant -> the test files that reach it, each with its duration. */
async function readReach(sources) {
  const reachedFolder = path.join(folder, 'reached');
  mkdirSync(reachedFolder);
  const runner = await openRunner(sources, { workers: Number(options.jobs), isolate: true, bail: 0 });
  const { isGreen, files: done, failed } = await runner.run(fastTests(), { reachedFolder });
  await runner.close();
  if (!isGreen) throw new Error(`these tests fail without any mutant:\n${failed.join('\n')}`);
  const durations = new Map(done.map(({ file, duration }) => [file, duration]));
  const seconds = [...durations.values()].reduce((sum, one) => sum + one, 0) / 1000;
  console.log(`${durations.size} test files, ${seconds.toFixed(0)} s of tests`);
  const reach = new Map();
  for (const name of readdirSync(reachedFolder)) {
    const { file, reached } = JSON.parse(readFileSync(path.join(reachedFolder, name), 'utf8'));
    const known = { file: file.slice(ROOT.length), duration: durations.get(file.slice(ROOT.length)) ?? 0 };
    for (const number of reached) reach.set(number, [...(reach.get(number) ?? []), known]);
  }
  return reach;
}

/** The test files to try a mutant with: first those of its own folder, and of equally near ones the quickest. */
function nearestFiles({ file }, reached) {
  const [, room] = file.split('/');
  const distance = (one) => (one.file.startsWith(`test/${room}/`) ? 0 : 1);
  return reached.toSorted((a, b) => distance(a) - distance(b) || a.duration - b.duration).slice(0, Number(options.files));
}

/** Tries the mutants in as many processes as `--jobs` says; gives those that no test noticed, and how many runs had to be ended. */
async function tryMutants(mutants, reach, plan) {
  const waiting = [...mutants];
  const survivors = [];
  let endless = 0;
  let done = 0;
  const work = async () => {
    let trial = await openTrial(plan);
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const files = nearestFiles(mutant, reach.get(mutant.number) ?? []);
      const limit = PATIENCE.milliseconds + PATIENCE.factor * files.reduce((sum, { duration }) => sum + duration, 0);
      const outcome =
        files.length === 0
          ? { isGreen: true, failed: [] }
          : await trial.ask({ awake: mutant.number, files: files.map(({ file }) => file), limit }, WAITING * limit);
      if (outcome.isEnded) endless += 1;
      if (outcome.isLost) trial = await openTrial(plan);
      if (outcome.isGreen) survivors.push({ ...mutant, isReached: files.length > 0 });
      done += 1;
      const word = outcome.isGreen ? (files.length > 0 ? 'SURVIVED' : 'UNREACHED') : 'found';
      console.log(
        `${done}/${mutants.length} ${word} ${describeMutant(mutant)}${outcome.isGreen ? '' : ` by ${outcome.failed[0] ?? 'a run without end'}`}`,
      );
    }
    trial.close();
  };
  await Promise.all(Array.from({ length: Number(options.jobs) }, work));
  return { survivors, endless };
}

async function openTrial(plan) {
  // A group of its own, so that its workers end with it.
  const child = fork(fileURLToPath(new URL('mutate/trial.mjs', import.meta.url)), [plan], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const close = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  process.on('exit', close);
  await new Promise((resolve) => child.once('message', resolve));
  const ask = (question, limit) =>
    new Promise((resolve) => {
      const end = (outcome) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(outcome);
      };
      const lost = () => {
        close();
        end({ isGreen: false, isEnded: true, isLost: true, failed: [] });
      };
      const timer = setTimeout(lost, limit);
      child.once('exit', lost);
      child.once('message', end);
      child.send(question);
    });
  return { ask, close };
}

function describeMutant({ file, line, kind, text }) {
  return `${file}:${line} ${kind}: ${text.replace(/\s+/g, ' ').slice(0, 80)}`;
}

function report(mutants, survivors, endless) {
  const share = (mutants.length - survivors.length) / mutants.length;
  console.log(
    `\n${mutants.length - survivors.length} of ${mutants.length} found (${(share * 100).toFixed(1)} %), ${endless} of them by a run without end. Not found:`,
  );
  for (const mutant of survivors.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)) {
    console.log(`${mutant.isReached ? 'survived ' : 'unreached'} ${describeMutant(mutant)}`);
  }
  if (share < WANTED_SHARE) process.exitCode = 1;
}
