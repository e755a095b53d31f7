import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PageInputs, WorkbookInputs } from '../../build.js';
import type { HandoutFormat, HandoutMaker, HandoutRecord, MadeFile, PageMaker, Student } from '../../classroom/index.js';
import { type Diagnosed, invariant } from '../../diagnostics/index.js';
import type { Document } from '../../document/index.js';
import type { PdfRenderer, ShapeTemplate, WantedTemplate } from '../../render/pdf/index.js';
import type { LockTicket } from '../class/lock.js';
import type { HandoutPages, PageCount } from '../class/page-maker.js';
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
  /** Absent where no PDFs are made. */
  readonly handouts?: HandoutPages;
  readonly formats: readonly HandoutFormat[];
  readonly paper: Paper;
  readonly solutions: boolean;
  readonly scans: boolean;
}

type Paper = Parameters<PageMaker['render']>[1];

/** What is answered carries the number of what was asked. */
export type ThreadOrder =
  | ThreadBegin
  | {
      readonly kind: 'handout';
      readonly number: number;
      readonly student: Omit<Student, 'span'>;
      readonly fingerprint: string;
      readonly before: readonly MadeFile[];
    }
  | { readonly kind: 'template'; readonly number: number; readonly template: ShapeTemplate };

export type ThreadAnswer =
  | { readonly kind: 'handout'; readonly number: number; readonly made: Diagnosed<HandoutRecord | undefined>; readonly count: PageCount }
  | { readonly kind: 'refused'; readonly number: number; readonly message: string; readonly hint?: string }
  | { readonly kind: 'failed'; readonly number: number; readonly failure: unknown }
  | {
      readonly kind: 'wanted';
      readonly number: number;
      readonly document: Document;
      readonly paper: Paper;
      readonly wanted: WantedTemplate;
    };

/** Threads that make handouts beside the main one. */
export interface HandoutThreads {
  /** One for each thread; none where there are no threads. */
  readonly makers: readonly HandoutMaker[];
  /** Says what is made, once it is known, and who makes templates. */
  begin(order: Omit<ThreadBegin, 'kind'>, template: PdfRenderer['template']): void;
  counts(): readonly PageCount[];
  close(): Promise<void>;
}

/** None where no thread is asked for beside the main one, or where the program runs from its sources. */
export function startHandoutThreads(count: number, data: HandoutThread): HandoutThreads {
  const entry = new URL('./handout-worker.js', import.meta.url);
  const threads = count > 0 && existsSync(fileURLToPath(entry)) ? Array.from({ length: count }, () => startThread(entry, data)) : [];
  return {
    makers: threads.map((thread) => thread.make),
    begin: (order, template) => {
      for (const thread of threads) thread.begin({ kind: 'begin', ...order }, template);
    },
    counts: () => threads.map((thread) => thread.count()),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

interface Waiting {
  readonly finish: (made: Diagnosed<HandoutRecord | undefined>) => void;
  readonly fail: (failure: unknown) => void;
}

function startThread(entry: URL, data: HandoutThread) {
  const worker = new Worker(entry, { workerData: data });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let count: PageCount = { filled: 0, laidOut: 0 };
  let template: PdfRenderer['template'];
  let gone: unknown;
  const send = (order: ThreadOrder) => worker.postMessage(order);
  const failAll = (failure: unknown) => {
    gone = failure;
    for (const { fail } of waiting.values()) fail(failure);
    waiting.clear();
  };
  worker.on('error', failAll);
  worker.on('message', (answer: ThreadAnswer) => {
    const { number } = answer;
    if (answer.kind === 'wanted') {
      invariant(template !== undefined, 'handouts are begun before their templates are asked for');
      send({ kind: 'template', number, template: template(answer.document, answer.paper, answer.wanted) });
      return;
    }
    const one = waiting.get(number);
    waiting.delete(number);
    if (answer.kind === 'handout') {
      count = answer.count;
      one?.finish(answer.made);
    } else one?.fail(answer.kind === 'refused' ? new UsageError(answer.message, answer.hint) : answer.failure);
  });
  const make: HandoutMaker = ({ span: _, ...student }, fingerprint, before) =>
    new Promise((finish, fail) => {
      if (gone !== undefined) {
        fail(gone);
        return;
      }
      asked += 1;
      waiting.set(asked, { finish, fail });
      send({ kind: 'handout', number: asked, student, fingerprint, before });
    });
  return {
    make,
    begin: (order: ThreadBegin, maker: PdfRenderer['template']) => {
      template = maker;
      send(order);
    },
    count: () => count,
    close: () => worker.terminate(),
  };
}
