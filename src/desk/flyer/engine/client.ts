/// <reference lib="dom" />
import type { FlyerEngine } from './engine.js';
import type { Answered, Asked } from './messages.js';

/** The engine in a worker, so that typing never waits for it. */
export type FlyerClient = {
  readonly [Call in keyof FlyerEngine]: (...given: Parameters<FlyerEngine[Call]>) => Promise<ReturnType<FlyerEngine[Call]>>;
} & {
  close(): void;
};

export function createFlyerClient(worker: Worker): FlyerClient {
  const waiting = new Map<number, { readonly resolve: (answer: unknown) => void; readonly reject: (why: Error) => void }>();
  let number = 0;
  worker.onmessage = ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if ('failed' in data) asked?.reject(new Error(data.failed));
    else asked?.resolve(data.answer);
  };
  const ask = (call: keyof FlyerEngine, given: unknown): Promise<unknown> => {
    number += 1;
    const asked = { number, call, given } as Asked;
    return new Promise((resolve, reject) => {
      waiting.set(asked.number, { resolve, reject });
      worker.postMessage(asked);
    });
  };
  const calls: Readonly<Record<keyof FlyerEngine, (...given: never[]) => Promise<unknown>>> = {
    judge: (...given) => ask('judge', given),
    exercises: (...given) => ask('exercises', given),
    chapter: (...given) => ask('chapter', given),
    move: (...given) => ask('move', given),
    turns: (...given) => ask('turns', given),
  };
  return { ...calls, close: () => worker.terminate() } as FlyerClient;
}
