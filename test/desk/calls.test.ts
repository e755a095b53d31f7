import { expect, it } from 'vitest';
import { DeskFailure, failureOf } from '../../src/desk/told/failure.js';
import { tellFailure } from '../../src/desk/told/tell-failure.js';
import { type CalledWorker, callWorker } from '../../src/desk/work/calls.js';

/** A worker that does nothing by itself. */
function idleWorker() {
  const asked: { readonly id: number; readonly name: string }[] = [];
  const worker: CalledWorker = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: (message: (typeof asked)[number]) => void asked.push(message),
    terminate: () => {},
  };
  const answer = (data: object) => worker.onmessage?.call(worker as Worker, { data } as MessageEvent);
  return { worker, asked, answer };
}

type Calls = { twice(given: number): number };
const ended = new DeskFailure({ kind: 'ended' });

it('each answer comes to who asked, with its progress before it; a failure keeps what it is of', async () => {
  const { worker, asked, answer } = idleWorker();
  const { call } = callWorker<Calls>(worker);
  const told: unknown[] = [];
  const [one, other] = [call('twice', 1, (progress) => told.push(progress)), call('twice', 2)];
  const [first, second] = asked.map(({ id }) => id);
  answer({ id: second, failure: { kind: 'not-fetched', file: 'a.wasm' } });
  answer({ id: first, progress: 'half' });
  answer({ id: first, value: 2 });
  await expect(other).rejects.toEqual(new DeskFailure({ kind: 'not-fetched', file: 'a.wasm' }));
  expect([await one, told]).toEqual([2, ['half']]);
});

it.each(['onerror', 'onmessageerror'] as const)('a worker that ends with %s leaves nobody waiting, now or later', async (name) => {
  const { worker, asked } = idleWorker();
  const { call } = callWorker<Calls>(worker);
  const waiting = call('twice', 1);
  worker[name]?.call(worker as Worker, {} as never);
  await expect(waiting).rejects.toEqual(ended);
  await expect(call('twice', 2)).rejects.toEqual(ended);
  expect(asked.length).toBe(1);
});

it('whatever is thrown is told in a sentence with what to do next, in both languages', () => {
  const fetched = new DeskFailure({ kind: 'not-fetched', file: 'fonts/heads.ttf' });
  expect(tellFailure(fetched, 'en')).toMatch(/^fonts\/heads\.ttf could not be fetched\..*load this page again\.$/);
  expect(tellFailure(fetched, 'zh')).toMatch(/^fonts\/heads\.ttf 没有下载成功。.*刷新页面。$/);
  for (const thrown of [ended, new Error('x is undefined'), 'x is undefined', undefined])
    for (const language of ['zh', 'en'] as const) {
      const said = tellFailure(thrown, language);
      expect([said, /刷新页面|load this page again/.test(said), said.includes('{')]).toEqual([said, true, false]);
    }
  expect(failureOf(new Error('x is undefined'))).toEqual({ kind: 'inside', message: 'x is undefined' });
});
