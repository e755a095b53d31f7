import type { Derivation } from '../../evaluate/index.js';
import type { Formula } from '../../formula/index.js';
import type { Amount, Interval, Quantity } from '../../number/index.js';

/** A figure that a student writes. `accepted` is the one interval by which every output grades. */
export interface NumericAnswer {
  /** `first-price`, `first-price.2`, stable across languages and editions. */
  readonly id: string;
  /** The formula asked for (dotted), as the label is drawn from it. */
  readonly formula: Formula;
  readonly exact: Quantity;
  /** Decimal places that the answer is asked to. */
  readonly places: number;
  /** `exact` rounded half up to `places`. */
  readonly shown: Amount;
  /** Closed; covers half a unit of the last place and the path in which printed, rounded steps are used on. */
  readonly accepted: Interval;
  /** Results of the other declared readings that the key prints beside, when they differ at `places`. */
  readonly otherPaths: readonly { readonly reading: string; readonly value: Amount }[];
  readonly derivation: Derivation;
  readonly misconceptions: readonly { readonly code: string; readonly value: Amount }[];
}

/** What a student writes and is graded by: a figure, or a word (a letter, a code) or the number of a line under an id of its own. */
export type WrittenPart =
  | {
      readonly kind: 'figure';
      readonly answer: NumericAnswer;
      /** What counts on paper where it is wider than `answer.accepted`: a guess. */
      readonly wide?: Interval;
      /** For a choice: what stands beside A, B, C … */
      readonly options?: readonly Amount[];
    }
  | { readonly kind: 'word'; readonly id: string; readonly text: string }
  | { readonly kind: 'line-number'; readonly id: string; readonly text: string };

export function figures(answers: readonly NumericAnswer[]): readonly WrittenPart[] {
  return answers.map((answer) => ({ kind: 'figure', answer }));
}
