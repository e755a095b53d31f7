import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Format, PageInputs, RenderWorkers } from '../../build.js';
import type { Diagnosed } from '../../diagnostics/index.js';
import type { Document } from '../../document/index.js';
import type { PageSetting } from '../../render/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { UsageError } from '../terminal/usage-error.js';

export interface PageOrder {
  readonly document: Document;
  readonly format: Format;
  readonly setting: PageSetting;
}

export interface PageWorkers extends RenderWorkers {
  close(): Promise<void>;
}

interface Waiting {
  readonly order: PageOrder;
  /** One language and edition after the other, so that a volume is bound while the next is laid out; in each the longest first, so that no core waits for a long one at the end. */
  readonly group: number;
  readonly finish: (rendered: Diagnosed<RenderedFile>) => void;
  readonly fail: (failure: Error) => void;
}

/** How many threads are worth starting when nothing is said: one per core. */
export function defaultJobs(): number {
  return availableParallelism();
}

/** Threads as `--jobs` says; when it says nothing, one per core. */
export function chooseJobs(text: string | undefined): number {
  if (text === undefined) return defaultJobs();
  if (!/^[1-9]\d?$/.test(text)) throw new UsageError(`\`--jobs ${text}\` is not a number of threads.`, 'Give a whole number from 1 to 99.');
  return Number(text);
}

/**
 * Threads that make pages, each with its own compiler; a free thread takes the next document. Which thread makes which file changes
 * nothing in its bytes. Undefined where one thread is asked for, or where the program runs from its sources.
 */
export function startPageWorkers(jobs: number, pages: PageInputs): PageWorkers | undefined {
  const entry = new URL('./page-worker.js', import.meta.url);
  if (jobs < 2 || !existsSync(fileURLToPath(entry))) return undefined;
  const queue: Waiting[] = [];
  const running = new Map<Worker, Waiting>();
  const workers = Array.from({ length: jobs }, () => new Worker(entry, { workerData: pages }));
  const idle = new Set(workers);
  const groups = new Map<string, number>();
  const groupOf = ({ language, edition }: Document) => {
    const name = `${language}.${edition}`;
    groups.set(name, groups.get(name) ?? groups.size);
    return groups.get(name) ?? 0;
  };

  const feed = () => {
    queue.sort((a, b) => a.group - b.group || lengthOf(b.order.document) - lengthOf(a.order.document));
    for (const worker of idle) {
      const next = queue.shift();
      if (next === undefined) return;
      idle.delete(worker);
      running.set(worker, next);
      worker.postMessage(next.order);
    }
  };
  for (const worker of workers) {
    worker.on('message', (rendered: Diagnosed<RenderedFile>) => {
      const done = running.get(worker);
      running.delete(worker);
      idle.add(worker);
      feed();
      done?.finish(rendered);
    });
    worker.on('error', (failure) => {
      running.get(worker)?.fail(failure as Error);
      for (const waiting of queue.splice(0)) waiting.fail(failure as Error);
    });
  }
  return {
    render: (document, format, setting) =>
      new Promise((finish, fail) => {
        queue.push({ order: { document, format, setting }, group: groupOf(document), finish, fail });
        feed();
      }),
    turn: () => new Promise((resume) => setImmediate(resume)),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** The same threads for one piece of work, which ends with it: a thread that is left open keeps the program from ending. */
export async function withPageWorkers<T>(
  jobs: number,
  pages: PageInputs,
  work: (workers: PageWorkers | undefined) => Promise<T>,
): Promise<T> {
  const workers = startPageWorkers(jobs, pages);
  try {
    return await work(workers);
  } finally {
    await workers?.close();
  }
}

function lengthOf({ chapters }: Document): number {
  return chapters.reduce((sum, { plan, blocks, appendix }) => sum + plan.length + blocks.length + appendix.length, 0);
}
