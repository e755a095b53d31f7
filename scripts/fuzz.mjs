// Tries many thousand hostile and hasty inputs, and keeps those on which the program does something wrong.
// `npm run fuzz -- --minutes 10`, `npm run fuzz -- --counts chapters=20000,sets=2000 --seed 1`, `npm run fuzz -- --at chapters:1234`.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openChild } from './fuzz/children.mjs';
import { KIND_NAMES } from './fuzz/inputs.mjs';
import { ROOT } from './tools.mjs';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    counts: { type: 'string' },
    at: { type: 'string' },
    /** Every so many inputs go through the command itself. */
    real: { type: 'string', default: '50' },
    jobs: { type: 'string', default: '1' },
    folder: { type: 'string', default: path.join(ROOT, 'out', 'fuzz') },
  },
});
/** The shares of a run that is told its minutes alone. */
const SHARES = { chapters: 20, tables: 10, answers: 5, sets: 2, commands: 5 };

// An interrupted run ends its processes, too.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
process.setMaxListeners(0);

mkdirSync(options.folder, { recursive: true });
const progressFile = path.join(options.folder, `progress-${options.seed}.json`);
const progress = options.at === undefined ? readProgress() : {};

if (options.at !== undefined) await tryOne(...options.at.split(':'));
else await tryAll(options.minutes === undefined ? Number.POSITIVE_INFINITY : performance.now() + Number(options.minutes) * 60_000);

function readProgress() {
  try {
    return JSON.parse(readFileSync(progressFile, 'utf8'));
  } catch {
    return {};
  }
}

async function tryOne(kind, number) {
  const child = openChild(path.join(options.folder, 'at'));
  const outcome = await child.ask({ kind, seed: options.seed, number: Number(number), isReal: false });
  child.close();
  console.log(outcome, `\nfiles: ${path.join(options.folder, 'at', 'box')}`);
  process.exitCode = outcome.faults.length === 0 ? 0 : 1;
}

async function tryAll(until) {
  const wanted = wantedCounts(until);
  await Promise.all(Array.from({ length: Number(options.jobs) }, (_, index) => work(index, wanted, until)));
  report();
}

function wantedCounts(until) {
  if (options.counts !== undefined)
    return Object.fromEntries(options.counts.split(',').map((one) => [one.split('=')[0], Number(one.split('=')[1])]));
  const most = until === Number.POSITIVE_INFINITY ? 50 : Number.POSITIVE_INFINITY;
  return Object.fromEntries(KIND_NAMES.map((kind) => [kind, SHARES[kind] * most]));
}

/** The kind that lags furthest behind its share. */
function nextKind(wanted) {
  const open = Object.entries(wanted).filter(([kind, count]) => (progress[kind]?.begun ?? 0) < count);
  const lag = ([kind]) => (progress[kind]?.begun ?? 0) / SHARES[kind];
  return open.sort((a, b) => lag(a) - lag(b))[0]?.[0];
}

async function work(index, wanted, until) {
  const folder = path.join(options.folder, `job-${options.seed}-${index}`);
  let child = openChild(folder);
  for (let kind = nextKind(wanted); kind !== undefined && performance.now() < until; kind = nextKind(wanted)) {
    progress[kind] ??= { begun: 0, done: 0, real: 0, slowest: 0, faults: [] };
    const state = progress[kind];
    const number = state.begun;
    state.begun += 1;
    const isReal = number % Number(options.real) === Number(options.real) - 1;
    const outcome = await child.ask({ kind, seed: options.seed, number, isReal });
    state.done += 1;
    state.real += isReal ? 1 : 0;
    state.slowest = Math.max(state.slowest, outcome.milliseconds ?? 0);
    for (const fault of outcome.faults) {
      state.faults.push(`${number}: ${fault}`);
      console.log(`${kind}:${number}: ${fault}`);
    }
    if (child.isSpent(outcome)) {
      child.close();
      child = openChild(folder);
    }
    if (state.done % 50 === 0) writeFileSync(progressFile, JSON.stringify(progress));
  }
  child.close();
  writeFileSync(progressFile, JSON.stringify(progress));
}

function report() {
  for (const [kind, { done, real, slowest, faults }] of Object.entries(progress)) {
    console.log(`${kind}: ${done} inputs, ${real} of them through the command; the slowest took ${slowest} ms; ${faults.length} faults`);
    for (const fault of faults.slice(0, 50)) console.log(`  ${kind}:${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}
