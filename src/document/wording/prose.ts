import MarkdownIt, { type Token } from 'markdown-it';
import type { Span } from '../../source/index.js';
import type { BlankWidth, Block, Inline } from '../tree/nodes.js';
import { isHan, joinLines, spaceFigures } from './han.js';
import { proseFigure } from './prose-figure.js';
import type { Voice } from './voice.js';

/** Marks the place of a computed figure or a blank while Markdown is read; a letter to Markdown, so that emphasis around it works. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
const PLACE = /\ue000(\d+)\ue001/;
const PLACES = /\ue000(\d+)\ue001/g;
const SPECIAL = /\{\{[^{}\n]*\}\}|_{3,}/g;

// Straight quotes become curly ones in spaced scripts; Chinese authors type theirs.
const SPACED_MARKDOWN = createMarkdown(true);
const MARKDOWN = createMarkdown(false);

/**
 * Markdown of the words as blocks: headings, paragraphs, lists, tables, emphasis, code and links.
 * `{{formula | places}}` becomes a computed figure, three or more `_` a blank; HTML is text like any other.
 * `span` is the place of `text` in its words file; heading ids are made from `idPrefix`.
 */
export function proseBlocks(text: string, span: Span, voice: Voice, idPrefix: string): readonly Block[] {
  const key = `${idPrefix} ${span.start} ${text}`;
  const blocks = voice.prose.get(key) ?? readProse(text, span, voice, idPrefix);
  voice.prose.set(key, blocks);
  return blocks;
}

function readProse(text: string, span: Span, voice: Voice, idPrefix: string): readonly Block[] {
  reportForeign(text, span, voice);
  const { marked, specials } = markSpecials(text);
  const reader: Reader = { text, span, voice, idPrefix, specials, headings: 0, blanks: 0 };
  const tokens = (voice.shared.spaced ? SPACED_MARKDOWN : MARKDOWN).parse(marked, {});
  return readBlocks({ tokens, at: 0 }, undefined, reader);
}

/** Prose of one paragraph as inlines (several paragraphs are joined by line breaks). */
export function proseInlines(text: string, span: Span, voice: Voice): readonly Inline[] {
  return proseBlocks(text, span, voice, '').flatMap((block, index) => {
    const inlines = block.kind === 'paragraph' || block.kind === 'heading' ? block.inlines : [];
    return index === 0 ? inlines : [{ kind: 'break' } as const, ...inlines];
  });
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
  readonly text: string;
  readonly span: Span;
  readonly voice: Voice;
  readonly idPrefix: string;
  readonly specials: readonly Special[];
  headings: number;
  blanks: number;
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

const FOREIGN = /!\[[^\]\n]*\]\([^)\n]*\)|^[ ]{0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,})$/gm;

