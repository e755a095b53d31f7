import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { makeHandout } from '../../classroom/index.js';
import { invariant } from '../../diagnostics/index.js';
import type { ShapeTemplate } from '../../render/pdf/index.js';
import { prepareSet, workOutChapters } from '../class/chapters.js';
import { followLock } from '../class/lock.js';
import { type AskTemplate, openFillingPageMaker } from '../class/page-maker.js';
import { openStorage } from '../class/storage.js';
import { openFarAnswers } from '../files/far-answers.js';
import { UsageError } from '../terminal/usage-error.js';
import type { HandoutThread, ThreadAnswer, ThreadBegin, ThreadOrder } from './handout-workers.js';

invariant(parentPort !== null, 'this file runs as a worker thread');
serve(parentPort, workerData as HandoutThread);

type Make = (order: Extract<ThreadOrder, { readonly kind: 'handout' }>) => Promise<ThreadAnswer>;

/**
 * A worker thread that makes whole handouts: it draws, puts together, fills, hashes and writes. Templates come from the main thread. It reads
 * the chapters for itself, since what was worked out of them cannot be handed over, and does so while the main thread does the same.
 */
function serve(port: MessagePort, { inputs, kept, names, seed, exercises, pages }: HandoutThread): void {
  const chapters = workOutChapters(names, { ...inputs, farAnswers: openFarAnswers(kept) }).value;
  // Where they hold mistakes, the main thread reports them and asks for nothing.
  const set = chapters && prepareSet(chapters, seed, exercises);
  const send = (answer: ThreadAnswer) => port.postMessage(answer);
  /** By the number under which each template was asked for. */
  const waiting = new Map<number, (template: ShapeTemplate) => void>();
  let asked = 0;
  const ask: AskTemplate = (document, paper, wanted) =>
    new Promise((finish) => {
      asked += 1;
      waiting.set(asked, finish);
      send({ kind: 'wanted', number: asked, document, paper, wanted });
    });
  const begin = ({ folder, ticket, handouts, formats, paper, solutions, scans }: ThreadBegin): Make => {
    invariant(chapters !== undefined && set !== undefined, 'handouts are made of sound chapters');
    const maker = openFillingPageMaker(pages, handouts, ask);
    const order = { chapters, set, storage: openStorage(folder, followLock(ticket)), pages: maker, paper, solutions, formats, scans };
    return async ({ number, student, fingerprint, before }) => {
      const made = await makeHandout(student, fingerprint, before, order);
      return { kind: 'handout', number, made, count: maker.count() };
    };
  };
  let make: Make | undefined;
  port.on('message', (order: ThreadOrder) => {
    switch (order.kind) {
      case 'begin':
        make = begin(order);
        return;
      case 'template':
        waiting.get(order.number)?.(order.template);
        waiting.delete(order.number);
        return;
      case 'handout':
        invariant(make !== undefined, 'a thread is told first what it makes');
        // Not awaited: others are made while one waits for its template.
        make(order).then(send, (failure) => send(failed(order.number, failure)));
    }
  });
}

/** An error loses its class and its hint where it is sent to another thread, so a UsageError is sent as its parts. */
function failed(number: number, failure: unknown): ThreadAnswer {
  if (!(failure instanceof UsageError)) return { kind: 'failed', number, failure };
  return { kind: 'refused', number, message: failure.message, ...(failure.hint === undefined ? {} : { hint: failure.hint }) };
}
