import type { Amount } from '../number/index.js';
import type { Source, Span } from '../source/index.js';
import { fail } from './failure.js';
import { currencyHint } from './hints.js';
import { NUMBER_PATTERN, numberValue } from './number-text.js';

export const LONGEST_FORMULA = 10_000;

/** One word of a formula. `value` of a symbol is its canonical spelling (`<=` for `≤`); `end` has an empty value. */
export interface Token {
  readonly kind: 'number' | 'date' | 'word' | 'symbol' | 'end';
  readonly value: string;
  /** Of a number only. */
  readonly amount?: Amount;
  readonly start: number;
  readonly end: number;
}

/** Reads tokens one at a time, so that a formula that is hopeless early costs nothing late. */
export interface Lexer {
  /** The token at the reading position. */
  readonly current: Token;
  /** End of the token before it. */
  readonly previousEnd: number;
  /** The token after the current one; nothing is consumed. */
  peek(): Token;
  advance(): Token;
}

/** A lexer over `source.text.slice(start, end)`; every failure is thrown as a `EvaluationFailure`. */
export function createLexer(source: Source, start: number, end: number): Lexer {
  // What follows the formula in its file must not be seen: a dot there would make `a-b` an example's name.
  const slice: Slice = { source, text: source.text.slice(0, end), start };
  let current = readToken(slice, start);
  let previousEnd = start;
  return {
    get current() {
      return current;
    },
    get previousEnd() {
      return previousEnd;
    },
    peek: () => readToken(slice, current.end),
    advance() {
      const consumed = current;
      previousEnd = consumed.end;
      current = readToken(slice, consumed.end);
      return consumed;
    },
  };
}

/** The stretch of a source that one formula fills: from `start` to the end of `text`. */
interface Slice {
  readonly source: Source;
  readonly text: string;
  readonly start: number;
}

const SYMBOLS: readonly (readonly [written: string, canonical: string])[] = [
  ['==', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['<=', '<='],
  ['>=', '>='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['..', '..'],
  ['…', '..'],
  ['−', '-'],
  ...['+', '-', '*', '/', '^', '=', '<', '>', '(', ')', '[', ']', ',', '.'].map((one) => [one, one] as const),
];

const SPACE = /[\s\u3000]*/y;

/** A hyphen belongs to a word only in the name of an example, which a dot follows: `one-night.points`; `spend-before.price` is a difference. */
const WORD = /[A-Za-z_][A-Za-z0-9_]*(?:(?:-[A-Za-z0-9_]+)+(?<!-before)(?=\.[A-Za-z_]))?/y;

function readToken(slice: Slice, from: number): Token {
  const { source, text } = slice;
  const start = from + matchLength(SPACE, text, from);
  if (start >= text.length) return { kind: 'end', value: '', start: text.length, end: text.length };
  const token = /\d/.test(text[start] ?? '') ? readNumber(slice, start) : (readWord(text, start) ?? readSymbol(text, start));
  if ((token?.end ?? start) - slice.start > LONGEST_FORMULA) {
    const place = { source, start: slice.start, end: text.length };
    fail(
      'formula-length',
      place,
      `A formula is at most ${LONGEST_FORMULA} characters long.`,
      'Give parts of it names of their own under `steps:`.',
    );
  }
  return token ?? failAtCharacter(slice, start);
}

function readWord(text: string, start: number): Token | undefined {
  const end = start + matchLength(WORD, text, start);
  return end === start ? undefined : { kind: 'word', value: text.slice(start, end), start, end };
}

function readSymbol(text: string, start: number): Token | undefined {
  const symbol = SYMBOLS.find(([written]) => text.startsWith(written, start));
  return symbol && { kind: 'symbol', value: symbol[1], start, end: start + symbol[0].length };
}

/** Digits joined as in a date: `2026-11-29`, and by other habits `2026/11/29` and `2026年11月29日`. Sums of such numbers have spaces. */
const DATE =
  /\d{4}-\d{1,2}-\d{1,2}(?![\d.])|(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])(?![\d.])|\d{4}年\d{1,2}月\d{1,2}日/y;

function readNumber({ source, text }: Slice, start: number): Token {
  const dateEnd = start + matchLength(DATE, text, start);
  if (dateEnd > start) return { kind: 'date', value: text.slice(start, dateEnd), start, end: dateEnd };
  const end = start + matchLength(NUMBER_PATTERN, text, start);
  const value = text.slice(start, end);
  const restEnd = text.startsWith('..', end) ? end : end + matchLength(AFTER_NUMBER, text, end);
  if (restEnd > end) failAfterNumber({ source, start, end: restEnd }, value, text.slice(end, restEnd));
  const parsed = numberValue(value);
  if (parsed === undefined) {
    const hint = 'A number has at most 40 digits and lies between 10^-60 and 10^60.';
    fail('number-range', { source, start, end }, 'This number is out of range.', hint);
  }
  return { kind: 'number', value, amount: parsed, start, end };
}

/** What must not touch a number: a letter of any script, a digit sign or a dot. */
const AFTER_NUMBER = /[\p{L}\p{N}_.%‰]+/uy;

function failAfterNumber(place: Span, digits: string, rest: string): never {
  const whole = `\`${digits}${rest}\``;
  if (/^[eE][+-]?\d*$/.test(rest)) {
    fail('number-range', place, `${whole} is written with an exponent.`, 'Write the digits, or 万 and 亿: `10万`, `26亿`.');
  }
  if (/^[wW]$/.test(rest)) fail('formula-syntax', place, `${whole} is not a number.`, `For ten thousands write \`${digits}万\`.`);
  if (rest.startsWith('.'))
    fail('formula-syntax', place, `${whole} is not a number.`, 'Digits stand on both sides of a decimal point: `0.5`.');
  if (/^[\p{Script=Han}]/u.test(rest)) {
    fail('known-unit', place, `\`${rest}\` is not a unit.`, `A unit is written by its name after a space: \`${digits} yuan\`.`);
  }
  fail(
    'formula-syntax',
    place,
    `${whole} is neither a number nor a name.`,
    `A unit stands after a space: \`${digits} ${rest}\`; a name starts with a letter.`,
  );
}

function failAtCharacter({ source, text }: Slice, start: number): never {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const place = { source, start, end: start + character.length };
  const money = currencyHint(text, start);
  if (money !== undefined) fail('formula-syntax', place, `\`${character}\` has no meaning in a formula.`, money);
  const isWide = character === '。' || /[！-～]/.test(character);
  if (isWide) {
    const narrow = character === '。' ? '.' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
    fail('formula-syntax', place, `\`${character}\` is a full-width character.`, `Write \`${narrow}\`.`);
  }
  if (/\p{L}/u.test(character)) {
    const hint = 'Names are written a-z, 0-9 and _; the words files say how a language calls them.';
    fail('formula-syntax', place, `\`${character}\` cannot be part of a name.`, hint);
  }
  fail('formula-syntax', place, `\`${character}\` has no meaning in a formula.`);
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
