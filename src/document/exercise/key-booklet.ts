import type { Block, DocumentChapter, Inline } from '../tree/nodes.js';
import { isNumber } from './recall.js';

/**
 * The key booklet from a teacher's chapter: every exercise under its number, with the answers in their places and the working;
 * prompts, lessons and room to write are left out.
 */
export function keyBooklet(chapter: DocumentChapter): DocumentChapter {
  return {
    ...chapter,
    plan: [],
    appendix: [],
    blocks: chapter.blocks.flatMap((block) => (block.kind === 'exercise' ? [answersOnly(block)] : isAnswer(block) ? [block] : [])),
  };
}

/** Answers to boxes, and to the five questions. */
function isAnswer(block: Block): boolean {
  return block.kind === 'panel' && block.style === 'answer';
}

function answersOnly(block: Block & { readonly kind: 'exercise' }): Block {
  const { exercise } = block;
  return { kind: 'exercise', exercise: { ...exercise, prompt: [], response: withNumbers(exercise.response).filter(holdsAnswers) } };
}

/** The number of a recalled question goes to the first answer below it. */
function withNumbers(blocks: readonly Block[]): readonly Block[] {
  let number: Inline | undefined;
  return blocks.map((block) => {
    if (block.kind !== 'paragraph') return block;
    if (!holdsAnswers(block)) {
      number = block.inlines.find(isNumber) ?? number;
      return block;
    }
    const inlines = number === undefined ? block.inlines : [number, ...block.inlines];
    number = undefined;
    return { ...block, inlines };
  });
}

/** Room to write, a guess and the frame of a sentence hold no answer. */
function holdsAnswers(block: Block): boolean {
  return (
    block.kind === 'table' ||
    block.kind === 'figure' ||
    block.kind === 'list' ||
    (block.kind === 'paragraph' &&
      block.inlines.some((inline) => (inline.kind === 'blank' && inline.answer !== undefined) || inline.kind === 'box'))
  );
}
