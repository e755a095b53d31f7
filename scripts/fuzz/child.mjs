// Runs inputs one after the other, as the parent names them, and tells of the faults. `node child.mjs <folder>`.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommandLine } from '../../dist/cli/program.js';
import { makeInput } from './inputs.mjs';
import { faultsOfRun, listing, strayFiles } from './oracle.mjs';
import { runReal } from './real-command.mjs';

/** Processor time and memory of one command with small files. A table of a million rows takes longer than any other small input may. */
const LIMITS = { milliseconds: 2000, longTable: 10_000, bytes: 500_000_000, smallBytes: 100_000 };
const LONG_TABLE = /\d{6,}\s*\]|\b(?:rows|limit):\s*['"]?[\d,]{6,}|\d[万亿]\s*\]/;

const base = path.resolve(process.argv[2]);
/** The folder of the input; `work` is where the command runs, so that `..` leads to a place that is watched, too. */
const box = path.join(base, 'box');
const work = path.join(box, 'near', 'work');

process.on('message', async (order) => process.send({ number: order.number, ...(await runInput(order)) }));
process.on('disconnect', () => process.exit());
process.send({ ready: true });

/** `{ faults, milliseconds, bytes }` of one input. */
async function runInput({ kind, seed, number, isReal }) {
  const input = await makeInput(kind, seed, number, base);
  rmSync(box, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  writeInput(input.files ?? {});
  input.prepare?.(work);
  const sums = Object.entries(input.files ?? {}).flatMap(([name, content]) => (name.endsWith('sums.yaml') ? [String(content)] : []));
  const longest = sums.some((text) => LONG_TABLE.test(text)) ? LIMITS.longTable : LIMITS.milliseconds;
  const size = Object.values(input.files ?? {}).reduce((sum, content) => sum + content.length, 0);
  const faults = [];
  const runs = [];
  let most = 0;
  for (const words of input.commands) {
    const before = listing(box);
    const run = await (isReal ? runReal(words, work) : runHere(words));
    const known = run.milliseconds > longest || run.bytes > LIMITS.bytes ? await again(words, input, runs, isReal, run) : run;
    most = Math.max(most, known.milliseconds);
    faults.push(...faultsOfRun(run));
    faults.push(
      ...strayFiles(
        before,
        listing(box),
        input.outputs.map((one) => path.join('near', 'work', one)),
      ),
    );
    if (size < LIMITS.smallBytes && known.milliseconds > longest) faults.push(`slow: ${known.milliseconds} ms: ${words.join(' ')}`);
    if (known.bytes > LIMITS.bytes) faults.push(`memory: ${Math.round(known.bytes / 1e6)} MB: ${words.join(' ')}`);
    runs.push(run);
  }
  if (faults.length === 0) faults.push(...(await checked(input, runs)));
  return { faults, milliseconds: most, bytes: process.memoryUsage().rss };
}

async function checked({ check }, runs) {
  try {
    return (await check?.(runs, work)) ?? [];
  } catch (failure) {
    return [`check: ${failure.stack?.split('\n').slice(0, 2).join(' ')}`];
  }
}

function writeInput(files) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(work, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** In a process that has done much before, time and memory are not those of the command: it is run again by itself, from where it began. */
async function again(words, input, runs, isReal, run) {
  if (isReal) return run;
  if (runs.length === 0) {
    rmSync(box, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    writeInput(input.files ?? {});
    input.prepare?.(work);
  }
  return runReal(words, work);
}

async function runHere(words) {
  const run = { words, out: '', error: '' };
  const terminal = {
    out: (text) => {
      run.out += text;
    },
    error: (text) => {
      run.error += text;
    },
    folder: work,
    colour: false,
    interactive: false,
    now: () => performance.now(),
    today: () => '2026-03-01',
  };
  const before = process.cpuUsage();
  try {
    run.code = await runCommandLine(words, terminal);
  } catch (failure) {
    run.thrown = failure instanceof Error ? failure.stack.split('\n').slice(0, 4).join(' ') : String(failure);
  }
  const { user, system } = process.cpuUsage(before);
  return { ...run, milliseconds: Math.round((user + system) / 1000), bytes: process.memoryUsage().rss };
}
