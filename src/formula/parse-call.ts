import { didYouMean } from '../diagnostics/index.js';
import { ONE, PURE_NUMBER } from '../number/index.js';
import { COLUMN_FUNCTIONS, type ColumnFunctionName, isColumnFunctionName } from './column-functions.js';
import { fail, failSilently } from './failure.js';
import { FUNCTIONS, isFunctionName } from './functions.js';
import { BINDING, RESERVED_WORDS } from './grammar.js';
import type { Token } from './lexer.js';
import type { Formula, NameNode } from './nodes.js';
import { numberNode } from './number-node.js';
import { close, failAt, failUnexpected, isSign, made, type Parser, readEnclosed, spanFrom } from './parser.js';
import { TIER_FUNCTIONS, type TierFunction, tierFormula } from './tiers.js';

/** Calls with a grammar of their own, or that stand for a longer formula. */
const READERS: ReadonlyMap<string, (parser: Parser) => Formula> = new Map([
  ['first', (parser: Parser) => readRows(parser, 'first')],
  ['count', (parser) => readRows(parser, 'count')],
  ['last', readLast],
  ['solve', readSolve],
  ['effective', readEffective],
  ...TIER_FUNCTIONS.map((name) => [name, (parser: Parser) => readTiers(parser, name)] as const),
]);

/** Names that a call may have. */
export const FUNCTION_NAMES: readonly string[] = [
  ...new Set([...Object.keys(FUNCTIONS), ...Object.keys(COLUMN_FUNCTIONS), ...READERS.keys()]),
];

/** A name with its arguments in brackets. */
export function readCall(parser: Parser): Formula {
  const read = READERS.get(parser.lexer.current.value) ?? readFunction;
  return read(parser);
}

/** `round(x, 2)`: a known function with the number of arguments that it takes; `sum(interest[1..12])`: one of a column. */
function readFunction(parser: Parser): Formula {
  const { lexer, source } = parser;
  const name = lexer.advance();
  const called = name.value;
  const ofColumn = isColumnFunctionName(called);
  if (ofColumn && isStretch(parser)) return readStretch(parser, name, called);
  if (!ofColumn && !isFunctionName(called)) {
    const hint = didYouMean(called, FUNCTION_NAMES, `The functions are ${FUNCTION_NAMES.join(', ')}. A product is written with \`*\`.`);
    return fail('known-function', { source, start: name.start, end: name.end }, `There is no function \`${called}\`.`, hint);
  }
  const parts = readArguments(parser, name);
  const span = spanFrom(parser, name.start);
  const [column] = parts;
  if (ofColumn && parts.length === 1 && column?.kind === 'name') {
    return made(parser, { kind: 'call', function: called, ofColumn, arguments: parts, span }, parts);
  }
  if (!isFunctionName(called)) return failNoColumn(called, column?.span ?? span);
  const { arity, usage } = FUNCTIONS[called];
  const [fewest, most] = arity;
  if (parts.length < fewest || parts.length > most) {
    if (ofColumn && parts.length === 1) return failNoColumn(called, column?.span ?? span);
    const wanted = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
    const message = `\`${called}\` takes ${wanted} ${most === 1 ? 'argument' : 'arguments'} and is given ${parts.length}.`;
    fail('formula-syntax', span, message, `Write ${usage.map((one) => `\`${one}\``).join(' or ')}.`);
  }
  return made(parser, { kind: 'call', function: called, arguments: parts, span }, parts);
}

/** `first(row where condition)`, `count(row where condition)`. */
function readRows(parser: Parser, kind: 'first' | 'count'): Formula {
  const { lexer } = parser;
  const name = lexer.advance();
  const opening = lexer.advance();
  readWordOf(parser, name, 'row');
  readWordOf(parser, name, 'where');
  const condition = readEnclosed(parser, false);
  close(parser, opening, ')');
  return made(parser, { kind, condition, span: spanFrom(parser, name.start) }, [condition]);
}

/** `solve(rate where worth = 0 yuan between 0% and 5%)`. */
function readSolve(parser: Parser): Formula {
  const { lexer, source } = parser;
  const name = lexer.advance();
  const opening = lexer.advance();
  const { kind, value, start, end } = lexer.current;
  if (kind !== 'word' || RESERVED_WORDS.has(value) || value.includes('-'))
    failAt(parser, kind === 'end' ? name : lexer.current, 'The name of the figure that is looked for is needed here.', SOLVE_USAGE);
  lexer.advance();
  const unknown: NameNode = { kind: 'name', name: value, span: { source, start, end } };
  readWordOf(parser, name, 'where', SOLVE_USAGE);
  const equation = readEnclosed(parser, false);
  if (equation.kind !== 'binary' || equation.operator !== '=')
    return fail('formula-syntax', equation.span, 'What `solve` looks for makes two figures equal.', SOLVE_USAGE);
  readWordOf(parser, name, 'between', SOLVE_USAGE);
  const from = readEnclosed(parser, false, BINDING.additive);
  readWordOf(parser, name, 'and', SOLVE_USAGE);
  const to = readEnclosed(parser, false, BINDING.additive);
  close(parser, opening, ')');
  return made(parser, { kind: 'solve', unknown, equation, from, to, span: spanFrom(parser, name.start) }, [equation, from, to]);
}

const SOLVE_USAGE = 'Write `solve(rate where worth = 0 yuan between 0% and 5%)`.';

/** `last(open)`, which is `open[last]`. */
function readLast(parser: Parser): Formula {
  const name = parser.lexer.advance();
  const [column, ...others] = readArguments(parser, name);
  const span = spanFrom(parser, name.start);
  if (column?.kind !== 'name' || others.length > 0) {
    return fail('formula-syntax', column?.span ?? span, '`last` takes one column, named without a row.', 'Write `last(column)`.');
  }
  const { example, name: named } = column;
  return made(parser, { kind: 'cell', ...(example === undefined ? {} : { example }), column: named, row: 'last', span }, []);
}

/** `effective(rate, n)`, which is `(1 + rate) ^ n - 1`: what a rate comes to in n rounds, with interest on interest. */
function readEffective(parser: Parser): Formula {
  const name = parser.lexer.advance();
  const parts = readArguments(parser, name);
  const span = spanFrom(parser, name.start);
  const [rate, times] = parts;
  if (rate === undefined || times === undefined || parts.length > 2) {
    return fail('formula-syntax', span, `\`effective\` takes 2 arguments and is given ${parts.length}.`, 'Write `effective(rate, n)`.');
  }
  const one = made(parser, numberNode(ONE, PURE_NUMBER, span), []);
  const join = (operator: '+' | '^' | '-', left: Formula, right: Formula) =>
    made(parser, { kind: 'binary', operator, left, right, span }, [left, right]);
  return join('-', join('^', join('+', one, rate), times), one);
}

