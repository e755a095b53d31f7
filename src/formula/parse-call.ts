import { didYouMean } from '../diagnostics/index.js';
import { fail } from './failure.js';
import { FUNCTION_NAMES, FUNCTIONS, isFunctionName, takesColumn } from './functions.js';
import type { Token } from './lexer.js';
import type { Formula } from './nodes.js';
import { close, failAt, failUnexpected, isSign, made, type Parser, readEnclosed, spanFrom } from './parser.js';

/** `round(x, 2)`: a known function with the number of arguments that it takes. */
export function readCall(parser: Parser): Formula {
  const { lexer, source } = parser;
  const name = lexer.advance();
  const called = name.value;
  if (!isFunctionName(called)) {
    const hint = didYouMean(called, FUNCTION_NAMES, `The functions are ${FUNCTION_NAMES.join(', ')}. A product is written with \`*\`.`);
    return fail('known-function', { source, start: name.start, end: name.end }, `There is no function \`${called}\`.`, hint);
  }
  const parts = readArguments(parser, name);
  const { arity, usage } = FUNCTIONS[called];
  const span = spanFrom(parser, name.start);
  const [fewest, most] = arity;
  if (parts.length < fewest || parts.length > most) {
    const wanted = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
    const message = `\`${called}\` takes ${wanted} ${most === 1 ? 'argument' : 'arguments'} and is given ${parts.length}.`;
    fail('formula-syntax', span, message, `Write ${usage.map((one) => `\`${one}\``).join(' or ')}.`);
  }
  if (takesColumn(called) && parts[0]?.kind !== 'name') {
    const message = `\`${called}\` takes a column, named without a row.`;
    fail('formula-syntax', parts[0]?.span ?? span, message, 'Add a column for the formula to the rounds, then name that column here.');
  }
  return made(parser, { kind: 'call', function: called, arguments: parts, span }, parts);
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
  if (!isThere) failAt(parser, current.kind === 'end' ? name : current, `\`${word}\` is needed here.`, 'Write `first(row where …)`.');
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
