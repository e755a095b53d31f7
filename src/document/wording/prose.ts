import type { Prose, ProseBlock, ProseInline } from '../../chapter/index.js';
import type { BlankWidth, Block, Inline } from '../tree/nodes.js';
import { isHan, joinLines, spaceFigures } from './han.js';
import { proseFigure } from './prose-figure.js';
import type { Voice } from './voice.js';

/**
 * The blocks of parsed prose: figures worked out and worded, blanks numbered, ids of headings made from `idPrefix`.
 * A prose has one place in a chapter, so that it is always asked for with the same prefix.
 */
export function proseBlocks(prose: Prose, voice: Voice, idPrefix: string): readonly Block[] {
  const known = voice.prose.get(prose);
  if (known !== undefined) return known;
  const writer: Writer = { voice, idPrefix, headings: 0, blanks: 0 };
  const blocks = prose.blocks.map((block) => writeBlock(block, writer));
  voice.prose.set(prose, blocks);
  return blocks;
}

/** Prose of one paragraph as inlines (several paragraphs are joined by line breaks). */
export function proseInlines(prose: Prose, voice: Voice): readonly Inline[] {
  return proseBlocks(prose, voice, '').flatMap((block, index) => {
    const inlines = block.kind === 'paragraph' || block.kind === 'heading' ? block.inlines : [];
    return index === 0 ? inlines : [{ kind: 'break' } as const, ...inlines];
  });
}

interface Writer {
  readonly voice: Voice;
  readonly idPrefix: string;
  headings: number;
  blanks: number;
}

function writeBlock(block: ProseBlock, writer: Writer): Block {
  const inlines = (parts: readonly ProseInline[]) => writeInlines(parts, writer);
  switch (block.kind) {
    case 'heading': {
      writer.headings += 1;
      return { kind: 'heading', level: block.level, id: `${writer.idPrefix}-${writer.headings}`, inlines: inlines(block.inlines) };
    }
    case 'paragraph':
      return { kind: 'paragraph', inlines: inlines(block.inlines) };
    case 'list':
      return { kind: 'list', ordered: block.ordered, items: block.items.map((item) => item.map((one) => writeBlock(one, writer))) };
    case 'quote':
      return { kind: 'panel', style: 'note', title: [], blocks: block.blocks.map((one) => writeBlock(one, writer)) };
    case 'table': {
      const columns = block.aligns.map((align) => ({ align, width: 1 }));
      const [head, rows] = [block.head.map(inlines), block.rows.map((row) => row.map(inlines))];
      return { kind: 'table', table: { caption: [], columns, head, rows, rowHeads: false } };
    }
  }
}

function writeInlines(inlines: readonly ProseInline[], writer: Writer): readonly Inline[] {
  return joinText(
    inlines.flatMap((inline) => writeInline(inline, writer)),
    writer.voice.shared.spaced,
  );
}

function writeInline(inline: ProseInline, writer: Writer): readonly Inline[] {
  switch (inline.kind) {
    case 'strong':
    case 'emphasis':
    case 'link':
      return [{ ...inline, children: writeInlines(inline.children, writer) }];
    case 'text':
    case 'code':
    case 'break':
      return [inline];
    case 'blank':
      return [nextBlank(inline.length, writer)];
    case 'figure':
      return proseFigure(inline.figure, writer.voice);
  }
}

function nextBlank(length: number, writer: Writer): Inline {
  writer.blanks += 1;
  const width: BlankWidth = length <= 4 ? 'short' : length <= 8 ? 'medium' : 'long';
  return { kind: 'blank', width, alt: writer.voice.say('blank', { number: String(writer.blanks) }) };
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
