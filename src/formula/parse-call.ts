import { suggest } from '../diagnostics/index.js';
import { fault } from './fault.js';
import { FUNCTION_NAMES, functionArity } from './grammar.js';
import type { Token } from './lexer.js';
import type { Formula, FunctionName } from './nodes.js';
import { close, fail, failUnexpected, isSign, made, type Parser, readEnclosed, spanFrom } from './parser.js';

/** `round(x, 2)`: a known function with the number of arguments that it takes. */
export function readCall(parser: Parser): Formula {
  const { lexer, source } = parser;
  const name = lexer.advance();
  const arity = functionArity(name.value);
  if (arity === undefined) {
    const near = suggest(name.value, FUNCTION_NAMES);
    const hint = near ? `Did you mean \`${near}\`?` : `The functions are ${FUNCTION_NAMES.join(', ')}. A product is written with \`*\`.`;
    return fault('known-function', { source, start: name.start, end: name.end }, `There is no function \`${name.value}\`.`, hint);
  }
  const parts = readArguments(parser, name);
  const [fewest, most] = arity;
  if (parts.length < fewest || parts.length > most) failCount(parser, name, parts.length, arity);
  if (name.value === 'sum' && parts[0]?.kind !== 'name') {
    const place = parts[0]?.span ?? { source, start: name.start, end: name.end };
    fault(
      'formula-syntax',
      place,
      '`sum` adds one column, named without a row.',
      'Add a column for the formula to the rounds, then sum that column.',
    );
  }
  const span = spanFrom(parser, name.start);
  return made(parser, { kind: 'call', function: name.value as FunctionName, arguments: parts, span }, parts);
}

/** `first(row where condition)`. */
export function readFirst(parser: Parser): Formula {
  const { lexer } = parser;
  const name = lexer.advance();
  const opening = lexer.advance();
  readWordOf(parser, name, 'row');
  readWordOf(parser, name, 'where');
  const condition = readEnclosed(parser, false);
  close(parser, opening, ')');
  return made(parser, { kind: 'first', condition, span: spanFrom(parser, name.start) }, [condition]);
}

function readWordOf(parser: Parser, name: Token, word: string): void {
  const { current } = parser.lexer;
  const isThere = current.kind === 'word' && current.value === word;
  if (!isThere) fail(parser, current.kind === 'end' ? name : current, `\`${word}\` is needed here.`, 'Write `first(row where …)`.');
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

function failCount(parser: Parser, name: Token, count: number, [fewest, most]: readonly [number, number]): never {
  const wanted = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
  const noun = most === 1 ? 'argument' : 'arguments';
  const place = spanFrom(parser, name.start);
  return fault('formula-syntax', place, `\`${name.value}\` takes ${wanted} ${noun} and is given ${count}.`, SHAPES[name.value]);
}

const SHAPES: Readonly<Record<string, string>> = {
  if: 'Write `if(condition, figure when it holds, figure when not)`.',
  round: 'Write `round(x)` or `round(x, places)`.',
};
