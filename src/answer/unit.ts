import type { Cursor } from './cursor.js';
import { type MeasuredUnit, PURE, withFactor } from './measures.js';
import { readPower, TIMES } from './number.js';
import type { Token } from './tokens.js';

/** The unit behind a number. A word may stand for several units (个 counts points and shops), so that it has several meanings. */
export interface WrittenUnit {
  readonly meanings: readonly MeasuredUnit[];
  readonly text: string;
  /** One word, above the line: only such a unit can be followed by a smaller one. */
  readonly isSimple: boolean;
  /** `/point`: nothing stands above the line. */
  readonly isBelow: boolean;
}

/** `元/个`, `yuan per point`, `/day`; undefined where no unit stands. */
export function readUnit(cursor: Cursor): WrittenUnit | undefined {
  const start = cursor.at();
  const isBelow = isPer(cursor.current()) && startsUnit(cursor, 1);
  if (!isBelow && !startsUnit(cursor, 0)) return undefined;
  let meanings: readonly MeasuredUnit[] = [PURE];
  let sign = 1;
  let count = 0;
  for (;;) {
    if (isPer(cursor.current()) && startsUnit(cursor, 1)) sign = -1;
    else if (count > 0 && !(TIMES.includes(cursor.current().text) && startsUnit(cursor, 1))) break;
    if (count > 0 || isBelow) cursor.advance();
    meanings = readFactor(cursor, meanings, sign);
    count += 1;
  }
  return { meanings, text: cursor.textFrom(start), isSimple: count === 1 && !isBelow, isBelow };
}

function readFactor(cursor: Cursor, before: readonly MeasuredUnit[], sign: number): readonly MeasuredUnit[] {
  if (isMeasureWord(cursor.current()) || isPer(cursor.current())) cursor.advance();
  const unit = cursor.current();
  const start = cursor.at();
  cursor.advance();
  const isRaised = cursor.current().kind === 'raised' || cursor.current().text === '^';
  const power = isRaised ? readPower(cursor, start) : 1;
  if (unit.kind !== 'unit') return before;
  return before.flatMap((meaning) => unit.names.map((name) => withFactor(meaning, name, sign * power)));
}

/** A unit stands `ahead`, perhaps with 个 or 每 before it. */
function startsUnit(cursor: Cursor, ahead: number): boolean {
  const first = cursor.peek(ahead);
  const second = cursor.peek(ahead + 1);
  return first.kind === 'unit' || ((isMeasureWord(first) || (ahead > 0 && isPer(first))) && second.kind === 'unit');
}

function isMeasureWord(token: Token): boolean {
  return token.kind === 'word' && token.role === 'measure';
}

function isPer(token: Token): boolean {
  return token.kind === 'word' && token.role === 'per';
}
