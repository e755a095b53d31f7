import type { Amount } from '../number/index.js';
import { type Cursor, createCursor, textOf } from './cursor.js';
import { readFigure, type WrittenFigure } from './figure.js';
import { inverse, type MeasuredUnit, measuresTheSame, timesRatio, unitOfKey } from './measures.js';
import { startsNumber } from './number.js';
import { Refusal, type RefusalReason, refuse } from './refusal.js';
import { LARGEST_POWER, readTokens, type Token } from './tokens.js';
import { createVocabulary, type Role, type UnitWords } from './vocabulary.js';

/** What somebody typed where a figure is asked for. */
export type ReadAnswer =
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason /** What it is about, as it was typed. */; readonly text: string }
  /** In the unit that was asked for. `isPlain`: the digits say what they are, so that nothing has to be told about how they were read. */
  | { readonly kind: 'figure'; readonly value: Amount; readonly isPlain: boolean }
  /** A number in a unit that is not the one asked for, nor a multiple of it; `unit` is its word as it was typed. */
  | { readonly kind: 'other-unit'; readonly value: Amount; readonly unit: string };

/** Reads what was typed where a figure in `unit` (`yuan/point`, `percent`, or empty for a pure number) is asked for. */
export type AnswerReader = (written: string, unit: string) => ReadAnswer;

/** More than this is no answer. */
const LONGEST = 120;

/** A reader that knows these words for units, beside those that every workbook understands. */
export function createAnswerReader(words: UnitWords): AnswerReader {
  const vocabulary = createVocabulary(words);
  return (written, unit) => {
    try {
      if (written.length > LONGEST) refuse('range', `${written.slice(0, 20)}…`);
      const tokens = readTokens(written, vocabulary);
      return tokens.length === 1 ? { kind: 'empty' } : inUnit(readTokensWhole(tokens), tokens, unitOfKey(unit));
    } catch (failure) {
      if (failure instanceof Refusal) return { kind: 'refused', reason: failure.reason, text: failure.text };
      throw failure;
    }
  };
}

function readTokensWhole(tokens: readonly Token[]): WrittenFigure {
  const cursor = createCursor(tokens);
  skip(cursor, ['about', 'equals']);
  const isOpen = tokens.find((token) => token.kind === 'word' && token.role === 'bound');
  if (isOpen !== undefined && tokens.some(startsNumber)) refuse('bound', isOpen.text);
  if (!tokens.some(startsNumber)) refuse('no-number', cursor.whole());
  const figure = readFigure(cursor);
  skip(cursor, ['nearly']);
  while (cursor.current().kind === 'stop') cursor.advance();
  if (cursor.current().kind !== 'end') refuseRest(cursor, tokens);
  return figure;
}

function skip(cursor: Cursor, roles: readonly Role[]): void {
  for (let token = cursor.current(); token.kind === 'word' && roles.includes(token.role); token = cursor.current()) cursor.advance();
}

const CALCULATIONS = ['+', '×', '*', '·', '÷', '/', '^', 'x'];

function refuseRest(cursor: Cursor, tokens: readonly Token[]): never {
  const token = cursor.current();
  const hasMore = tokens.slice(cursor.at()).some(startsNumber);
  if (CALCULATIONS.includes(token.text) && hasMore) refuse('calculation', token.text);
  if (token.kind === 'raised') refuse('calculation', token.text);
  // Between two numbers a sign of whatever kind parts them; a word is what is not understood.
  const isWord = token.kind === 'unknown' && /\p{L}/u.test(token.text);
  return hasMore && !isWord ? refuse('two-numbers', cursor.whole()) : refuse('unknown', token.text);
}

function inUnit({ value, unit }: WrittenFigure, tokens: readonly Token[], asked: MeasuredUnit): ReadAnswer {
  const plain = value.over.dividedBy(value.under);
  if (!plain.isZero() && Math.abs(plain.e) > LARGEST_POWER) refuse('range', textOf(tokens));
  if (unit === undefined) return { kind: 'figure', value: plain, isPlain: isPlain(tokens) };
  const meaning = unit.meanings.find((one) => measuresTheSame(one, asked));
  if (meaning === undefined) return { kind: 'other-unit', value: plain, unit: unit.text };
  const { over, under } = timesRatio(value, timesRatio(meaning.size, inverse(asked.size)));
  const found = over.dividedBy(under);
  return { kind: 'figure', value: found, isPlain: isPlain(tokens) && found.equals(plain) };
}

/** One number in digits, with nothing beside it but a sign, a unit and stops. */
function isPlain(tokens: readonly Token[]): boolean {
  const numbers = tokens.filter(({ kind }) => kind === 'number');
  return numbers.length === 1 && tokens.every(saysItself);
}

function saysItself(token: Token): boolean {
  if (token.kind === 'number') return token.isPlain;
  if (token.kind === 'word') return token.text === '-' || token.role === 'per';
  return token.kind === 'unit' || token.kind === 'stop' || token.kind === 'end';
}
