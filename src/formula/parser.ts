import { PURE_NUMBER } from '../number/index.js';
import type { Source, Span } from '../source/index.js';
import { readDate } from './dates.js';
import { fail } from './failure.js';
import { BINDING, DEEPEST_NESTING, isBinaryOperator, MOST_PARTS, operatorBinding, RESERVED_WORDS } from './grammar.js';
import { apartHint } from './hints.js';
import type { Lexer, Token } from './lexer.js';
import type { Formula } from './nodes.js';
import { numberNode } from './number-node.js';
import { readCall } from './parse-call.js';
import type { TierTables } from './tiers.js';
import { isReciprocal, readReciprocal, readUnit, readUnitBelow, type UnitText } from './unit-text.js';

/** The reading of one formula: its words, and how deep the reader and how large the trees are. */
export interface Parser extends UnitText {
  readonly lexer: Lexer;
  readonly source: Source;
  readonly sizes: WeakMap<Formula, TreeSize>;
  readonly tiers: TierTables;
  nesting: number;
  /** True directly between the parentheses of a call, where `1,200` could be one number or two. */
  betweenCommas: boolean;
}

/** Levels and nodes of a tree. */
interface TreeSize {
  readonly depth: number;
  readonly parts: number;
}

/** A formula whose operators bind at least as tightly as `binding`. Precedence climbing; failures are thrown as a `EvaluationFailure`. */
export function readFormula(parser: Parser, binding: number = BINDING.or): Formula {
  const { lexer } = parser;
  const { start } = lexer.current;
  let left = readPrefixed(parser, binding);
  for (;;) {
    const { current } = lexer;
    const operator = current.value;
    if (!isBinaryOperator(operator) || operatorBinding(operator) < binding) break;
    const own = operatorBinding(operator);
    lexer.advance();
    const right = own === BINDING.power ? readNested(parser, BINDING.negation) : readFormula(parser, own + 1);
    left = made(parser, { kind: 'binary', operator, left, right, span: spanFrom(parser, start) }, [left, right]);
    if (own === BINDING.comparison) refuseChain(parser);
  }
  return left;
}

function readPrefixed(parser: Parser, binding: number): Formula {
  const { lexer } = parser;
  const { current } = lexer;
  if (isSign(current, '-') && binding <= BINDING.negation) {
    lexer.advance();
    const operand = readNested(parser, BINDING.negation);
    return made(parser, { kind: 'negate', operand, span: spanFrom(parser, current.start) }, [operand]);
  }
  if (current.kind === 'word' && current.value === 'not') {
    if (binding > BINDING.not) failAt(parser, current, '`not` needs parentheses here.', 'Write `(not …)`.');
    lexer.advance();
    const operand = readNested(parser, BINDING.not);
    return made(parser, { kind: 'not', operand, span: spanFrom(parser, current.start) }, [operand]);
  }
  return readOperand(parser);
}

function readOperand(parser: Parser): Formula {
  const { current } = parser.lexer;
  if (current.kind === 'number') return readNumber(parser);
  if (current.kind === 'date') return made(parser, readDate(parser), []);
  if (current.kind === 'word') return readWord(parser);
  if (isSign(current, '(')) return readParentheses(parser);
  if (current.kind === 'end') {
    const place = { source: parser.source, start: parser.lexer.previousEnd, end: parser.lexer.previousEnd };
    return fail('formula-syntax', place, 'The formula ends where a number or a name is needed.');
  }
  const hint = PREFIX_HINTS[current.value];
  return failAt(parser, current, `A number or a name is needed before \`${written(parser, current)}\`.`, hint);
}

const PREFIX_HINTS: Readonly<Record<string, string>> = {
  '+': 'A plus sign stands between two numbers only.',
  '.': 'Digits stand on both sides of a decimal point: `0.5`.',
};

