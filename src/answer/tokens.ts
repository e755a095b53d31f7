import { type Amount, amount } from '../number/index.js';
import { plainCharacters, raisedDigits, vulgarFraction } from './characters.js';
import { readDigits } from './digits.js';
import type { Ratio } from './measures.js';
import { refuse } from './refusal.js';
import type { Lexeme, Vocabulary } from './vocabulary.js';

/** One part of an answer; `text` is what was typed, without full width. */
export type Token = TokenMeaning & {
  readonly text: string;
  /** A space stands before it. */
  readonly spaced: boolean;
};

type TokenMeaning =
  | Lexeme
  /** Digits; `places` counts those before the point, and `isPlain` says that nothing but digits and a point was typed. */
  | { readonly kind: 'number'; readonly value: Amount; readonly digits: number; readonly isPlain: boolean }
  | { readonly kind: 'vulgar'; readonly value: Ratio }
  | { readonly kind: 'raised'; readonly power: number }
  | { readonly kind: 'stop' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'end' };

/** Signs that may end an answer and mean nothing. */
const STOPS = '.。!;｡';
const LETTER = /\p{L}/u;
const LATIN = /\p{Script=Latin}/u;
const LONGEST_WORD = 24;

/** The parts of an answer, the last of them `end`. Refused: digits that are no one number, more text than an answer has. */
export function readTokens(written: string, vocabulary: Vocabulary): readonly Token[] {
  const text = plainCharacters(written);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at + spaceAt(text, at);
    if (start >= text.length) break;
    const { meaning, end } = readMeaning(text, start, vocabulary);
    tokens.push({ ...meaning, text: text.slice(start, end), spaced: start > at });
    at = end;
  }
  return [...tokens, { kind: 'end', text: '', spaced: false }];
}

interface Found {
  readonly meaning: TokenMeaning;
  readonly end: number;
}

function readMeaning(text: string, at: number, vocabulary: Vocabulary): Found {
  if (isDigit(text[at]) || (text[at] === '.' && isDigit(text[at + 1]))) return readNumber(text, at);
  const raised = raisedDigits(text, at);
  if (raised !== '') return { meaning: { kind: 'raised', power: Number(raised) }, end: at + raised.length };
  const character = characterAt(text, at);
  const vulgar = vulgarFraction(character);
  if (vulgar !== undefined)
    return { meaning: { kind: 'vulgar', value: { over: amount(vulgar.over), under: amount(vulgar.under) } }, end: at + 1 };
  const word = readWord(text, at, vocabulary);
  if (word !== undefined) return word;
  if (STOPS.includes(character)) return { meaning: { kind: 'stop' }, end: at + 1 };
  return { meaning: { kind: 'unknown' }, end: unknownEnd(text, at, vocabulary) };
}

function readNumber(text: string, at: number): Found {
  const { value, digits, isPlain, end } = readDigits(text, at);
  const exponent = exponentAt(text, end);
  if (exponent === '') return { meaning: { kind: 'number', value, digits, isPlain }, end };
  const power = Number(exponent.slice(1));
  if (Math.abs(power) > LARGEST_POWER) refuse('range', text.slice(at, end + exponent.length));
  return { meaning: { kind: 'number', value: value.times(amount(`1e${power}`)), digits: 0, isPlain: false }, end: end + exponent.length };
}

/** Beyond this power of ten nobody counts. */
export const LARGEST_POWER = 40;

/** `e3`, `E-2` directly behind digits; empty where there is none. */
function exponentAt(text: string, at: number): string {
  if (text[at]?.toLowerCase() !== 'e') return '';
  const signed = text[at + 1] === '+' || text[at + 1] === '-' || text[at + 1] === '−';
  const first = at + (signed ? 2 : 1);
  let end = first;
  while (isDigit(text[end])) end += 1;
  return end === first ? '' : text.slice(at, end).replace('−', '-');
}

/** The longest word of the vocabulary that stands here whole. */
function readWord(text: string, at: number, vocabulary: Vocabulary): Found | undefined {
  for (let end = Math.min(text.length, at + LONGEST_WORD); end > at; end -= 1) {
    if (LATIN.test(text[end - 1] as string) && end < text.length && LATIN.test(text[end] as string)) continue;
    const slice = text.slice(at, end);
    const meaning = vocabulary.get(slice) ?? vocabulary.get(slice.toLowerCase());
    if (meaning !== undefined) return { meaning, end };
  }
  return undefined;
}

/** A word that nobody knows: letters of one kind, up to the next that is known; or one sign. */
function unknownEnd(text: string, at: number, vocabulary: Vocabulary): number {
  const first = characterAt(text, at);
  let end = at + first.length;
  if (!LETTER.test(first)) return end;
  const isLatin = LATIN.test(first);
  while (end < text.length) {
    const next = characterAt(text, end);
    if (!LETTER.test(next) || LATIN.test(next) !== isLatin) break;
    if (!isLatin && readWord(text, end, vocabulary) !== undefined) break;
    end += next.length;
  }
  return end;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function spaceAt(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ') end += 1;
  return end - at;
}

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
