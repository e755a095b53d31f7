import { type Amount, amount, ONE } from '../number/index.js';
import type { Cursor } from './cursor.js';
import { plusRatio, type Ratio, timesRatio } from './measures.js';
import { readNumeral, startsNumeral } from './numeral.js';
import { refuse } from './refusal.js';
import { LARGEST_POWER, type Token } from './tokens.js';

/** Whether a number begins here: `12`, `½`, `一百`. */
export function startsNumber(token: Token): boolean {
  return startsNumeral(token) || token.kind === 'vulgar';
}

/** A number without its unit: digits or characters, a fraction, a mixed number, a power of ten, with magnitudes behind. Exact. */
export function readNumber(cursor: Cursor): Ratio {
  let value = readBare(cursor);
  let next = cursor.current();
  while (next.kind === 'magnitude' || next.kind === 'scale') {
    const before = cursor.peek(-1);
    const goesOn = before.text.toLowerCase() === 'hundred' && next.kind === 'scale';
    if ((before.kind === 'magnitude' || before.kind === 'scale') && !goesOn) refuse('magnitudes', cursor.whole());
    // 1/2k may be half a thousand, or one of two thousand.
    if (isFractionSign(cursor.peek(-2))) refuse('fraction', cursor.whole());
    value = timesRatio(value, whole(amount(`1e${next.exponent}`)));
    cursor.advance();
    next = cursor.current();
  }
  return value;
}

function readBare(cursor: Cursor): Ratio {
  const start = cursor.at();
  const first = cursor.current();
  if (first.kind === 'vulgar') {
    cursor.advance();
    return first.value;
  }
  const before = readNumeral(cursor);
  const next = cursor.current();
  if (next.kind === 'vulgar') {
    cursor.advance();
    return mixed(before, next.value, cursor.textFrom(start));
  }
  if (isMixed(cursor)) {
    if (next.kind === 'word') cursor.advance();
    const part = cursor.current();
    return mixed(
      before,
      part.kind === 'vulgar' ? readBare(cursor) : readFraction(readNumeral(cursor), cursor, start),
      cursor.textFrom(start),
    );
  }
  if (startsFraction(cursor)) return readFraction(before, cursor, start);
  return whole(before.times(readPowerOfTen(cursor, before, start)));
}

function whole(over: Amount): Ratio {
  return { over, under: ONE };
}

/** `1 1/3`, `1又1/3`, `1 and a half` is not: the fraction's own sign has to follow. */
function isMixed(cursor: Cursor): boolean {
  const next = cursor.current();
  const joined = next.kind === 'word' && next.role === 'and';
  const [first, second] = joined ? [cursor.peek(1), cursor.peek(2)] : [next, cursor.peek(1)];
  if (joined && first.kind === 'vulgar') return true;
  return startsNumeral(first) && (joined || first.spaced) && isFractionSign(second);
}

/** `/ 3` and 分之一. */
function startsFraction(cursor: Cursor): boolean {
  return isFractionSign(cursor.current()) && startsNumeral(cursor.peek());
}

function isFractionSign(token: Token): boolean {
  return token.text === '/' || token.text === '\u2044' || token.text === '\u2215' || (token.kind === 'word' && token.role === 'fraction');
}

/** The rest of a fraction of which `first` is read: 1/3 begins above the line, 三分之一 below. */
function readFraction(first: Amount, cursor: Cursor, start: number): Ratio {
  const isBelow = cursor.current().kind === 'word' && cursor.current().text === '分之';
  cursor.advance();
  if (!startsNumeral(cursor.current())) refuse('fraction', cursor.textFrom(start));
  const second = readNumeral(cursor);
  const [over, under] = isBelow ? [second, first] : [first, second];
  // 1/2万 may be half of 万, or one of two 万.
  if (!isBelow && cursor.peek(-1).kind !== 'number') refuse('fraction', cursor.textFrom(start));
  if (under.isZero()) refuse('fraction', cursor.textFrom(start));
  checkSize([over, under], cursor.textFrom(start));
  return { over, under };
}

function mixed(before: Amount, part: Ratio, written: string): Ratio {
  if (!before.isInteger() || part.over.greaterThanOrEqualTo(part.under)) refuse('fraction', written);
  checkSize([before], written);
  return plusRatio(whole(before), part);
}

/** Products of so many digits are still exact. */
const MOST_FACTOR_DIGITS = 16;

function checkSize(factors: readonly Amount[], written: string): void {
  if (factors.some((factor) => factor.precision(true) > MOST_FACTOR_DIGITS)) refuse('range', written);
}

/** Signs of a product; `x` stands for one, too. */
export const TIMES = ['×', '*', 'x', 'X', '·', '⋅', '∙'];

/** What `× 10^3` or, behind a bare 10, `³` multiplies by; 1 where neither stands. */
function readPowerOfTen(cursor: Cursor, before: Amount, start: number): Amount {
  const isProduct = TIMES.includes(cursor.current().text) && cursor.peek().text === '10' && isPowerSign(cursor.peek(2));
  if (isProduct) {
    cursor.advance();
    cursor.advance();
  } else if (!isPowerSign(cursor.current())) return ONE;
  else if (!before.equals(TEN)) refuse('calculation', cursor.textFrom(start) + cursor.current().text);
  const power = readPower(cursor, start);
  if (Math.abs(power) > LARGEST_POWER) refuse('range', cursor.textFrom(start));
  return amount(`1e${isProduct ? power : power - 1}`);
}

const TEN = amount(10);

function isPowerSign(token: Token): boolean {
  return token.kind === 'raised' || token.text === '^';
}

/** The whole number behind `^`, or raised. */
export function readPower(cursor: Cursor, start: number): number {
  const sign = cursor.current();
  cursor.advance();
  if (sign.kind === 'raised') return sign.power;
  const minus = cursor.current().kind === 'word' && cursor.current().text !== '+';
  if (cursor.current().kind === 'word') cursor.advance();
  const number = cursor.current();
  cursor.advance();
  if (number.kind !== 'number' || !number.value.isInteger()) refuse('calculation', cursor.textFrom(start));
  return number.value.toNumber() * (minus ? -1 : 1);
}
