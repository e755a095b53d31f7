import { baseUnit, divideUnits, multiplyUnits, PURE_NUMBER, raiseUnit, type Unit } from '../number/index.js';
import type { Source } from '../source/index.js';
import { fail } from './failure.js';
import { unitHint } from './hints.js';
import type { Lexer } from './lexer.js';

/** Powers beyond this are no quantity that a lesson counts. */
const LARGEST_POWER = 9;

/** What a unit is read from: the words of the formula, and the names that are units. */
export interface UnitText {
  readonly source: Source;
  readonly lexer: Lexer;
  readonly unitNames: ReadonlySet<string>;
}

/** A unit that fills the text: `yuan/point`, `yuan^2`, `1/day`. Failures are thrown as a `EvaluationFailure`. */
export function readWholeUnit(text: UnitText): Unit {
  const { lexer, source } = text;
  const unit = isReciprocal(lexer) ? readReciprocal(text) : readUnit(text);
  const { start, end } = lexer.current;
  if (lexer.current.kind !== 'end')
    fail('known-unit', { source, start, end }, 'A unit ends before this.', 'A unit is written like `yuan/point` or `yuan^2`.');
  return unit;
}

/**
 * The unit after a number, from its first word on. `/`, `*` and `^` belong to it only when no space is around them,
 * so that `5 yuan/point` is a price and `5 yuan / price` a division.
 */
export function readUnit(text: UnitText): Unit {
  return readFactors(text, readFactor(text));
}

/** `/day` directly after a number: a unit below the line only. */
export function readUnitBelow(text: UnitText): Unit {
  return readFactors(text, PURE_NUMBER);
}

/** True at `1/day`, the spelling of a unit that has nothing above the line. */
export function isReciprocal(lexer: Lexer): boolean {
  const { current } = lexer;
  if (current.kind !== 'number' || current.value !== '1') return false;
  const slash = lexer.peek();
  return slash.value === '/' && slash.kind === 'symbol' && slash.start === current.end;
}

export function readReciprocal(text: UnitText): Unit {
  text.lexer.advance();
  return readFactors(text, PURE_NUMBER);
}

function readFactors(text: UnitText, first: Unit): Unit {
  const { lexer } = text;
  let unit = first;
  while (isTight(lexer, '/') || isTight(lexer, '*')) {
    const divides = lexer.advance().value === '/';
    const factor = readFactor(text);
    unit = divides ? divideUnits(unit, factor) : multiplyUnits(unit, factor);
  }
  return unit;
}

function readFactor(text: UnitText): Unit {
  const { lexer, source, unitNames } = text;
  const { kind, value, start, end } = lexer.current;
  if (kind !== 'word')
    fail('known-unit', { source, start, end }, 'The name of a unit is missing.', 'For a division put spaces around the `/`.');
  if (!unitNames.has(value)) failUnknownUnit(text);
  lexer.advance();
  return isTight(lexer, '^') ? raiseUnit(baseUnit(value), readPower(text)) : baseUnit(value);
}

function readPower({ lexer, source }: UnitText): number {
  lexer.advance();
  const { kind, value, start, end } = lexer.advance();
  const power = kind === 'number' && /^[1-9]$/.test(value) ? Number(value) : undefined;
  return power ?? fail('known-unit', { source, start, end }, `The power of a unit is a whole number from 1 to ${LARGEST_POWER}.`);
}

/** A sign with no space before it and none after. */
function isTight(lexer: Lexer, sign: string): boolean {
  const { current } = lexer;
  if (current.kind !== 'symbol' || current.value !== sign || current.start !== lexer.previousEnd) return false;
  const next = lexer.peek();
  return next.kind !== 'end' && next.start === current.end && next.value !== '(';
}

/** Reports the word at the reading position as no unit. */
export function failUnknownUnit({ lexer, source, unitNames }: UnitText): never {
  const { value, start, end } = lexer.current;
  fail('known-unit', { source, start, end }, `\`${value}\` is not a unit.`, unitHint(value, unitNames));
}
