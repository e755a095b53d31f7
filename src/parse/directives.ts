import { suggest } from '../diagnostics/index.js';
import type { Located, Source, Span } from '../source/index.js';
import type { WordsBlock } from './chapter.js';
import { type Reading, reportError } from './reader.js';

/** Each directive with the least and the most arguments that it takes. */
const DIRECTIVES: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['exercise', [1, 1]],
  ['rubric', [1, 1]],
  ['hint', [1, 1]],
  ['frame', [1, 1]],
  ['givens', [1, 1]],
  ['worked', [1, 1]],
  ['formula', [1, 1]],
  ['table', [2, 3]],
  ['chart', [3, 3]],
  ['note', [0, 0]],
  ['card', [0, 0]],
  ['exit', [0, 0]],
  ['transfer', [0, 0]],
  ['recall', [0, 0]],
  ['plan', [0, 0]],
  ['discuss', [0, 0]],
  ['feedback', [1, 1]],
  ['five-questions', [0, 0]],
]);

/** Splits the body of a words file, from offset `start`, into prose and directives `::: kind arguments` … `:::`. */
export function readDirectives(source: Source, start: number, report: Reading['report']): readonly WordsBlock[] {
  const reading: Reading = { report, units: new Set() };
  const blocks: WordsBlock[] = [];
  let prose = start;
  let open: { readonly span: Span; readonly words: readonly Located<string>[]; readonly textStart: number } | undefined;
  const closeProse = (end: number) => {
    if (source.text.slice(prose, end).trim() !== '')
      blocks.push({ kind: 'prose', text: source.text.slice(prose, end), span: { source, start: prose, end } });
  };
  for (const line of linesFrom(source, start)) {
    checkFigures(line, reading, source);
    if (!line.text.startsWith(':::')) continue;
    const words = wordsOf(source, line.start + 3, line.start + line.text.length);
    const span = { source, start: line.start, end: line.start + line.text.trimEnd().length };
    if (open !== undefined && words.length > 0) {
      reportError(
        reading,
        'directive-shape',
        open.span,
        'This directive is not closed before the next one begins.',
        'End it with a line `:::`.',
      );
      open = undefined;
    } else if (open !== undefined) {
      blocks.push(directive(source, open, line.start, line.next));
      open = undefined;
      prose = line.next;
      continue;
    }
    if (words.length === 0) {
      reportError(
        reading,
        'directive-shape',
        span,
        'This line closes a directive, but none is open.',
        'Delete it, or open a directive with `::: name`.',
      );
      continue;
    }
    closeProse(line.start);
    prose = line.next;
    open = { span, words, textStart: line.next };
    checkDirective(words, span, reading);
  }
  if (open !== undefined)
    reportError(reading, 'directive-shape', open.span, 'This directive is never closed.', 'End it with a line `:::`.');
  else closeProse(source.text.length);
  return blocks;
}

function directive(
  source: Source,
  open: { span: Span; words: readonly Located<string>[]; textStart: number },
  textEnd: number,
  end: number,
): WordsBlock {
  const [name, ...args] = open.words;
  return {
    kind: 'directive',
    directive: name?.value ?? '',
    arguments: args,
    text: source.text.slice(open.textStart, textEnd),
    textSpan: { source, start: open.textStart, end: textEnd },
    span: { source, start: open.span.start, end },
  };
}

function checkDirective(words: readonly Located<string>[], span: Span, reading: Reading): void {
  const [name, ...args] = words as [Located<string>, ...Located<string>[]];
  const range = DIRECTIVES.get(name.value);
  if (range === undefined) {
    const nearest = suggest(name.value, [...DIRECTIVES.keys()]);
    const hint = nearest === undefined ? `Directives: ${[...DIRECTIVES.keys()].join(', ')}.` : `Did you mean \`${nearest}\`?`;
    reportError(reading, 'directive-known', name.span, `There is no directive \`${name.value}\`.`, hint);
    return;
  }
  const [least, most] = range;
  if (args.length >= least && args.length <= most) return;
  const wanted = least === most ? `${least}` : `${least} to ${most}`;
  reportError(
    reading,
    'directive-shape',
    span,
    `\`${name.value}\` takes ${wanted} argument${most === 1 ? '' : 's'}, here it has ${args.length}.`,
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

/** Words of a line; a word may hold spaces inside brackets, as in `worked ladder.price[row - 1]`. */
function wordsOf(source: Source, start: number, end: number): readonly Located<string>[] {
  const text = source.text.slice(start, end);
  return [...text.matchAll(/(?:\[[^\]]*\]|\S)+/g)].map((match) => ({
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
