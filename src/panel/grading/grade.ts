import { type AnswerReader, isSameWord, plainWord, type RefusalReason, type SaidUnit, saidFigure } from '../../answer/index.js';
import { type Amount, amount, contains } from '../../number/index.js';

/** What a page carries of one answer. */
export type CheckedAnswer = CheckedFigure | CheckedWord;

/** Exact decimals as text. */
export interface CheckedFigure {
  readonly id: string;
  readonly low: string;
  readonly high: string;
  /** `yuan/point`; empty for a pure number. */
  readonly unit: string;
  readonly said: SaidUnit;
  readonly looksLike: readonly { readonly text: string; readonly low: string; readonly high: string }[];
}

/** A letter, a code, or the number of a line. */
export interface CheckedWord {
  readonly id: string;
  readonly word: string;
}

/** What a page says to a typed answer. `read` tells how a figure was understood, where that does not go without saying. */
export type Grade =
  | { readonly kind: 'empty' }
  | { readonly kind: 'right' | 'wrong'; readonly read?: string }
  /** The figure of a named misconception. */
  | { readonly kind: 'looks-like'; readonly text: string; readonly read?: string }
  | { readonly kind: 'other-unit'; readonly asked: string }
  | { readonly kind: 'unreadable'; readonly reason: RefusalReason; readonly text: string };

/** Grades what a student typed, as `mark` does: a figure by the same reader and the same closed interval as the key. */
export function gradeAnswer(written: string, answer: CheckedAnswer, readAnswer: AnswerReader): Grade {
  if ('word' in answer) {
    if (plainWord(written) === '') return { kind: 'empty' };
    return { kind: isSameWord(written, answer.word) ? 'right' : 'wrong' };
  }
  const found = readAnswer(written, answer.unit);
  switch (found.kind) {
    case 'empty':
      return found;
    case 'refused':
      return { kind: 'unreadable', reason: found.reason, text: found.text };
    case 'other-unit':
      return { kind: 'other-unit', asked: answer.said.at(-1) ?? '' };
    case 'figure': {
      const text = saidFigure(found, answer.said);
      const read = text === undefined ? {} : { read: text };
      if (lies(found.value, answer)) return { kind: 'right', ...read };
      const known = answer.looksLike.find((one) => lies(found.value, one));
      return known === undefined ? { kind: 'wrong', ...read } : { kind: 'looks-like', text: known.text, ...read };
    }
  }
}

function lies(value: Amount, { low, high }: { readonly low: string; readonly high: string }): boolean {
  return contains({ low: amount(low), high: amount(high) }, value);
}
