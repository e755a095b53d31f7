import { type Amount, amount, contains, plainWord, readStudentNumber } from '../../number/index.js';

/** What a page carries of one answer. */
export type CheckedAnswer = CheckedFigure | CheckedWord;

/** Exact decimals as text. */
export interface CheckedFigure {
  readonly id: string;
  readonly low: string;
  readonly high: string;
  readonly looksLike: readonly { readonly text: string; readonly low: string; readonly high: string }[];
}

/** A letter or a code. */
export interface CheckedWord {
  readonly id: string;
  readonly word: string;
}

export type Grade =
  | { readonly kind: 'right' | 'wrong' | 'unreadable' | 'empty' }
  /** The figure of a named misconception. */
  | { readonly kind: 'looks-like'; readonly text: string };

/** Grades what a student typed: a figure by the same closed interval as the key, a letter or code whatever its case and width. */
export function gradeAnswer(written: string, answer: CheckedAnswer): Grade {
  if (written.trim() === '') return { kind: 'empty' };
  if ('word' in answer) return { kind: plainWord(written) === plainWord(answer.word) ? 'right' : 'wrong' };
  const value = readStudentNumber(written);
  if (value === undefined) return { kind: 'unreadable' };
  if (lies(value, answer)) return { kind: 'right' };
  const found = answer.looksLike.find((one) => lies(value, one));
  return found === undefined ? { kind: 'wrong' } : { kind: 'looks-like', text: found.text };
}

function lies(value: Amount, { low, high }: { readonly low: string; readonly high: string }): boolean {
  return contains({ low: amount(low), high: amount(high) }, value);
}