function readNumber(parser: Parser): Formula {
  const { lexer, source } = parser;
  const { value, amount, start, end } = lexer.current;
  if (parser.betweenCommas && value.includes(',')) {
    const hint = `Write \`${value.replaceAll(',', '')}\` for one number, \`${value.replaceAll(',', ', ')}\` for several.`;
    failAt(parser, lexer.current, `Between commas \`${value}\` could be one number or several.`, hint);
  }
  lexer.advance();
  const { current } = lexer;
  let unit = PURE_NUMBER;
  if (current.kind === 'word' && !JOINING.has(current.value) && !isSign(lexer.peek(), '(')) unit = readUnit(parser);
  else if (isReciprocal(lexer)) unit = readReciprocal(parser);
  else if (isSign(current, '/') && current.start === end) {
    const next = lexer.peek();
    const belowIsUnit = next.kind === 'word' && next.start === current.end && parser.unitNames.has(next.value);
    if (belowIsUnit) unit = readUnitBelow(parser);
  }
  const span: Span = { source, start, end: lexer.previousEnd };
  return made(parser, numberNode(amount as NonNullable<typeof amount>, unit, span, value), []);
}

/** Words that may follow a number without being its unit. */
const JOINING: ReadonlySet<string> = new Set(['and', 'or', 'not', 'where', 'between']);

function readWord(parser: Parser): Formula {
  const { lexer } = parser;
  const { current } = lexer;
  const { value, start } = current;
  const next = lexer.peek();
  if (value === 'before') return readBefore(parser);
  if (isSign(next, '(')) return readCall(parser);
  if (value === 'last') failAt(parser, current, LAST_ALONE);
  if (RESERVED_WORDS.has(value) && value !== 'row') failAt(parser, current, `\`${value}\` stands where a number or a name is needed.`);
  lexer.advance();
  if (!isSign(next, '.')) {
    if (value !== 'row' && isSign(lexer.current, '[')) return readCell(parser, undefined, value, start);
    return made(parser, { kind: 'name', name: value, span: spanFrom(parser, start) }, []);
  }
  if (value === 'row') failAt(parser, current, '`row` is the number of the row and has no parts.');
  const name = readNameAfterDot(parser, 'a quantity');
  if (isSign(lexer.current, '[')) return readCell(parser, value, name, start);
  return made(parser, { kind: 'name', example: value, name, span: spanFrom(parser, start) }, []);
}

const STRETCH_ALONE = 'Rows from one to another stand in a function of a column only.';
const LAST_ALONE = '`last` stands alone in brackets, as in `price[last]`.';

function readBefore(parser: Parser): Formula {
  const { lexer } = parser;
  const before = lexer.advance();
  if (!isSign(lexer.current, '.')) failAt(parser, before, '`before` is followed by a dot and a column, as in `before.price`.');
  const column = readNameAfterDot(parser, 'a column');
  if (isSign(lexer.current, '['))
    failAt(parser, lexer.current, '`before` already names a row.', `Write \`${column}[…]\` for a row by its number.`);
  return made(parser, { kind: 'before', column, span: spanFrom(parser, before.start) }, []);
}

function readNameAfterDot(parser: Parser, what: string): string {
  const { lexer } = parser;
  const dot = lexer.advance();
  const { current } = lexer;
  const isName = current.kind === 'word' && !RESERVED_WORDS.has(current.value) && !current.value.includes('-');
  if (!isName) failAt(parser, current.kind === 'end' ? dot : current, `The name of ${what} is needed after the dot.`);
  lexer.advance();
  if (isSign(lexer.current, '.')) failAt(parser, lexer.current, 'A name has at most two parts: `example.quantity`.');
  return current.value;
}

function readCell(parser: Parser, example: string | undefined, column: string, start: number): Formula {
  const { lexer } = parser;
  const opening = lexer.advance();
  const row = lexer.current.kind === 'word' && lexer.current.value === 'last' ? 'last' : readEnclosed(parser, false);
  if (row === 'last') {
    const last = lexer.advance();
    if (!isSign(lexer.current, ']')) failAt(parser, last, LAST_ALONE, 'For the row before the last write its number.');
  }
  if (isSign(lexer.current, '..')) failAt(parser, lexer.current, STRETCH_ALONE, 'Write `sum(price[1..12])` for the sum of twelve rows.');
  close(parser, opening, ']');
  const named = example === undefined ? { column } : { example, column };
  return made(parser, { kind: 'cell', ...named, row, span: spanFrom(parser, start) }, row === 'last' ? [] : [row]);
}

