import MarkdownIt, { type Token } from 'markdown-it';
import type { Span } from '../../source/index.js';
import type { Prose, ProseBlock, ProseFigure, ProseInline } from '../model/prose.js';
import { type ReadContext, reportError } from '../read/reader.js';
import { readProseFigure } from './prose-figure.js';

/** What reading prose needs: the units of the chapter, and how the language sets its words apart. */
export interface ProseContext extends ReadContext {
  /** True where words are parted by spaces: there straight quotes become curly ones; Chinese authors type theirs. */
  readonly spaced: boolean;
}

/** Marks the place of a computed figure or a blank while Markdown is read; a letter to Markdown, so that emphasis around it works. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const PLACE = /\ue000(\d+)\ue001/;
const PLACES = /\ue000(\d+)\ue001/g;
const SPECIAL = /\{\{[^{}\n]*\}\}|_{3,}/g;

const SPACED_MARKDOWN = createMarkdown(true);
const MARKDOWN = createMarkdown(false);

/**
 * Markdown of the words: headings, paragraphs, lists, tables, emphasis, code and links.
 * `{{formula | places}}` becomes a figure, three or more `_` a blank; HTML is text like any other.
 */
export function readProse(span: Span, context: ProseContext): Prose {
  const text = span.source.text.slice(span.start, span.end);
  reportForeign(text, span, context);
  const { marked, specials } = markSpecials(text);
  const reader: Reader = { span, context, specials, figures: [] };
  const tokens = (context.spaced ? SPACED_MARKDOWN : MARKDOWN).parse(marked, {});
  return { blocks: readBlocks({ tokens, at: 0 }, undefined, reader), figures: reader.figures };
}

function createMarkdown(typographer: boolean) {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer, quotes: '“”‘’' });
  return markdown.disable(['image', 'hr', 'lheading', 'replacements']);
}

interface Special {
  readonly text: string;
  readonly start: number;
}

interface Reader {
  readonly span: Span;
  readonly context: ProseContext;
  readonly specials: readonly Special[];
  readonly figures: ProseFigure[];
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

const FOREIGN = /!\[[^\]\n]*\]\([^)\n]*\)|^[ ]{0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,})$/gm;

/** Pictures and rules are Markdown, but no page of ours draws them: better said than lost. */
function reportForeign(text: string, { source, start }: Span, context: ProseContext): void {
  for (const { 0: found, index } of text.matchAll(FOREIGN)) {
    const isPicture = found.startsWith('!');
    reportError(
      context,
      'markdown-known',
      { source, start: start + index, end: start + index + found.length },
      isPicture
        ? 'Pictures are not part of the words: a page is printed from words, tables and charts.'
        : 'A rule across the page is not part of the words.',
      isPicture ? 'Describe it in words, or use `::: chart` or `::: table`.' : 'Use a heading to begin something new.',
    );
  }
}

/** Markdown would read `[2]`, `|` and `_` inside a figure as its own; so figures step aside until it is done. */
function markSpecials(text: string): { readonly marked: string; readonly specials: readonly Special[] } {
  const specials: Special[] = [];
  const marked = text.replace(/[\ue000\ue001]/g, '\ufffd').replace(SPECIAL, (found: string, start: number) => {
    specials.push({ text: found, start });
    return `${OPEN}${specials.length - 1}${CLOSE}`;
  });
  return { marked, specials };
}

/** What `read` makes of each token up to one of type `end`, which is passed; `read` may itself move the cursor on. */
function readUntil<T>(end: string | undefined, cursor: Cursor, read: (token: Token) => readonly T[]): readonly T[] {
  const found: T[] = [];
  for (let token = cursor.tokens[cursor.at]; token !== undefined && token.type !== end; token = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    found.push(...read(token));
  }
  cursor.at += 1;
  return found;
}

function readBlocks(cursor: Cursor, end: string | undefined, reader: Reader): readonly ProseBlock[] {
  return readUntil(end, cursor, (token) => readBlock(token, cursor, reader));
}

function readBlock(token: Token, cursor: Cursor, reader: Reader): readonly ProseBlock[] {
  switch (token.type) {
    case 'heading_open': {
      const level = Math.min(4, Math.max(2, Number(token.tag.slice(1)))) as 2 | 3 | 4;
      return [{ kind: 'heading', level, inlines: inlinesUntil('heading_close', cursor, reader) }];
    }
    case 'paragraph_open':
      return [{ kind: 'paragraph', inlines: inlinesUntil('paragraph_close', cursor, reader) }];
    case 'bullet_list_open':
      return [{ kind: 'list', ordered: false, items: readItems('bullet_list_close', cursor, reader) }];
    case 'ordered_list_open':
      return [{ kind: 'list', ordered: true, items: readItems('ordered_list_close', cursor, reader) }];
    case 'blockquote_open':
      return [{ kind: 'quote', blocks: readBlocks(cursor, 'blockquote_close', reader) }];
    case 'table_open':
      return [readTable(cursor, reader)];
    case 'fence':
    case 'code_block':
      return [{ kind: 'paragraph', inlines: codeLines(restore(token.content, reader)) }];
    default:
      return [];
  }
}

