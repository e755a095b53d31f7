import { type Amount, amount, ONE, ZERO } from '../number/index.js';
import type { Cursor } from './cursor.js';
import { refuse } from './refusal.js';
import type { Token } from './tokens.js';

/** A figure before the magnitudes that follow it: the 5 and 千 of 2万5千. */
interface Part {
  readonly value: Amount;
  /** How many digits it was typed with. */
  readonly digits: number;
  readonly spaced: boolean;
  /** 零 stands before it, so that it counts ones. */
  readonly afterZero: boolean;
  /** 十 百 千. */
  readonly small?: number;
  /** 万 and 亿 together. */
  readonly large: number;
}

/** Digits or Chinese characters with their magnitudes: `12.5`, `2万5千`, `一百二十`, `3万亿`. */
export function readNumeral(cursor: Cursor): Amount {
  const start = cursor.at();
  const parts: Part[] = [];
  do parts.push(readPart(cursor, parts.length === 0));
  while (goesOn(cursor, parts));
  return addUp(parts, () => refuse('magnitudes', cursor.textFrom(start)));
}

/** Whether a numeral begins here. */
export function startsNumeral(token: Token): boolean {
  return token.kind === 'number' || token.kind === 'digit' || (token.kind === 'magnitude' && token.exponent === 1);
}

/** Behind 2万 go 5千 and 5, but not a number of its own that a space sets apart. */
function goesOn(cursor: Cursor, parts: readonly Part[]): boolean {
  const last = parts.at(-1);
  const next = cursor.current();
  if (last === undefined || (last.small === undefined && last.large === 0)) return false;
  if (next.kind === 'number' && next.spaced) return cursor.peek().kind === 'magnitude';
  return startsNumeral(next);
}

function readPart(cursor: Cursor, isFirst: boolean): Part {
  const { spaced } = cursor.current();
  const { value, digits, afterZero } = readCoefficient(cursor, isFirst);
  let small: number | undefined;
  let large = 0;
  let next = cursor.current();
  if (next.kind === 'magnitude' && next.isSmall) {
    small = next.exponent;
    cursor.advance();
    next = cursor.current();
  }
  // 万, 亿 and 万亿.
  while (next.kind === 'magnitude' && next.exponent > Math.max(large, LARGEST_SMALL)) {
    large += next.exponent;
    cursor.advance();
    next = cursor.current();
  }
  return { value, digits, spaced, afterZero, large, ...(small === undefined ? {} : { small }) };
}

function readCoefficient(cursor: Cursor, isFirst: boolean): Pick<Part, 'value' | 'digits' | 'afterZero'> {
  const first = cursor.current();
  if (first.kind === 'magnitude') return { value: ONE, digits: 1, afterZero: false };
  const start = cursor.at();
  let digits = readCharacters(cursor);
  const afterZero = !isFirst && digits.startsWith('0');
  if (afterZero) digits = digits.slice(1);
  const number = cursor.current();
  if (digits === '' && number.kind === 'number') {
    cursor.advance();
    return { value: number.value, digits: number.digits, afterZero };
  }
  // 三四 is three or four; 二〇二六 and 一二三 are read digit by digit.
  const isSpelled = isFirst && (digits.length > 2 || digits.includes('0'));
  if (digits.length > 1 && !isSpelled) refuse('magnitudes', cursor.textFrom(start));
  if (digits === '') refuse('magnitudes', cursor.textFrom(start));
  const decimals = cursor.current().text === '点' && cursor.peek().kind === 'digit' ? readDecimals(cursor) : '';
  return { value: amount(`${digits}.${decimals || '0'}`), digits: digits.length, afterZero };
}

function readDecimals(cursor: Cursor): string {
  cursor.advance();
  return readCharacters(cursor);
}

/** 二〇二六 -> `2026`. */
function readCharacters(cursor: Cursor): string {
  let digits = '';
  let next = cursor.current();
  while (next.kind === 'digit') {
    digits += next.value;
    cursor.advance();
    next = cursor.current();
  }
  return digits;
}

/**
 * The sum of all parts, each below the magnitude before it. A last figure without a magnitude counts the next lower one (两千五, 2万5),
 * or ones where as many digits stand as there is room for (2万5000).
 */
function addUp(parts: readonly Part[], unclear: () => never): Amount {
  let high = ZERO;
  let section = ZERO;
  /** What comes next stays below this power of ten. */
  let room = Number.POSITIVE_INFINITY;
  let closed = Number.POSITIVE_INFINITY;
  for (const [index, part] of parts.entries()) {
    if (parts.length > 1 && !part.value.isInteger()) unclear();
    const exponent = part.small ?? (index === 0 ? 0 : placeOf(part, room, index === parts.length - 1, unclear));
    const value = part.value.times(tenTo(exponent));
    if (room !== Number.POSITIVE_INFINITY && value.greaterThanOrEqualTo(tenTo(room))) unclear();
    section = section.plus(value);
    room = part.small ?? 0;
    if (part.large === 0) continue;
    if (part.large < closed) high = high.plus(section.times(tenTo(part.large)));
    // 三万五千亿: what 万 has closed counts 亿 too.
    else if (closed === WAN && part.large === YI) high = high.plus(section).times(tenTo(YI));
    else unclear();
    section = ZERO;
    closed = part.large;
    room = part.large;
  }
  return high.plus(section);
}

const LARGEST_SMALL = 3;
const WAN = 4;
const YI = 8;

/** The power of ten that a figure without 十 百 千 counts behind the magnitude `room`. */
function placeOf({ digits, spaced, afterZero, large }: Part, room: number, isLast: boolean, unclear: () => never): number {
  if (afterZero || digits === room) return 0;
  if (digits === 1 && isLast && large === 0 && !spaced) return room - 1;
  return unclear();
}

function tenTo(power: number): Amount {
  return amount(`1e${power}`);
}
