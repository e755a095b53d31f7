// Sets the same handout with other numbers for many students and prints handouts a second, processor time for each, and the peak of memory
// as JSON.
// Words: number of students, number of threads.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { readNameFont, readPageInputs } from '../../dist/cli/files/read-workbook.js';
import { figurePlaces } from '../../dist/render/pdf/index.js';
import { handout } from './handout.mjs';
import { measured } from './measured.mjs';

const [students, jobs] = process.argv.slice(2).map(Number);
// Drawn for nobody, as a class set draws them.
const samples = Array.from({ length: 40 }, (_, index) => handout(1_000_000 + index));
const pageInputs = readPageInputs();
const workerData = { pages: pageInputs, handouts: { figures: figurePlaces(samples), nameFont: readNameFont(pageInputs) } };
const threads = Array.from({ length: jobs }, () => new Worker(new URL('./handout-thread.mjs', import.meta.url), { workerData }));
let next = 0;
let pages = 0;
let filled = 0;
let peakBytes = 0;

await made(threads[0], students);
const taken = await measured(students, () => Promise.all(threads.map(makeThem)));
await Promise.all(threads.map((thread) => thread.terminate()));
console.log(JSON.stringify({ students, jobs, ...taken, pages: pages / students, filled, peakBytes }));

async function makeThem(thread) {
  while (next < students) {
    const student = next;
    next += 1;
    const one = await made(thread, student);
    pages += one.pages;
    if (one.isFilled) filled += 1;
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }
}

async function made(thread, student) {
  thread.postMessage(student);
  const [one] = await once(thread, 'message');
  if (one.fault !== undefined) throw new Error(one.fault);
  return one;
}