function readItems(end: string, cursor: Cursor, reader: Reader): readonly (readonly ProseBlock[])[] {
  return readUntil(end, cursor, () => [readBlocks(cursor, 'list_item_close', reader)]);
}

function readTable(cursor: Cursor, reader: Reader): ProseBlock {
  const rows: (readonly ProseInline[])[][] = [];
  const aligns = readUntil('table_close', cursor, (token): readonly ('start' | 'end' | 'center')[] => {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type !== 'th_open' && token.type !== 'td_open') return [];
    const isHead = token.type === 'th_open';
    rows.at(-1)?.push(inlinesUntil(isHead ? 'th_close' : 'td_close', cursor, reader));
    const style = String(token.attrGet('style') ?? '');
    return isHead ? [style.includes('right') ? 'end' : style.includes('center') ? 'center' : 'start'] : [];
  });
  const [head = [], ...body] = rows;
  return { kind: 'table', aligns, head, rows: body };
}

function inlinesUntil(end: string, cursor: Cursor, reader: Reader): readonly ProseInline[] {
  return readUntil(end, cursor, ({ type, children }) => {
    const tokens = children ?? [];
    return type === 'inline' && isShallow(tokens, reader) ? readInlines({ tokens, at: 0 }, undefined, reader) : [];
  });
}

/** Emphasis in emphasis; no sentence comes near. */
const DEEPEST = 50;

function isShallow(tokens: readonly Token[], { span: { source, start }, context }: Reader): boolean {
  let [depth, deepest] = [0, 0];
  for (const { nesting } of tokens) {
    depth += nesting;
    deepest = Math.max(deepest, depth);
  }
  if (deepest <= DEEPEST) return true;
  const message = `Emphasis and links stand in each other here, more than ${DEEPEST} deep.`;
  reportError(context, 'markdown-known', { source, start, end: start + 1 }, message, 'Delete signs such as `*` until one pair is left.');
  return false;
}

function readInlines(cursor: Cursor, end: string | undefined, reader: Reader): readonly ProseInline[] {
  return readUntil(end, cursor, (token) => readInline(token, cursor, reader));
}

function readInline(token: Token, cursor: Cursor, reader: Reader): readonly ProseInline[] {
  switch (token.type) {
    case 'strong_open':
      return [{ kind: 'strong', children: readInlines(cursor, 'strong_close', reader) }];
    case 'em_open':
      return [{ kind: 'emphasis', children: readInlines(cursor, 'em_close', reader) }];
    case 's_open':
      return readInlines(cursor, 's_close', reader);
    case 'link_open': {
      const href = restore(String(token.attrGet('href') ?? ''), reader);
      return [{ kind: 'link', href, children: readInlines(cursor, 'link_close', reader) }];
    }
    case 'code_inline':
      return [{ kind: 'code', text: restore(token.content, reader) }];
    case 'softbreak':
      return [{ kind: 'text', text: '\n' }];
    case 'hardbreak':
      return [{ kind: 'break' }];
    default:
      return token.content === '' ? [] : readText(token.content, reader);
  }
}

function readText(content: string, reader: Reader): readonly ProseInline[] {
  return content.split(PLACE).flatMap((part, index): readonly ProseInline[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ kind: 'text', text: part }];
    const special = reader.specials[Number(part)];
    return special === undefined ? [] : [readSpecial(special, reader)];
  });
}

function readSpecial(special: Special, { span, context, figures }: Reader): ProseInline {
  if (special.text.startsWith('_')) return { kind: 'blank', length: special.text.length };
  const start = span.start + special.start;
  const figure = readProseFigure({ source: span.source, start, end: start + special.text.length }, context);
  figures.push(figure);
  return { kind: 'figure', figure };
}

/** Code prints as typed: what stepped aside comes back. */
function restore(text: string, { specials }: Reader): string {
  return text.replaceAll(PLACES, (_, index: string) => specials[Number(index)]?.text ?? '');
}

function codeLines(content: string): readonly ProseInline[] {
  const lines = content.replace(/\n$/, '').split('\n');
  return lines.flatMap((text, index): readonly ProseInline[] =>
    index === 0 ? [{ kind: 'code', text }] : [{ kind: 'break' }, { kind: 'code', text }],
  );
}
