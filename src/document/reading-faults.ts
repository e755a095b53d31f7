import type { Block, Document, Inline } from './tree/nodes.js';

/** How each unit is called after exactly 1 and after other numbers; empty where the language of the document makes no difference. */
export type UnitForms = ReadonlyMap<string, readonly string[]>;

/** Text that a slip of a program leaves behind. */
const LEFT_BEHIND = /undefined|NaN|Infinity|\[object|\{\{|\}\}|\{[a-z]+\}/;
/** A word or a sign that stands twice; names that are words said twice are not among a handout's words. */
const TWICE =
  /(?:^|[^\p{L}\p{N}])(\p{Script=Latin}{2,}) \1(?![\p{L}\p{N}])|([的了是在]{1})\2|[，。；：、]{2}|[,;:] ?[,;:.]|\(\s*\)|（\s*）|“\s*”/u;

/** Texts of a document that nobody would have written: left-over markers, doubled words, empty brackets, `1 points`. */
export function readingFaults(document: Document, units: UnitForms): readonly string[] {
  const many = [...units.values()].flatMap(([one, several]) => (several === undefined || several === one ? [] : [several]));
  const plural = many.length === 0 ? undefined : new RegExp(`(?:^|[^\\d.,\u2009/−-])1[ \u00a0](?:${many.join('|')})(?!\\p{L})`, 'u');
  const texts = document.chapters.flatMap(({ title, blocks, plan, appendix }) => [
    title,
    ...[...plan, ...blocks, ...appendix].flatMap(blockTexts),
  ]);
  return texts.filter((text) => LEFT_BEHIND.test(text) || TWICE.test(text) || plural?.test(text) === true);
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [inlineText(block.inlines)];
    case 'list':
      return block.items.flat().flatMap(blockTexts);
    case 'table':
      return [block.table.caption, ...block.table.head, ...block.table.rows.flat()].map(inlineText);
    case 'formula':
    case 'lines':
    case 'space':
      return [block.alt];
    case 'figure':
      return [block.alt, inlineText(block.caption)];
    case 'panel':
      return [inlineText(block.title), ...block.blocks.flatMap(blockTexts)];
    case 'working':
      return block.steps.flatMap(({ alt, reason }) => [alt, inlineText(reason)]);
    case 'exercise': {
      const { prompt, response, key, marks, kindWord } = block.exercise;
      return [marks, kindWord, ...[...prompt, ...response, ...key].flatMap(blockTexts)];
    }
  }
}

/** A blank is spoken as such; the page puts space around a formula. */
function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(oneInline).join('');
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text;
    case 'strong':
    case 'emphasis':
    case 'link':
      return inlineText(inline.children);
    case 'math':
      return inline.alt;
    case 'blank':
      return inline.answer ?? '____';
    case 'box':
      return '□';
    case 'break':
      return '\n';
  }
}
