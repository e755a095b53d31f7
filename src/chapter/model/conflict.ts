import type { Formula } from '../../formula/index.js';
import type { Located, Span } from '../../source/index.js';

/** Two places of the documents of which at most one can be true. */
export interface Conflict {
  readonly name: string;
  readonly span: Span;
  readonly between: readonly [ConflictPlace, ConflictPlace];
  /** Two figures that would have to be equal, in dotted names; absent where the places clash without a figure. */
  readonly clash?: readonly [Formula, Formula];
}

export interface ConflictPlace {
  readonly ledger: Located<string>;
  readonly line: number;
  /** The letter of the document; absent = that of the chapter. */
  readonly document?: string;
}
