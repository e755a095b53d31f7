/** Why something could not be done: plain data, which a worker can hand over and a page tells in its own words. */
export type Failure =
  /** A file of the desk did not come. */
  | { readonly kind: 'not-fetched'; readonly file: string }
  /** A file that somebody chose cannot be read: it is a folder, or gone. */
  | { readonly kind: 'unreadable'; readonly file: string }
  /** A chapter has mistakes; `text` names them as `reckoner check` does. */
  | { readonly kind: 'faulty-chapter'; readonly text: string }
  /** A worker could not begin, or is gone. */
  | { readonly kind: 'ended' }
  /** A mistake of the program; `message` is for whoever mends it. */
  | { readonly kind: 'inside'; readonly message: string };

export class DeskFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === 'inside' ? failure.message : failure.kind);
  }
}

/** What was thrown, whatever it is, as a failure. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof DeskFailure) return thrown.failure;
  return { kind: 'inside', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
