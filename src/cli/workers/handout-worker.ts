import { parentPort, workerData } from 'node:worker_threads';
import type { HandoutRecord } from '../../classroom/index.js';
import { makeHandout } from '../../classroom/index.js';
import { type Diagnosed, invariant } from '../../diagnostics/index.js';
import { prepareSet, workOutChapters } from '../class/chapters.js';
import { followLock } from '../class/lock.js';
import { type CountingPageMaker, openPageMaker } from '../class/page-maker.js';
import { openStorage } from '../class/storage.js';
import { openFarAnswers } from '../files/far-answers.js';
import { UsageError } from '../terminal/usage-error.js';
import type { HandoutThread, ThreadAnswer, ThreadBegin, ThreadOrder } from './handout-workers.js';

/**
 * A worker thread that makes whole handouts: it draws, puts together, fills, hashes and writes. It reads the chapters for itself, since
 * what was worked out of them cannot be handed over, and does so while the main thread does the same.
 */
invariant(parentPort !== null, 'this file runs as a worker thread');
const port = parentPort;
const { inputs, kept, names, seed, exercises, pages } = workerData as HandoutThread;
const chapters = workOutChapters(names, { ...inputs, farAnswers: openFarAnswers(kept) }).value;
// Where they hold mistakes, the main thread reports them and asks for nothing.
const set = chapters && prepareSet(chapters, seed, exercises);

interface Begun {
  readonly maker: CountingPageMaker;
  make(order: Extract<ThreadOrder, { readonly kind: 'handout' }>): Promise<Diagnosed<HandoutRecord | undefined>>;
}

let begun: Promise<Begun> | undefined;

async function begin({ folder, ticket, setting, paper, scans }: ThreadBegin): Promise<Begun> {
  invariant(chapters !== undefined && set !== undefined, 'handouts are made of sound chapters');
  const maker = await openPageMaker({ chapters, set }, pages, setting);
  const order = {
    chapters,
    set,
    storage: openStorage(folder, followLock(ticket)),
    pages: maker,
    paper,
    solutions: setting.solutions,
    scans,
  };
  return { maker, make: ({ student, fingerprint }) => makeHandout(student, fingerprint, order) };
}

async function answer(order: ThreadOrder): Promise<ThreadAnswer> {
  if (order.kind === 'begin') begun = begin(order);
  invariant(begun !== undefined, 'a thread is told first what it makes');
  const { maker, make } = await begun;
  switch (order.kind) {
    case 'begin':
      return { kind: 'ready' };
    case 'handout': {
      const made = await make(order);
      return { kind: 'handout', made, count: maker.count() };
    }
    case 'page':
      return { kind: 'page', rendered: await maker.render(order.document, order.paper) };
  }
}

/** Hints of a UsageError would be lost on the way. */
function failed(failure: unknown): ThreadAnswer {
  if (!(failure instanceof UsageError)) return { kind: 'failed', failure };
  return { kind: 'refused', message: failure.message, ...(failure.hint === undefined ? {} : { hint: failure.hint }) };
}

// One after the other, in the order in which they come.
let last: Promise<void> = Promise.resolve();
port.on('message', (order: ThreadOrder) => {
  last = last.then(async () => port.postMessage(await answer(order).catch(failed)));
});
