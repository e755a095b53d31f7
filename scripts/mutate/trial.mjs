// A process that tries mutants: it is told one after the other, and killed from outside when a mutant makes the tests run for ever.

import { readFileSync } from 'node:fs';
import { openRunner } from './runner.mjs';

const runner = await openRunner(JSON.parse(readFileSync(process.argv[2], 'utf8')), { workers: 1, isolate: false, bail: 1 });
process.on('message', async ({ awake, files, limit }) => {
  try {
    process.send(await runner.run(files, { awake, limit }));
  } catch (error) {
    process.send({ isGreen: false, failed: [String(error)], files: [] });
  }
});
process.send('ready');
