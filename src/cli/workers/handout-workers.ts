import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PageInputs, WorkbookInputs } from '../../build.js';
import type { HandoutMaker, HandoutRecord, PageMaker, Student } from '../../classroom/index.js';
import { type Diagnosed, invariant } from '../../diagnostics/index.js';
import type { Document } from '../../document/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import type { LockTicket } from '../class/lock.js';
import type { PageCount, PageSetting } from '../class/page-maker.js';
import { UsageError } from '../terminal/usage-error.js';

/** What a thread is started with. */
export interface HandoutThread {
  readonly inputs: Omit<WorkbookInputs, 'farAnswers'>;
  /** The folder of what earlier runs found. */
  readonly kept: string;
  readonly names: readonly string[];
  readonly seed: string;
  readonly exercises: string | undefined;
  readonly pages: PageInputs;
}

export interface ThreadBegin {
  readonly kind: 'begin';
  readonly folder: string;
  readonly ticket: LockTicket;
  readonly setting: PageSetting;
  readonly paper: Paper;
  readonly scans: boolean;
}

type Paper = Parameters<PageMaker['render']>[1];

export type ThreadOrder =
  | ThreadBegin
  | { readonly kind: 'handout'; readonly student: Omit<Student, 'span'>; readonly fingerprint: string }
  | { readonly kind: 'page'; readonly document: Document; readonly paper: Paper };

export type ThreadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'handout'; readonly made: Diagnosed<HandoutRecord | undefined>; readonly count: PageCount }
  | { readonly kind: 'page'; readonly rendered: Diagnosed<RenderedFile> }
  | { readonly kind: 'refused'; readonly message: string; readonly hint?: string }
  | { readonly kind: 'failed'; readonly failure: unknown };

/** Threads that make handouts beside the main one. */
export interface HandoutThreads {
  /** One for each thread; none where there are no threads. */
  readonly makers: readonly HandoutMaker[];
  /** Says what is made, once it is known. */
  begin(order: Omit<ThreadBegin, 'kind'>): void;
  /** Makes pages in a thread; absent where there is none. */
  readonly render?: PageMaker['render'];
  counts(): readonly PageCount[];
  close(): Promise<void>;
}

/** None where no thread is asked for beside the main one, or where the program runs from its sources. */
export function startHandoutThreads(count: number, data: HandoutThread): HandoutThreads {
  const entry = new URL('./handout-worker.js', import.meta.url);
  const threads = count > 0 && existsSync(fileURLToPath(entry)) ? Array.from({ length: count }, () => startThread(entry, data)) : [];
  const [first] = threads;
  return {
    makers: threads.map((thread) => thread.make),
    begin: (order) => {
      // What fails here fails again with the first handout, which says so.
      for (const thread of threads) thread.ask({ kind: 'begin', ...order }).catch(() => {});
    },
    ...(first === undefined ? {} : { render: first.render }),
    counts: () => threads.map((thread) => thread.count()),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function startThread(entry: URL, data: HandoutThread) {
  const worker = new Worker(entry, { workerData: data });
  // Answers come in the order of what was asked.
  const asked: { readonly finish: (answer: ThreadAnswer) => void; readonly fail: (failure: unknown) => void }[] = [];
  let count: PageCount = { filled: 0, laidOut: 0 };
  let gone: unknown;
  worker.on('message', (answer: ThreadAnswer) => asked.shift()?.finish(answer));
  worker.on('error', (failure) => {
    gone = failure;
    for (const { fail } of asked.splice(0)) fail(failure);
  });
  const ask = async (order: ThreadOrder): Promise<ThreadAnswer> => {
    if (gone !== undefined) throw gone;
    const answer = await new Promise<ThreadAnswer>((finish, fail) => {
      asked.push({ finish, fail });
      worker.postMessage(order);
    });
    if (answer.kind === 'refused') throw new UsageError(answer.message, answer.hint);
    if (answer.kind === 'failed') throw answer.failure;
    return answer;
  };
  const make: HandoutMaker = async ({ span: _, ...student }, fingerprint) => {
    const answer = await ask({ kind: 'handout', student, fingerprint });
    invariant(answer.kind === 'handout', 'a thread answers what it is asked');
    count = answer.count;
    return answer.made;
  };
  const render: PageMaker['render'] = async (document, paper) => {
    const answer = await ask({ kind: 'page', document, paper });
    invariant(answer.kind === 'page', 'a thread answers what it is asked');
    return answer.rendered;
  };
  return { make, render, ask, count: () => count, close: () => worker.terminate() };
}
