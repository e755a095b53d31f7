import { type Amount, ONE } from '../number/index.js';
import type { Cursor } from './cursor.js';
import { inverse, isBelow, type MeasuredUnit, PURE, plusRatio, type Ratio, timesRatio, withFactor } from './measures.js';
import { readNumber, startsNumber, TIMES } from './number.js';
import { refuse } from './refusal.js';
import { readUnit, type WrittenUnit } from './unit.js';
import type { Role } from './vocabulary.js';

/** A number with the unit that was typed; without one, it is in the unit that was asked for. */
export interface WrittenFigure {
  readonly value: Ratio;
  readonly unit?: Pick<WrittenUnit, 'meanings' | 'text'>;
}

/** `-¥5.30`, `5元3角`, `百分之12`, `每个积分2元`. */
export function readFigure(cursor: Cursor): WrittenFigure {
  const sign = readSign(cursor);
  const leading = readLeading(cursor);
  const inner = sign === undefined ? readSign(cursor) : undefined;
  const figure = withLeading(readParts(cursor), leading);
  const isNegative = (sign ?? inner) === 'minus';
  return isNegative ? { ...figure, value: { ...figure.value, over: figure.value.over.negated() } } : figure;
}

function readSign(cursor: Cursor): 'minus' | 'plus' | undefined {
  const token = cursor.current();
  if (token.kind !== 'word' || (token.role !== 'minus' && token.role !== 'plus')) return undefined;
  cursor.advance();
  return token.role;
}

/** `¥` and 每个积分 before the number. */
function readLeading(cursor: Cursor): WrittenUnit | undefined {
  const token = cursor.current();
  if (token.kind === 'unit' && token.leads) {
    cursor.advance();
    return { meanings: token.names.map((name) => withFactor(PURE, name, 1)), text: token.text, isSimple: true, isBelow: false };
  }
  if (token.text === '每') return readUnit(cursor);
  if (token.kind === 'share') {
    cursor.advance();
    return { meanings: [withFactor(PURE, token.unit, 1)], text: token.text, isSimple: false, isBelow: false };
  }
  return undefined;
}

/** What stands before and behind the number make one unit; a sign and the same unit in words say it twice. */
function withLeading(figure: WrittenFigure, leading: WrittenUnit | undefined): WrittenFigure {
  const { value, unit } = figure;
  if (leading === undefined) return figure;
  if (unit === undefined) return { value, unit: leading };
  const text = `${leading.text}…${unit.text}`;
  const isProduct =
    leading.isBelow || unit.text.startsWith('/') || unit.meanings.every(({ powers }) => [...powers.values()].every((power) => power < 0));
  if (isProduct)
    return { value, unit: { text, meanings: leading.meanings.flatMap((one) => unit.meanings.map((other) => product(one, other))) } };
  const isTwice = leading.meanings.some(({ powers }) =>
    unit.meanings.some((other) => [...powers].every(([name, power]) => other.powers.get(name) === power)),
  );
  if (!isTwice || !leading.isSimple) refuse('unknown', unit.text);
  return figure;
}

function product(left: MeasuredUnit, right: MeasuredUnit): MeasuredUnit {
  const powers = new Map(left.powers);
  for (const [name, power] of right.powers) powers.set(name, (powers.get(name) ?? 0) + power);
  for (const [name, power] of [...powers]) if (power === 0) powers.delete(name);
  return { powers, size: timesRatio(left.size, right.size) };
}

/** One figure, or the parts of one in units that become smaller: 5元3角, 3 yuan 20 fen, 5块3. */
function readParts(cursor: Cursor): WrittenFigure {
  if (!startsNumber(cursor.current())) refuse('unknown', cursor.current().text);
  const value = readNumber(cursor);
  const unit = readUnit(cursor);
  if (unit === undefined) return { value };
  if (TIMES.includes(unit.text) && startsNumber(cursor.current())) refuse('calculation', unit.text);
  if (!unit.isSimple || !goesOn(cursor)) return { value, unit };
  const parts: Part[] = [{ value, meanings: unit.meanings }];
  while (goesOn(cursor)) parts.push(readSmallerPart(cursor, parts.at(-1) as Part));
  const [first] = sharedMeaning(parts);
  if (first === undefined || !parts.slice(0, -1).every((part) => isWhole(part.value))) refuse('two-numbers', cursor.whole());
  let total = value;
  let size = first.size;
  for (const [index, part] of parts.entries()) {
    if (index === 0) continue;
    const meaning = part.meanings.find((one) => sameKind(one, first)) ?? first;
    const isSmaller = isBelow(meaning.size, size) && isBelow(timesRatio(part.value, meaning.size), size);
    if (!isSmaller) refuse('two-numbers', cursor.whole());
    total = plusRatio(total, timesRatio(part.value, timesRatio(meaning.size, inverse(first.size))));
    size = meaning.size;
  }
  return { value: total, unit: { meanings: [first], text: unit.text } };
}

interface Part {
  readonly value: Ratio;
  readonly meanings: readonly MeasuredUnit[];
}

/** Behind a unit another number follows, perhaps with `and` or 零 between them. */
function goesOn(cursor: Cursor): boolean {
  return startsNumber(cursor.current()) || (hasRole(cursor, 'and') && startsNumber(cursor.peek()));
}

function readSmallerPart(cursor: Cursor, before: Part): Part {
  const isJoined =
    hasRole(cursor, 'and') || (cursor.current().text === '零' && startsNumber(cursor.peek()) && cursor.peek().kind !== 'magnitude');
  if (isJoined) cursor.advance();
  const start = cursor.at();
  const first = cursor.current();
  const value = readNumber(cursor);
  const unit = readUnit(cursor);
  if (unit?.isSimple) return { value, meanings: unit.meanings };
  // 5块3 is 5块3角: one digit, close behind, counts tenths of the unit before.
  const isOneDigit =
    cursor.at() === start + 1 && (first.kind === 'digit' || (first.kind === 'number' && first.digits === 1 && value.over.isInteger()));
  const money = before.meanings.filter(({ powers, size }) => powers.get('yuan') === 1 && !isBelow(size, TENTH));
  if (unit !== undefined || isJoined || first.spaced || !isOneDigit || money.length === 0) refuse('two-numbers', cursor.whole());
  return { value, meanings: money.map(({ powers, size }) => ({ powers, size: { over: size.over, under: size.under.times(TEN) } })) };
}

const TEN = ONE.times(10);
const TENTH: Ratio = { over: ONE, under: TEN };

function hasRole(cursor: Cursor, role: Role): boolean {
  const token = cursor.current();
  return token.kind === 'word' && token.role === role;
}

/** What the first word means where every later one measures the same: 分 beside 元 is money. */
function sharedMeaning([first, ...others]: readonly Part[]): readonly MeasuredUnit[] {
  return (first?.meanings ?? []).filter((meaning) => others.every((part) => part.meanings.some((one) => sameKind(one, meaning))));
}

function sameKind(left: MeasuredUnit, right: MeasuredUnit): boolean {
  return [...left.powers.keys()].join() === [...right.powers.keys()].join();
}

function isWhole({ over, under }: Ratio): boolean {
  const value: Amount = over.dividedBy(under);
  return value.isInteger();
}
