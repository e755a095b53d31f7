import type { Block, Document, Inline } from '../../../src/document/index.js';

/** Every text that the pages of a document print, in reading order; drawings and formulas left out. A teacher's margin is read before the working. */
export function documentTexts({ chapters, edition }: Document): readonly string[] {
  return chapters.flatMap(({ plan, title, goal, blocks, appendix }) => [
    ...plan.flatMap(blockTexts),
    title,
    goal,
    ...blocks.map((block) => (edition === 'teacher' ? marginFirst(block) : block)).flatMap(blockTexts),
    ...appendix.flatMap(blockTexts),
  ]);
}

function marginFirst(block: Block): Block {
  if (block.kind !== 'exercise') return block;
  const panels = block.exercise.key.map((one) => (one.kind === 'panel' ? one : undefined));
  const working = panels.flatMap((one) => one?.blocks.filter(({ kind }) => kind === 'working') ?? []);
  const others = block.exercise.key.map((one) =>
    one.kind === 'panel' ? { ...one, blocks: one.blocks.filter(({ kind }) => kind !== 'working') } : one,
  );
  return { ...block, exercise: { ...block.exercise, key: [...others, ...working] } };
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineTexts(block.inlines);
    case 'list':
      return block.items.flat().flatMap(blockTexts);
    case 'table':
      return [block.table.caption, ...block.table.head, ...block.table.rows.flat()].flatMap(inlineTexts);
    case 'figure':
      return inlineTexts(block.caption);
    case 'panel':
      // The name of a card stands on the sheets to cut out.
      return [...(block.style === 'card' ? [] : inlineTexts(block.title)), ...block.blocks.flatMap(blockTexts)];
    case 'working':
      return block.steps.flatMap(({ reason }) => inlineTexts(reason));
    case 'exercise': {
      const { number, kindWord, levelWord, marks, prompt, response, key } = block.exercise;
      return [String(number), kindWord, levelWord, marks, ...[...prompt, ...response, ...key].flatMap(blockTexts)];
    }
    case 'formula':
    case 'lines':
    case 'space':
      return [];
  }
}

function inlineTexts(inlines: readonly Inline[]): readonly string[] {
  return inlines.flatMap(textsOf);
}

function textsOf(inline: Inline): readonly string[] {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return [inline.text];
    case 'strong':
    case 'emphasis':
    case 'link':
      return inlineTexts(inline.children);
    case 'blank':
      return inline.answer === undefined ? [] : [inline.answer];
    case 'math':
    case 'box':
    case 'break':
      return [];
  }
}
