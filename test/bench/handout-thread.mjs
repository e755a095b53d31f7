// A thread that makes the handouts whose numbers it is sent, one after the other, with a compiler of its own.
import { parentPort, workerData } from 'node:worker_threads';
import { openPageMaker } from '../../dist/cli/class/page-maker.js';
import { handout } from './handout.mjs';

const maker = await openPageMaker(workerData.pages, ['pdf'], workerData.handouts);
parentPort.on('message', async (student) => {
  const { value, diagnostics } = await maker.render(handout(student), 'a4', 'pdf');
  parentPort.postMessage({ pages: value.pages, isFilled: value.isFilled === true, fault: diagnostics[0]?.message });
});
