// Makes a class set in a fresh process and prints the milliseconds until its first handout stands there and until it is finished, and the peak
// of memory in bytes (0 where the system does not tell it), as JSON.
// Words: chapter, number of students, number of threads; default the number of cores.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LOOK_EVERY = 5;
const [chapter, students, jobs] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-class-'));
try {
  console.log(JSON.stringify(await measured()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measured() {
  const roster = path.join(folder, 'roster.csv');
  const names = ['赵伟敏', '钱磊军', 'Ana Novak', '欧阳娜娜'];
  const rows = Array.from({ length: Number(students) }, (_, index) => `s${String(index + 1).padStart(4, '0')},${names[index % 4]}`);
  writeFileSync(roster, `id,name\n${rows.join('\n')}\n`);
  const out = path.join(folder, 'set');
  const words = ['class', roster, '--chapters', chapter, '--seed', 'bench', '--out', out, '--allow-repeats'];
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(ROOT, 'dist', 'cli', 'main.js'), ...words, ...(jobs === undefined ? [] : ['--jobs', jobs])],
    {
      cwd: ROOT,
      stdio: 'ignore',
    },
  );
  let [first, peakBytes] = [undefined, 0];
  const look = setInterval(() => {
    if (first === undefined && hasHandout(path.join(out, 'handouts'))) first = performance.now() - start;
    peakBytes = Math.max(peakBytes, peakOf(child.pid));
  }, LOOK_EVERY);
  const status = await new Promise((finish) => child.on('exit', finish));
  const whole = performance.now() - start;
  clearInterval(look);
  if (status !== 0) throw new Error(`the class of ${students} ended with ${status}`);
  return { first: first ?? whole, whole, peakBytes };
}

/** Files that are being written have names that begin with a dot. */
function hasHandout(handouts) {
  return existsSync(handouts) && readdirSync(handouts).some((name) => !name.startsWith('.'));
}

/** As Linux tells it. */
function peakOf(process) {
  try {
    return 1024 * Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
