// Kills a class set at random moments, with two seeds that replace each other and now and then two runs at once, and then compares the
// set with one that was never stopped: `node scripts/kill-test.mjs 200`. Files with a name are whole at every moment.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WORKBOOK } from './small-workbook.mjs';
import { ROOT } from './tools.mjs';

const MAIN = path.join(ROOT, 'dist', 'cli', 'main.js');
const ROUNDS = Number(process.argv[2] ?? 200);
const STUDENTS = 30;
const SEEDS = ['spring', 'autumn'];

const FILES = {
  ...WORKBOOK,
  'roster.csv': `id,name\n${Array.from({ length: STUDENTS }, (_, index) => `${index + 1},Student ${index + 1}\n`).join('')}`,
};

const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-kill-'));
for (const [name, text] of Object.entries(FILES)) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

/** Runs the command; killed hard after `after` milliseconds, where that is given. Gives the exit code (null = killed) and what it said. */
function run(out, seed, after) {
  const words = [MAIN, 'class', 'roster.csv', '--seed', seed, '--out', out, '--replace', '--jobs', '1'];
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve({ code, said });
    });
  });
}

/** Hashes of every file that has a name of its own, and is no record of an unfinished set. */
function filesIn(out) {
  if (!existsSync(path.join(folder, out))) return new Map();
  const found = readdirSync(path.join(folder, out), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = found.map((entry) => path.relative(path.join(folder, out), path.join(entry.parentPath, entry.name)));
  const whole = names.filter((name) => !path.basename(name).startsWith('.') && !name.startsWith('parts'));
  return new Map(
    whole.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, out, name)))
        .digest('hex'),
    ]),
  );
}

const failures = [];
const expect = (holds, what) => {
  if (!holds) failures.push(what);
};

const began = performance.now();
for (const seed of SEEDS) expect((await run(`whole-${seed}`, seed)).code === 0, `the whole set ${seed} is made`);
const whole = new Map(SEEDS.map((seed) => [seed, filesIn(`whole-${seed}`)]));
/** A little longer than a run that is left alone. */
const longest = ((performance.now() - began) / SEEDS.length) * 1.2;
let killed = 0;
let refused = 0;
for (let round = 1; round <= ROUNDS; round += 1) {
  const seed = SEEDS[Math.floor(Math.random() * 2)];
  const other = SEEDS[Math.floor(Math.random() * 2)];
  const runs = [run('killed', seed, Math.random() * longest)];
  if (round % 5 === 0) runs.push(run('killed', other, Math.random() * longest));
  for (const { code, said } of await Promise.all(runs)) {
    if (code === null) killed += 1;
    else if (code === 2 && said.includes('Another run works in')) refused += 1;
    else expect(code === 0, `round ${round}: exit ${code}: ${said}`);
  }
  const known = [...whole.values()];
  for (const [name, hash] of filesIn('killed')) {
    expect(
      known.some((files) => files.get(name) === hash),
      `round ${round}: ${name} is that of neither set`,
    );
  }
  if (round % 20 === 0 || round === ROUNDS) {
    const finished = await run('killed', seed);
    expect(finished.code === 0, `round ${round}: the set ${seed} is finished: ${finished.said}`);
    const [made, wanted] = [filesIn('killed'), whole.get(seed)];
    expect(JSON.stringify([...made]) === JSON.stringify([...wanted]), `round ${round}: the finished set is that of ${seed}`);
  }
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${ROUNDS} rounds: ${killed} runs killed, ${refused} refused beside another, ${failures.length} failures\n`);
for (const failure of failures) process.stdout.write(`  ${failure}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
