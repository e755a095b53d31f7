import type { Source, Span } from '../../../source/index.js';
import type { WordsBlock } from '../../model/words.js';

/** A sentence of the words as it is written, figures in their braces; line breaks inside it are spaces. */
export interface Sentence {
  readonly text: string;
  readonly source: Source;
  readonly start: number;
  /** What stands before it up to the last full stop, where a colon or semicolon parts them; empty otherwise. */
  readonly lead: string;
}

/** A figure in its braces. It holds no `{{` itself: else a line with many of them and no `}}` would be searched to its end for each. */
export const FIGURE = /\{\{(?:(?!\{\{).)*?\}\}/g;

/** The sentences of prose and of every directive that holds text. Headings, quotations, rows of tables and pairs are none. */
export function sentencesOf(block: WordsBlock): readonly Sentence[] {
  if (block.kind === 'directive' && block.directive === 'pairs') return [];
  const { text } = block;
  const span = block.kind === 'prose' ? block.span : block.textSpan;
  return paragraphs(text).flatMap(({ from, to }) => splitSentences(text.slice(from, to), { ...span, start: span.start + from }));
}

/** The place of part of a sentence. */
export function placeIn({ source, start }: Sentence, from: number, to: number): Span {
  return { source, start: start + from, end: start + to };
}

/** Stretches of lines that run on: an empty line, a list item, a heading or a table row begins something new. */
function paragraphs(text: string): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]*\n?/g)) {
    const item = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(line)?.[0].length ?? 0;
    const nothing = line.trim() === '' || /^\s*(?:#|\||>|```)/.test(line);
    if (nothing || item > 0) open = undefined;
    if (nothing) continue;
    if (open === undefined) {
      open = { from: index + item, to: index + line.length };
      found.push(open);
    } else open.to = index + line.length;
  }
  return found;
}

function splitSentences(text: string, span: Span): readonly Sentence[] {
  const flat = text.replace(/\s/g, ' ');
  // A stop inside braces belongs to a formula, one between digits to a figure.
  const closed = flat.replace(FIGURE, (figure) => '#'.repeat(figure.length));
  const sentences: Sentence[] = [];
  let from = 0;
  let lead = '';
  for (const { 0: stop, index } of closed.matchAll(/[.!?:;]+["”’)*]*(?=\s|$)|[。！？；：]+[”’）*]*/g)) {
    const sentence = flat.slice(from, index + stop.length);
    sentences.push({ text: sentence, source: span.source, start: span.start + from, lead });
    lead = /^[:;：；]/.test(stop) ? lead + sentence : '';
    from = index + stop.length;
  }
  sentences.push({ text: flat.slice(from), source: span.source, start: span.start + from, lead });
  return sentences.flatMap(trimmed);
}

function trimmed({ text, start, ...rest }: Sentence): readonly Sentence[] {
  const inner = text.trim();
  return inner === '' ? [] : [{ ...rest, text: inner, start: start + text.indexOf(inner) }];
}
