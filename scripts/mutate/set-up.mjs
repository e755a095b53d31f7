// Runs before each test file: which mutant is awake, or, when all sleep, which of them the file reaches.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, inject } from 'vitest';

const { awake, reachedFolder, limit } = inject('mutation');

/** Ends this process when it has worked for `limit` milliseconds: time spent waiting on a busy machine is not counted, and a loop without end stops no thread but its own. */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1000 > workerData) process.kill(process.pid, 'SIGKILL');
  }, 500);
`;
if (limit !== undefined) globalThis.watch ??= new Worker(WATCH, { eval: true, workerData: limit }).unref();

if (reachedFolder === undefined) globalThis.mutantIsOn = (number) => number === awake;
else {
  const reached = new Set();
  globalThis.mutantIsOn = (number) => {
    reached.add(number);
    return false;
  };
  afterAll(() => {
    const file = expect.getState().testPath;
    const name = createHash('sha256').update(file).digest('hex').slice(0, 16);
    writeFileSync(path.join(reachedFolder, `${name}.json`), JSON.stringify({ file, reached: [...reached] }));
  });
}