/** Pictures and rules are Markdown, but no page of ours draws them: better said than lost. */
function reportForeign(text: string, span: Span, voice: Voice): void {
  for (const { 0: found, index } of text.matchAll(FOREIGN)) {
    const isPicture = found.startsWith('!');
    voice.report({
      code: 'markdown-known',
      severity: 'error',
      message: isPicture
        ? 'Pictures are not part of the words: a page is printed from words, tables and charts.'
        : 'A rule across the page is not part of the words.',
      span: { source: span.source, start: span.start + index, end: span.start + index + found.length },
      hint: isPicture ? 'Describe it in words, or use `::: chart` or `::: table`.' : 'Use a heading to begin something new.',
    });
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

function readBlocks(cursor: Cursor, end: string | undefined, reader: Reader): readonly Block[] {
  const blocks: Block[] = [];
  for (let token = cursor.tokens[cursor.at]; token !== undefined && token.type !== end; token = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    blocks.push(...readBlock(token, cursor, reader));
  }
  cursor.at += 1;
  return blocks;
}

function readBlock(token: Token, cursor: Cursor, reader: Reader): readonly Block[] {
  switch (token.type) {
    case 'heading_open': {
      reader.headings += 1;
      const level = Math.min(4, Math.max(2, Number(token.tag.slice(1)))) as 2 | 3 | 4;
      return [
        { kind: 'heading', level, id: `${reader.idPrefix}-${reader.headings}`, inlines: inlinesUntil('heading_close', cursor, reader) },
      ];
    }
    case 'paragraph_open':
      return [{ kind: 'paragraph', inlines: inlinesUntil('paragraph_close', cursor, reader) }];
    case 'bullet_list_open':
      return [{ kind: 'list', ordered: false, items: readItems('bullet_list_close', cursor, reader) }];
    case 'ordered_list_open':
      return [{ kind: 'list', ordered: true, items: readItems('ordered_list_close', cursor, reader) }];
    case 'blockquote_open':
      return [{ kind: 'panel', style: 'note', title: [], blocks: readBlocks(cursor, 'blockquote_close', reader) }];
    case 'table_open':
      return [readTable(cursor, reader)];
    case 'fence':
    case 'code_block':
      return [{ kind: 'paragraph', inlines: codeLines(restore(token.content, reader)) }];
    default:
      return [];
  }
}

function readItems(end: string, cursor: Cursor, reader: Reader): readonly (readonly Block[])[] {
  const items: (readonly Block[])[] = [];
  for (let token = cursor.tokens[cursor.at]; token !== undefined && token.type !== end; token = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    items.push(readBlocks(cursor, 'list_item_close', reader));
  }
  cursor.at += 1;
  return items;
}

function readTable(cursor: Cursor, reader: Reader): Block {
  const rows: (readonly Inline[])[][] = [];
  const aligns: ('start' | 'end' | 'center')[] = [];
  for (let token = cursor.tokens[cursor.at]; token !== undefined && token.type !== 'table_close'; token = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    if (token.type === 'tr_open') rows.push([]);
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    const style = String(token.attrGet('style') ?? '');
    if (token.type === 'th_open') aligns.push(style.includes('right') ? 'end' : style.includes('center') ? 'center' : 'start');
    rows.at(-1)?.push(inlinesUntil(token.type === 'th_open' ? 'th_close' : 'td_close', cursor, reader));
  }
  cursor.at += 1;
  const [head = [], ...body] = rows;
  return {
    kind: 'table',
    table: { caption: [], columns: aligns.map((align) => ({ align, width: 1 })), head, rows: body, rowHeads: false },
  };
}

function inlinesUntil(end: string, cursor: Cursor, reader: Reader): readonly Inline[] {
  const inlines: Inline[] = [];
  for (let token = cursor.tokens[cursor.at]; token !== undefined && token.type !== end; token = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    if (token.type === 'inline') inlines.push(...readInlines({ tokens: token.children ?? [], at: 0 }, undefined, reader));
  }
  cursor.at += 1;
  return inlines;
}

function readInlines(cursor: Cursor, end: string | undefined, reader: Reader): readonly Inline[] {
  const inlines: Inline[] = [];
  for (let token = cursor.tokens[cursor.at]; token !== undefined && token.type !== end; token = cursor.tokens[cursor.at]) {
    cursor.at += 1;
    inlines.push(...readInline(token, cursor, reader));
  }
  cursor.at += 1;
  return joinText(inlines, reader.voice.shared.spaced);
}

function readInline(token: Token, cursor: Cursor, reader: Reader): readonly Inline[] {
  switch (token.type) {
    case 'strong_open':
      return [{ kind: 'strong', children: readInlines(cursor, 'strong_close', reader) }];
    case 'em_open':
      return [{ kind: 'emphasis', children: readInlines(cursor, 'em_close', reader) }];
    case 's_open':
      return readInlines(cursor, 's_close', reader);
    case 'link_open':
      return [
        { kind: 'link', href: restore(String(token.attrGet('href') ?? ''), reader), children: readInlines(cursor, 'link_close', reader) },
      ];
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

function readText(content: string, reader: Reader): readonly Inline[] {
  return content.split(PLACE).flatMap((part, index): readonly Inline[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ kind: 'text', text: part }];
    const special = reader.specials[Number(part)];
    if (special === undefined) return [];
    if (special.text.startsWith('_')) return [nextBlank(special.text.length, reader)];
    const start = reader.span.start + special.start;
    return proseFigure({ source: reader.span.source, start, end: start + special.text.length }, reader.voice);
  });
}

function nextBlank(length: number, reader: Reader): Inline {
  reader.blanks += 1;
  const width: BlankWidth = length <= 4 ? 'short' : length <= 8 ? 'medium' : 'long';
  return { kind: 'blank', width, alt: reader.voice.say('blank', { number: String(reader.blanks) }) };
}

/** Code prints as typed: what stepped aside comes back. */
function restore(text: string, { specials }: Reader): string {
  return text.replaceAll(PLACES, (_, index: string) => specials[Number(index)]?.text ?? '');
}

function codeLines(content: string): readonly Inline[] {
  return content
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line, index) =>
      index === 0 ? [{ kind: 'code', text: line } as const] : [{ kind: 'break' } as const, { kind: 'code', text: line } as const],
    );
}

/** Neighbouring texts become one, and a line break becomes a space, or nothing between two Chinese characters. */
function joinText(inlines: readonly Inline[], spaced: boolean): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const before = joined.at(-1);
    if (inline.kind === 'text' && before?.kind === 'text') joined[joined.length - 1] = { kind: 'text', text: before.text + inline.text };
    else joined.push(inline);
  }
  return joined.map((inline, index) => {
    if (inline.kind !== 'text') return inline;
    const previous = index > 0 && isHan(lastCharacter(joined[index - 1]));
    const line = joinLines(inline.text, previous);
    return { kind: 'text', text: spaced ? line : spaceFigures(line) };
  });
}

function lastCharacter(inline: Inline | undefined): string {
  if (inline === undefined) return '';
  if (inline.kind === 'text') return inline.text.at(-1) ?? '';
  return 'children' in inline ? lastCharacter(inline.children.at(-1)) : '';
}
