// Sets the same handout with other numbers for many students and prints handouts a second, processor time for each, and the peak of memory
// as JSON.
// Words: number of students, number of threads.

import { readNameFont, readPageInputs } from '../../dist/cli/files/read-workbook.js';
import { startPageWorkers } from '../../dist/cli/workers/page-workers.js';
import { figurePlaces } from '../../dist/render/pdf/index.js';
import { handout } from './handout.mjs';
import { measured } from './measured.mjs';

const [students, jobs] = process.argv.slice(2).map(Number);
// Drawn for nobody, as a class set draws them.
const samples = Array.from({ length: 40 }, (_, index) => handout(1_000_000 + index));
const pageInputs = readPageInputs();
const workers = startPageWorkers(jobs, { ...pageInputs, figures: figurePlaces(samples), nameFont: readNameFont(pageInputs) });
if (workers === undefined) throw new Error('at least two threads');
let next = 0;
let pages = 0;
let filled = 0;
let peakBytes = 0;

await workers.render(handout(students), 'pdf', { paper: 'a4' });
const taken = await measured(students, () => Promise.all(Array.from({ length: jobs * 2 }, makeThem)));
await workers.close();
console.log(JSON.stringify({ students, jobs, ...taken, pages: pages / students, filled, peakBytes }));

async function makeThem() {
  while (next < students) {
    const student = next;
    next += 1;
    const { value, diagnostics } = await workers.render(handout(student), 'pdf', { paper: 'a4' });
    if (diagnostics.length > 0) throw new Error(diagnostics[0].message);
    pages += value.pages;
    if (value.isFilled) filled += 1;
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }
}
