import { didYouMean, suggest } from '../../diagnostics/index.js';
import { parseFormula } from '../../formula/index.js';
import type { Located, Source, Span } from '../../source/index.js';
import type { DirectiveName, FormulaDirective, WordsBlock } from '../model/words.js';
import { type ReadContext, reportError } from '../read/reader.js';
import { type ProseContext, readProse } from './markdown.js';
import { readPairLines } from './pair-lines.js';

/** The least and the most arguments that each directive takes. */
const ARGUMENTS = {
  exercise: [1, 1],
  rubric: [1, 1],
  hint: [1, 1],
  frame: [1, 1],
  pairs: [1, 1],
  givens: [1, 1],
  worked: [1, 1],
  formula: [1, 1],
  table: [2, 3],
  chart: [3, 5],
  note: [0, 0],
  card: [0, 0],
  certificate: [0, 0],
  exit: [0, 0],
  transfer: [0, 0],
  recall: [0, 0],
  plan: [0, 0],
  discuss: [0, 0],
  feedback: [1, 1],
  verdicts: [0, 0],
  answer: [1, 1],
  'five-questions': [0, 0],
  'five-answers': [0, 0],
} as const satisfies Record<DirectiveName, readonly [least: number, most: number]>;

/** Several times those of the longest chapter; each is compared with each. */
const MOST_DIRECTIVES = 500;

const NAMES = Object.keys(ARGUMENTS) as readonly DirectiveName[];

interface OpenDirective {
  /** Absent where nobody can tell which directive is meant, which was reported: the block is left out. */
  readonly name: DirectiveName | undefined;
  readonly args: readonly Located<string>[];
  readonly span: Span;
}

/**
 * Splits the body of a words file, from offset `start`, into prose and directives `::: kind arguments` … `:::`.
 * A directive that is not closed ends where the next one begins; a misspelt one counts as what was meant.
 */
export function readBody(source: Source, start: number, context: ProseContext): readonly WordsBlock[] {
  const blocks: WordsBlock[] = [];
  let prose = start;
  let open: OpenDirective | undefined;
  const closeBlock = (textEnd: number, end: number) => {
    const text = source.text.slice(prose, textEnd);
    const span = { source, start: prose, end: textEnd };
    if (open !== undefined) blocks.push(...readDirective(open, span, end, context));
    else if (text.trim() !== '') blocks.push({ kind: 'prose', text, prose: readProse(span, context), span });
    open = undefined;
    prose = end;
  };
  let directives = 0;
  for (const line of linesFrom(source, start)) {
    checkFigures(line, context, source);
    if (!line.text.startsWith(':::')) continue;
    const span = { source, start: line.start, end: line.start + line.text.trimEnd().length };
    const words = wordsOf(source, line.start + 3, span.end);
    if (words.length > 0) {
      directives += 1;
      if (directives > MOST_DIRECTIVES) {
        const message = `A words file has at most ${MOST_DIRECTIVES} directives; from here on none is read.`;
        reportError(context, 'directive-shape', span, message, 'Divide the chapter into several.');
        return blocks;
      }
      if (open !== undefined) reportUnclosed(open, 'This directive is not closed before the next one begins.', context);
      closeBlock(line.start, line.next);
      open = openDirective(words, span, context);
    } else {
      if (open === undefined) reportStray(span, context);
      closeBlock(line.start, line.next);
    }
  }
  if (open !== undefined) reportUnclosed(open, 'This directive is never closed.', context);
  closeBlock(source.text.length, source.text.length);
  return blocks;
}

function reportUnclosed({ span }: OpenDirective, message: string, context: ReadContext): void {
  reportError(context, 'directive-shape', span, message, 'End it with a line `:::`.');
}

function reportStray(span: Span, context: ReadContext): void {
  const hint = 'Delete it, or open a directive with `::: name`.';
  reportError(context, 'directive-shape', span, 'This line closes a directive, but none is open.', hint);
}

