import { suggest } from '../../diagnostics/index.js';
import type { Located, Source, Span } from '../../source/index.js';
import type { WordsBlock } from '../model/chapter.js';
import { type Reading, reportError } from '../read/reader.js';

/** Each directive with the least and the most arguments that it takes. */
const DIRECTIVES: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['exercise', [1, 1]],
  ['rubric', [1, 1]],
  ['hint', [1, 1]],
  ['frame', [1, 1]],
  ['pairs', [1, 1]],
  ['givens', [1, 1]],
  ['worked', [1, 1]],
  ['formula', [1, 1]],
  ['table', [2, 3]],
  ['chart', [3, 3]],
  ['note', [0, 0]],
  ['card', [0, 0]],
  ['certificate', [0, 0]],
  ['exit', [0, 0]],
  ['transfer', [0, 0]],
  ['recall', [0, 0]],
  ['plan', [0, 0]],
  ['discuss', [0, 0]],
  ['feedback', [1, 1]],
  ['five-questions', [0, 0]],
]);

/** Directives whose one argument is a formula, spaces included: the rest of the line. */
const WITH_FORMULA: ReadonlySet<string> = new Set(['worked', 'formula']);

interface OpenDirective {
  readonly name: Located<string>;
  readonly args: readonly Located<string>[];
  readonly span: Span;
  readonly textStart: number;
}

/**
 * Splits the body of a words file, from offset `start`, into prose and directives `::: kind arguments` … `:::`.
 * A directive that is not closed ends where the next one begins; a misspelt one counts as what was meant.
 */
export function readDirectives(source: Source, start: number, report: Reading['report']): readonly WordsBlock[] {
  const reading: Reading = { report, units: new Set() };
  const blocks: WordsBlock[] = [];
  let prose = start;
  let open: OpenDirective | undefined;
  const closeBlock = (textEnd: number, end: number) => {
    const text = source.text.slice(prose, textEnd);
    if (open !== undefined) blocks.push(directive(source, open, textEnd, end));
    else if (text.trim() !== '') blocks.push({ kind: 'prose', text, span: { source, start: prose, end: textEnd } });
    open = undefined;
    prose = end;
  };
  for (const line of linesFrom(source, start)) {
    checkFigures(line, reading, source);
    if (!line.text.startsWith(':::')) continue;
    const span = { source, start: line.start, end: line.start + line.text.trimEnd().length };
    const words = wordsOf(source, line.start + 3, span.end);
    if (words.length > 0) {
      if (open !== undefined) reportUnclosed(open, 'This directive is not closed before the next one begins.', reading);
      closeBlock(line.start, line.next);
      open = openDirective(words, span, line.next, reading);
    } else {
      if (open === undefined) reportStray(span, reading);
      closeBlock(line.start, line.next);
    }
  }
  if (open !== undefined) reportUnclosed(open, 'This directive is never closed.', reading);
  closeBlock(source.text.length, source.text.length);
  return blocks;
}

function reportUnclosed({ span }: OpenDirective, message: string, reading: Reading): void {
  reportError(reading, 'directive-shape', span, message, 'End it with a line `:::`.');
}

function reportStray(span: Span, reading: Reading): void {
  const hint = 'Delete it, or open a directive with `::: name`.';
  reportError(reading, 'directive-shape', span, 'This line closes a directive, but none is open.', hint);
}

function directive(source: Source, { name, args, span, textStart }: OpenDirective, textEnd: number, end: number): WordsBlock {
  return {
    kind: 'directive',
    directive: name.value,
    arguments: args,
    text: source.text.slice(textStart, textEnd),
    textSpan: { source, start: textStart, end: textEnd },
    span: { source, start: span.start, end },
  };
}

function openDirective(words: readonly Located<string>[], span: Span, textStart: number, reading: Reading): OpenDirective {
  const [written, ...parts] = words as readonly [Located<string>, ...Located<string>[]];
  const known = DIRECTIVES.has(written.value);
  const nearest = known ? written.value : suggest(written.value, DIRECTIVES.keys());
  if (!known) {
    const hint = nearest === undefined ? `Directives: ${[...DIRECTIVES.keys()].join(', ')}.` : `Did you mean \`${nearest}\`?`;
    reportError(reading, 'directive-known', written.span, `There is no directive \`${written.value}\`.`, hint);
  }
  const name = { value: nearest ?? written.value, span: written.span };
  const [first] = parts;
  const args = first !== undefined && WITH_FORMULA.has(name.value) ? [restOfLine(first, span.end)] : parts;
  if (known) checkArguments(name.value, args, span, reading);
  return { name, args, span, textStart };
}

function restOfLine({ span }: Located<string>, end: number): Located<string> {
  return { value: span.source.text.slice(span.start, end), span: { ...span, end } };
}

function checkArguments(name: string, args: readonly Located<string>[], span: Span, reading: Reading): void {
  const range = DIRECTIVES.get(name) ?? [0, 0];
  const [least, most] = range;
  if (args.length >= least && args.length <= most) return;
  const wanted = least === most ? `${least}` : `${least} to ${most}`;
  reportError(
    reading,
    'directive-shape',
    span,
    `\`${name}\` takes ${wanted} argument${most === 1 ? '' : 's'}, here it has ${args.length}.`,
    'See the list of directives in docs/writing-chapters.md.',
  );
}

function checkFigures(line: { readonly text: string; readonly start: number }, reading: Reading, source: Source): void {
  for (let open = line.text.indexOf('{{'); open >= 0; ) {
    const close = line.text.indexOf('}}', open + 2);
    const next = line.text.indexOf('{{', open + 2);
    if (close < 0 || (next >= 0 && next < close)) {
      const span = { source, start: line.start + open, end: line.start + open + 2 };
      reportError(reading, 'figure-is-closed', span, 'A figure is opened here and not closed in this line.', 'Close it with `}}`.');
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
