import { expect, it } from 'vitest';
import { createLatest } from '../../src/desk/ui/latest.js';

/** Work that ends when it is told to. */
function slow<T>() {
  let finish: (value: T) => void = () => {};
  let fail: (failure: unknown) => void = () => {};
  const ended = new Promise<T>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { work: () => ended, finish, fail, settled: () => ended.catch(() => {}) };
}

it('of several pieces of work only the last counts, in whatever order they end', async () => {
  const latest = createLatest();
  const came: string[] = [];
  const [first, second, third] = [slow<string>(), slow<string>(), slow<string>()];
  for (const one of [first, second, third])
    latest.begin(
      one.work,
      (value) => came.push(value),
      (failure) => came.push(`failed: ${failure}`),
    );
  third.finish('third');
  await third.settled();
  first.finish('first');
  second.fail('second');
  await Promise.all([first.settled(), second.settled()]);
  expect(came).toEqual(['third']);
});

it('what fails is told, and nothing once it is dropped', async () => {
  const latest = createLatest();
  const came: unknown[] = [];
  const begin = (one: ReturnType<typeof slow>) =>
    latest.begin(
      one.work,
      (value) => came.push(value),
      (failure) => came.push(['failed', failure]),
    );
  const [wrong, dropped] = [slow(), slow()];
  begin(wrong);
  wrong.fail('no room');
  await wrong.settled();
  begin(dropped);
  latest.drop();
  dropped.finish('late');
  await dropped.settled();
  expect(came).toEqual([['failed', 'no room']]);
});

it('with a pause, work that something newer follows at once is never begun', async () => {
  const latest = createLatest();
  const begun: number[] = [];
  const last = await new Promise<number>((finish) => {
    for (const one of [1, 2, 3]) {
      const work = async () => {
        begun.push(one);
        return one;
      };
      latest.begin(work, finish, () => {}, 1);
    }
  });
  expect([begun, last]).toEqual([[3], 3]);
});