function readDirective({ name, args, span }: OpenDirective, textSpan: Span, end: number, context: ProseContext): readonly WordsBlock[] {
  if (name === undefined) return [];
  const text = textSpan.source.text.slice(textSpan.start, textSpan.end);
  const parts = { kind: 'directive', arguments: args, text, textSpan, span: { ...span, end } } as const;
  if (name === 'pairs') return [{ ...parts, directive: name, lines: readPairLines(textSpan, context) }];
  const prose = readProse(textSpan, context);
  if (!takesFormula(name)) return [{ ...parts, directive: name, prose }];
  const formula = readFormulaArgument(args[0], context);
  return [{ ...parts, directive: name, prose, ...(formula === undefined ? {} : { formula }) }];
}

function readFormulaArgument(argument: Located<string> | undefined, { units, report }: ProseContext) {
  if (argument === undefined) return undefined;
  const { source, start, end } = argument.span;
  const { value, diagnostics } = parseFormula(source, start, end, units);
  diagnostics.forEach(report);
  return value;
}

function openDirective(words: readonly Located<string>[], span: Span, context: ReadContext): OpenDirective {
  const [written, ...parts] = words as readonly [Located<string>, ...Located<string>[]];
  const known = NAMES.find((name) => name === written.value);
  const name = known ?? (suggest(written.value, NAMES) as DirectiveName | undefined);
  const [first] = parts;
  const args = name !== undefined && takesFormula(name) && first !== undefined ? [restOfLine(first, span.end)] : parts;
  if (known !== undefined) checkArguments(known, args, span, context);
  else {
    const hint = didYouMean(written.value, NAMES, `Directives: ${NAMES.join(', ')}.`);
    reportError(context, 'directive-known', written.span, `There is no directive \`${written.value}\`.`, hint);
  }
  return { name, args, span };
}

/** Its one argument is a formula, spaces included: the rest of the line. */
function takesFormula(name: DirectiveName): name is FormulaDirective {
  return name === 'worked' || name === 'formula';
}

function restOfLine({ span }: Located<string>, end: number): Located<string> {
  return { value: span.source.text.slice(span.start, end), span: { ...span, end } };
}

function checkArguments(name: DirectiveName, args: readonly Located<string>[], span: Span, context: ReadContext): void {
  const [least, most] = ARGUMENTS[name];
  if (args.length >= least && args.length <= most) return;
  const wanted = least === most ? `${least}` : `${least} to ${most}`;
  reportError(
    context,
    'directive-shape',
    span,
    `\`${name}\` takes ${wanted} argument${most === 1 ? '' : 's'}, here it has ${args.length}.`,
    'See the list of directives in docs/writing-chapters.md.',
  );
}

function checkFigures(line: { readonly text: string; readonly start: number }, context: ReadContext, source: Source): void {
  let close = 0;
  for (let open = line.text.indexOf('{{'); open >= 0; ) {
    // Looked for again only where the last one is passed: a line of opened figures alone would take for ever.
    if (close >= 0 && close < open + 2) close = line.text.indexOf('}}', open + 2);
    const next = line.text.indexOf('{{', open + 2);
    if (close < 0 || (next >= 0 && next < close)) {
      const span = { source, start: line.start + open, end: line.start + open + 2 };
      reportError(context, 'figure-is-closed', span, 'A figure is opened here and not closed in this line.', 'Close it with `}}`.');
      open = next;
    } else open = line.text.indexOf('{{', close + 2);
  }
}

function wordsOf(source: Source, start: number, end: number): readonly Located<string>[] {
  return [...source.text.slice(start, end).matchAll(/\S+/g)].map((match) => ({
    value: match[0],
    span: { source, start: start + match.index, end: start + match.index + match[0].length },
  }));
}

function* linesFrom(source: Source, start: number): Generator<{ readonly text: string; readonly start: number; readonly next: number }> {
  let at = start;
  while (at < source.text.length) {
    const newline = source.text.indexOf('\n', at);
    const next = newline < 0 ? source.text.length : newline + 1;
    yield { text: source.text.slice(at, newline < 0 ? next : newline).replace(/\r$/, ''), start: at, next };
    at = next;
  }
}
