import type { Block, DocumentChapter } from './nodes.js';

/**
 * The key booklet from a teacher's chapter: every exercise under its number, with the answers in their places and the working;
 * prompts, lessons and room to write are left out.
 */
export function keyBooklet(chapter: DocumentChapter): DocumentChapter {
  return {
    ...chapter,
    plan: [],
    appendix: [],
    blocks: chapter.blocks.flatMap((block) => (block.kind === 'exercise' ? [answersOnly(block)] : [])),
  };
}

function answersOnly(block: Block & { readonly kind: 'exercise' }): Block {
  const { exercise } = block;
  return { kind: 'exercise', exercise: { ...exercise, prompt: [], response: exercise.response.filter(holdsAnswers) } };
}

/** Room to write and the frame of a sentence hold no answer. */
function holdsAnswers(block: Block): boolean {
  return (
    block.kind === 'table' ||
    block.kind === 'figure' ||
    block.kind === 'list' ||
    (block.kind === 'paragraph' && block.inlines.some((inline) => inline.kind === 'blank' || inline.kind === 'box'))
  );
}
