import type { Diagnosed } from '../diagnostics/index.js';
import type { Unit } from '../number/index.js';
import type { Source } from '../source/index.js';
import { fail, failureIn } from './failure.js';
import { createLexer, type Lexer } from './lexer.js';
import type { Formula } from './nodes.js';
import { failUnexpected, readFormula } from './parser.js';
import type { TierTables } from './tiers.js';
import { readWholeUnit } from './unit-text.js';

/**
 * Parses `source.text.slice(start, end)`; spans are offsets in `source`. `unitNames` are the words that a number may be followed by,
 * `tiers` the tables that `marginal` and `whole` may name.
 * A formula that fails is undefined, with one diagnostic.
 */
export function parseFormula(
  source: Source,
  start: number,
  end: number,
  unitNames: ReadonlySet<string>,
  tiers: TierTables = new Map(),
): Diagnosed<Formula | undefined> {
  return diagnosed(() => {
    const lexer = createLexer(source, start, end);
    if (atEnd(lexer)) fail('formula-syntax', { source, start, end }, 'A formula is missing here.');
    const parser = { source, lexer, unitNames, sizes: new WeakMap(), tiers, nesting: 0, betweenCommas: false };
    const formula = readFormula(parser);
    if (!atEnd(lexer)) failUnexpected(parser, '');
    return formula;
  });
}

/** Parses a unit such as `yuan/point`, `yuan^2` or `1/day`. A unit that fails is undefined, with one diagnostic. */
export function parseUnit(source: Source, start: number, end: number, unitNames: ReadonlySet<string>): Diagnosed<Unit | undefined> {
  return diagnosed(() => {
    const lexer = createLexer(source, start, end);
    if (atEnd(lexer)) fail('known-unit', { source, start, end }, 'A unit is missing here.');
    return readWholeUnit({ source, lexer, unitNames });
  });
}

function diagnosed<T>(read: () => T): Diagnosed<T | undefined> {
  let value: T | undefined;
  const failure = failureIn(() => {
    value = read();
  });
  return { value, diagnostics: failure?.diagnostic === undefined ? [] : [failure.diagnostic] };
}

function atEnd(lexer: Lexer): boolean {
  return lexer.current.kind === 'end';
}
