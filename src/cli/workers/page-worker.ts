import { parentPort, workerData } from 'node:worker_threads';
import { invariant } from '../../diagnostics/index.js';
import { openFormats, type PageInputs } from '../../render/index.js';
import type { PageOrder } from './page-workers.js';

/** A worker thread that renders one document after another. It returns to the event loop between two, so that the compiler's memory is freed. */
invariant(parentPort !== null, 'this file runs as a worker thread');
const port = parentPort;
const renderers = openFormats(workerData as PageInputs);

port.on('message', async ({ document, format, setting }: PageOrder) => {
  const rendered = await renderers[format].render(document, setting);
  const { content } = rendered.value;
  // Bytes that nobody else holds are handed over, not copied.
  const isAlone = typeof content !== 'string' && content.byteLength === content.buffer.byteLength && content.buffer instanceof ArrayBuffer;
  port.postMessage(rendered, isAlone ? [content.buffer as ArrayBuffer] : []);
});
