import { useEffect, useState } from './preact.js';
import { useLatest } from './use-latest.js';

/** What was last answered. */
export interface Answer<T> {
  readonly answer: T | undefined;
  /** False while the next answer is worked out; the last one stays so long. */
  readonly isFresh: boolean;
  /** What was thrown in place of an answer. */
  readonly thrown: unknown;
}

/** Asks at first and after each change of `inputs`, `pause` milliseconds after the last of them; without `ask` there is nothing to be asked. */
export function useAnswer<T>(ask: (() => Promise<T>) | undefined, inputs: readonly unknown[], pause?: number): Answer<T> {
  const [state, setState] = useState<Answer<T>>({ answer: undefined, isFresh: false, thrown: undefined });
  const asked = useLatest();
  useEffect(() => {
    asked.drop();
    setState((before) => ({ ...before, isFresh: false }));
    if (ask === undefined) return;
    asked.begin(
      ask,
      (answer) => setState({ answer, isFresh: true, thrown: undefined }),
      (thrown) => setState({ answer: undefined, isFresh: false, thrown }),
      pause,
    );
  }, inputs);
  return state;
}
