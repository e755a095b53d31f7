import { DeskFailure, type Failure } from '../told/failure.js';

/** What another thread says of the call with this number. */
export type Answered = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly failure: Failure }
  | { readonly progress: unknown }
);

/** The calls of another thread that are not answered yet. */
export interface Waiting {
  /** `send` is given the number of the call. What fails there rejects here with a `DeskFailure`. */
  call(send: (id: number) => void, onProgress?: (progress: unknown) => void): Promise<unknown>;
  take(answered: Answered): void;
  /** The thread could not begin, or is gone: whatever waits, and whatever is called from now on, fails. */
  end(): void;
}

export function createWaiting(): Waiting {
  const waiting = new Map<
    number,
    { finish(value: unknown): void; fail(failure: Error): void; onProgress: ((progress: unknown) => void) | undefined }
  >();
  let last = 0;
  let hasEnded = false;
  return {
    call: (send, onProgress) =>
      new Promise((finish, fail) => {
        if (hasEnded) return fail(new DeskFailure({ kind: 'ended' }));
        last += 1;
        waiting.set(last, { finish, fail, onProgress });
        send(last);
      }),
    take(answered) {
      const one = waiting.get(answered.id);
      if ('progress' in answered) return one?.onProgress?.(answered.progress);
      waiting.delete(answered.id);
      if ('failure' in answered) one?.fail(new DeskFailure(answered.failure));
      else one?.finish(answered.value);
    },
    end() {
      hasEnded = true;
      for (const { fail } of waiting.values()) fail(new DeskFailure({ kind: 'ended' }));
      waiting.clear();
    },
  };
}
