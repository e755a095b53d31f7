import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../diagnostics/index.js';
import { createPdfRenderer } from '../render/pdf/index.js';
import type { PdfOrder } from './pdf-workers.js';

/** A thread that sets documents one after the other. Between two it returns to the event loop, which frees what the compiler let go. */
invariant(parentPort !== null, 'this file runs as a worker thread');
const port = parentPort;
const renderer = createPdfRenderer(workerData);

port.on('message', ({ number, document, paper }: PdfOrder) => {
  const rendered = renderer.render(document, { paper });
  port.postMessage({ number, rendered });
});
