import { DeskFailure, type Failure, failureOf } from '../told/failure.js';

/** What a worker does, by name; each call takes one value and gives another, both plain data. */
export type Calls = Readonly<Record<string, (given: never) => unknown>>;

/** One call of a worker, and what comes of it. Progress comes before the value. */
interface Asked {
  readonly id: number;
  readonly name: string;
  readonly given: unknown;
}
type Answered = { readonly id: number } & ({ readonly value: unknown } | { readonly failure: Failure } | { readonly progress: unknown });

type Given<Call> = Call extends (given: infer G) => unknown ? G : never;
type Value<Call> = Call extends (given: never) => infer V ? Awaited<V> : never;

export interface Caller<C extends Calls> {
  call<Name extends keyof C & string>(name: Name, given: Given<C[Name]>, onProgress?: (progress: unknown) => void): Promise<Value<C[Name]>>;
  close(): void;
}

/** The side of a worker that calls it. */
export type CalledWorker = Pick<Worker, 'onmessage' | 'onmessageerror' | 'onerror' | 'postMessage' | 'terminate'>;

/** Calls a worker. What fails there rejects here with a `DeskFailure`; so does every call of a worker that could not begin, or is gone. */
export function callWorker<C extends Calls>(worker: CalledWorker): Caller<C> {
  const waiting = new Map<number, { finish(value: never): void; fail(failure: Error): void; onProgress?(progress: unknown): void }>();
  let last = 0;
  let hasEnded = false;
  worker.onmessage = ({ data }: MessageEvent<Answered>) => {
    const one = waiting.get(data.id);
    if ('progress' in data) return one?.onProgress?.(data.progress);
    waiting.delete(data.id);
    if ('failure' in data) one?.fail(new DeskFailure(data.failure));
    else one?.finish(data.value as never);
  };
  const end = () => {
    hasEnded = true;
    for (const { fail } of waiting.values()) fail(new DeskFailure({ kind: 'ended' }));
    waiting.clear();
  };
  worker.onerror = end;
  worker.onmessageerror = end;
  return {
    call: (name, given, onProgress) =>
      new Promise((finish, fail) => {
        if (hasEnded) return fail(new DeskFailure({ kind: 'ended' }));
        last += 1;
        waiting.set(last, { finish, fail, ...(onProgress === undefined ? {} : { onProgress }) });
        worker.postMessage({ id: last, name, given } satisfies Asked);
      }),
    close: () => worker.terminate(),
  };
}

/** Answers calls in a worker, one after the other. */
export function answerCalls(calls: (progress: (value: unknown) => void) => Calls): void {
  let before: Promise<unknown> = Promise.resolve();
  let current = 0;
  const send = (answer: Answered) => postMessage(answer);
  const table = calls((progress) => send({ id: current, progress }));
  addEventListener('message', ({ data: { id, name, given } }: MessageEvent<Asked>) => {
    before = before.then(async () => {
      current = id;
      try {
        send({ id, value: await table[name]?.(given as never) });
      } catch (thrown) {
        send({ id, failure: failureOf(thrown) });
      }
    });
  });
}