/** `marginal(spent, 0.8%, 500 yuan, 0.5%)`, `whole(…)`: the formula of the tiers that it stands for. */
function readTiers(parser: Parser, kind: TierFunction): Formula {
  const name = parser.lexer.advance();
  const parts = readArguments(parser, name);
  const span = spanFrom(parser, name.start);
  const [figure, table, ...others] = parts;
  const make = (formula: Formula, inner: readonly Formula[]) => made(parser, formula, inner);
  if (figure === undefined || table?.kind !== 'name' || others.length > 0) return tierFormula({ name: kind }, parts, span, make);
  const tiers = tiersNamed(parser, table);
  return tierFormula({ name: kind, table: table.name }, [figure, ...tiers], span, make);
}

/** The rates and borders of a table that is given in the example. */
function tiersNamed({ tiers }: Parser, { example, name, span }: NameNode): readonly Formula[] {
  const found = example === undefined ? tiers.get(name) : undefined;
  if (found?.length === 0) return failSilently();
  const hint = didYouMean(name, [...tiers.keys()], `Give the table here: \`${name}: { tiers: [[0 yuan, 0.8%], [500 yuan, 0.5%]] }\`.`);
  return found ?? fail('known-name', span, `There is no table of tiers \`${name}\` among the givens.`, hint);
}

/** Whether the bracket that follows opens upon a column with rows from one to another. */
function isStretch({ lexer, source }: Parser): boolean {
  const inside = /^\(\s*[A-Za-z_][A-Za-z0-9_.-]*\s*\[/.exec(source.text.slice(lexer.current.start));
  if (inside === null) return false;
  let depth = 1;
  for (let at = lexer.current.start + inside[0].length; depth > 0 && at < source.text.length; at += 1) {
    const sign = source.text[at];
    if (depth === 1 && (sign === '…' || source.text.startsWith('..', at))) return true;
    if (sign === '[') depth += 1;
    if (sign === ']' || sign === '\n') depth -= 1;
  }
  return false;
}

/** `(interest[1..12])`, `(interest[13..last])`. */
function readStretch(parser: Parser, name: Token, called: ColumnFunctionName): Formula {
  const { lexer, source } = parser;
  const opening = lexer.advance();
  const { value, start, end } = lexer.advance();
  const column = made(parser, { kind: 'name', name: value, span: { source, start, end } }, []);
  if (!isSign(lexer.current, '[')) failNoColumn(called, column.span);
  const bracket = lexer.advance();
  const from = readEnclosed(parser, false);
  if (!isSign(lexer.current, '..')) failAt(parser, lexer.current, 'Rows from one to another are written `[1..12]`.');
  lexer.advance();
  const isToLast = lexer.current.kind === 'word' && lexer.current.value === 'last' && isSign(lexer.peek(), ']');
  if (isToLast) lexer.advance();
  const bounds = isToLast ? [from] : [from, readEnclosed(parser, false)];
  close(parser, bracket, ']');
  if (!isSign(lexer.current, ')')) failAt(parser, lexer.current, `\`${called}\` takes nothing besides the rows of one column.`);
  close(parser, opening, ')');
  const parts = [column, ...bounds];
  return made(parser, { kind: 'call', function: called, ofColumn: true, arguments: parts, span: spanFrom(parser, name.start) }, parts);
}

function failNoColumn(called: string, span: Formula['span']): never {
  const message = `\`${called}\` takes a column, named without a row or with rows from one to another.`;
  return fail('formula-syntax', span, message, 'Add a column for the formula to the rounds, then name that column here.');
}

function readWordOf(parser: Parser, name: Token, word: string, usage = `Write \`${name.value}(row where …)\`.`): void {
  const { current } = parser.lexer;
  const isThere = current.kind === 'word' && current.value === word;
  if (!isThere) failAt(parser, current.kind === 'end' ? name : current, `\`${word}\` is needed here.`, usage);
  parser.lexer.advance();
}

function readArguments(parser: Parser, name: Token): readonly Formula[] {
  const { lexer } = parser;
  const opening = lexer.advance();
  const parts: Formula[] = [];
  if (!isSign(lexer.current, ')')) {
    parts.push(readEnclosed(parser, true));
    while (isSign(lexer.current, ',')) {
      lexer.advance();
      parts.push(readEnclosed(parser, true));
    }
  }
  if (lexer.current.kind !== 'end' && !isSign(lexer.current, ')'))
    failUnexpected(parser, `The arguments of \`${name.value}\` end with \`)\`.`);
  close(parser, opening, ')');
  return parts;
}
