import { type Amount, amount, readStudentNumber } from '../../number/index.js';
import type { KeyEntry } from '../key/key.js';

/** What was written in one place: nothing, something that is no number, or a number, perhaps with the word of another unit behind it. */
export type ReadAnswer =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'number'; readonly value: Amount; readonly otherUnit: boolean };

/** The base unit of each word that may stand behind a number: `points` and `个积分` are `point`. */
export type UnitWords = ReadonlyMap<string, string>;

const LETTERS = 'ABCDEFGHIJ';

/**
 * Reads a typed answer to a figure in `unit` (`yuan/point`). The letter of an option stands for its figure; a unit in words is
 * understood, and noticed when it is one that the answer does not have.
 */
export function readAnswer(typed: string, unit: string, { options }: KeyEntry, words: UnitWords): ReadAnswer {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { kind: 'empty' };
  const option = options?.[text.length === 1 ? LETTERS.indexOf(text.toUpperCase()) : -1];
  if (option !== undefined) return { kind: 'number', value: amount(option), otherUnit: false };
  const value = readStudentNumber(text);
  if (value === undefined) return { kind: 'unreadable' };
  const word = /[^\d\s.,%‰+/−-][^\d]*$/u.exec(text.replace(/^[¥￥$]/, ''))?.[0] ?? '';
  const named = words.get(
    word
      .replace(/^[万亿]/, '')
      .trim()
      .toLowerCase(),
  );
  return { kind: 'number', value, otherUnit: named !== undefined && !unit.split(/[*/^]/).includes(named) };
}
