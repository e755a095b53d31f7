// Makes the same handout with other numbers for many students as Word files and prints handouts a second, and processor time for each, as JSON.
// Words: number of students, number of threads.

import { readPageInputs } from '../../dist/cli/files/read-workbook.js';
import { startPageWorkers } from '../../dist/cli/workers/page-workers.js';
import { handout } from './handout.mjs';
import { measured } from './measured.mjs';

const [students, jobs] = process.argv.slice(2).map(Number);
const workers = startPageWorkers(jobs, readPageInputs());
if (workers === undefined) throw new Error('at least two threads');

// Loading the library and the first files are no part of the rate.
await Promise.all(Array.from({ length: jobs * 8 }, (_, index) => workers.render(handout(students + index), 'docx', { paper: 'a4' })));
const taken = await measured(students, () =>
  Promise.all(Array.from({ length: students }, (_, student) => workers.render(handout(student), 'docx', { paper: 'a4' }))),
);
await workers.close();
console.log(JSON.stringify({ students, jobs, ...taken }));