function readParentheses(parser: Parser): Formula {
  const opening = parser.lexer.advance();
  const inner = readEnclosed(parser, false);
  close(parser, opening, ')');
  return inner;
}

/** A formula inside parentheses or brackets; `betweenCommas` says whether commas separate arguments there. */
export function readEnclosed(parser: Parser, betweenCommas: boolean, binding: number = BINDING.or): Formula {
  const outside = parser.betweenCommas;
  parser.betweenCommas = betweenCommas;
  const inner = readNested(parser, binding);
  parser.betweenCommas = outside;
  return inner;
}

/** Consumes the closing sign of `opening`, or fails at what stands in its place. */
export function close(parser: Parser, opening: Token, sign: ')' | ']'): void {
  const { current } = parser.lexer;
  if (!isSign(current, sign)) failUnexpected(parser, `\`${opening.value}\` is not closed by \`${sign}\`.`, opening);
  parser.lexer.advance();
}

/** Fails at the token that no rule expects; at the end of the text it fails at `opening`. */
export function failUnexpected(parser: Parser, message: string, opening?: Token): never {
  const { current } = parser.lexer;
  if (current.kind === 'end') return failAt(parser, opening ?? current, message);
  const text = written(parser, current);
  if (current.kind === 'word' || current.kind === 'number' || text === '(') {
    const hint =
      current.kind === 'word' && parser.unitNames.has(current.value)
        ? `A unit stands after a number only: \`* 1 ${current.value}\`.`
        : apartHint(parser.source.text.slice(Math.max(0, current.start - 60), current.start), text);
    return failAt(parser, current, `An operator is needed before \`${text}\`.`, hint);
  }
  const hint =
    text === ',' ? 'Digits are grouped in threes: `1,000,000`. Commas otherwise separate the arguments of a function.' : undefined;
  return failAt(parser, current, opening ? message : `\`${text}\` has no place here.`, hint);
}

export function failAt(parser: Parser, token: Token, message: string, hint?: string): never {
  return fail('formula-syntax', { source: parser.source, start: token.start, end: token.end }, message, hint);
}

export function isSign(token: Token, sign: string): boolean {
  return token.kind === 'symbol' && token.value === sign;
}

export function spanFrom(parser: Parser, start: number): Span {
  return { source: parser.source, start, end: parser.lexer.previousEnd };
}

/** Remembers how large a new tree is and refuses one that is too deep or has too many parts. */
export function made(parser: Parser, formula: Formula, parts: readonly Formula[]): Formula {
  const sizes = parts.flatMap((part) => parser.sizes.get(part) ?? []);
  const size = { depth: 1 + Math.max(0, ...sizes.map(({ depth }) => depth)), parts: sizes.reduce((sum, one) => sum + one.parts, 1) };
  if (size.depth > DEEPEST_NESTING) failDepth(parser, formula.span.start, formula.span.end);
  if (size.parts > MOST_PARTS) {
    const hint = 'Give the inner tiers a name of their own under `steps:`.';
    fail('formula-length', formula.span, `Written out, this formula has more than ${MOST_PARTS} parts.`, hint);
  }
  parser.sizes.set(formula, size);
  return formula;
}

/** Reads a part that is one level further in; beyond the limit the call stack itself would be at risk. */
function readNested(parser: Parser, binding: number): Formula {
  parser.nesting += 1;
  if (parser.nesting > DEEPEST_NESTING) failDepth(parser, parser.lexer.current.start, parser.lexer.current.end);
  const inner = readFormula(parser, binding);
  parser.nesting -= 1;
  return inner;
}

function failDepth({ source }: Parser, start: number, end: number): never {
  const hint = 'Give parts of it names of their own under `steps:`. Each operator of a chain is one level.';
  fail('formula-depth', { source, start, end }, `A formula is nested at most ${DEEPEST_NESTING} levels deep.`, hint);
}

function refuseChain(parser: Parser): void {
  const { current } = parser.lexer;
  if (!isBinaryOperator(current.value) || operatorBinding(current.value) !== BINDING.comparison) return;
  failAt(parser, current, 'Comparisons cannot be chained.', 'Join two of them: `a < b and b < c`.');
}

function written(parser: Parser, token: Token): string {
  return parser.source.text.slice(token.start, token.end);
}
