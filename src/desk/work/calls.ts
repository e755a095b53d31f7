import { failureOf } from '../told/failure.js';
import { type Answered, createWaiting } from './waiting.js';

/** What a worker does, by name; each call takes one value and gives another, both plain data. */
export type Calls = Readonly<Record<string, (given: never) => unknown>>;

/** One call of a worker. Progress is answered before the value. */
interface Asked {
  readonly id: number;
  readonly name: string;
  readonly given: unknown;
}

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
  const waiting = createWaiting();
  worker.onmessage = ({ data }: MessageEvent<Answered>) => waiting.take(data);
  worker.onerror = waiting.end;
  worker.onmessageerror = waiting.end;
  return {
    call: (name, given, onProgress) =>
      waiting.call((id) => worker.postMessage({ id, name, given } satisfies Asked), onProgress) as Promise<never>,
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
