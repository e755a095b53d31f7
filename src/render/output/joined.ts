import type { Block, ExerciseBlock, Inline } from '../../document/index.js';
import { inlinesWidth } from './inline-width.js';

type Lines = Pick<ExerciseBlock, 'prompt' | 'response'>;
type Paragraph = Block & { readonly kind: 'paragraph' };

/** The exercise with the notes that open its response run on from the prompt, and a claim and its short answer on one line. */
export function joinLines<E extends Lines>(exercise: E, lineLength: number, space: string): E {
  const notes = exercise.response.findIndex((block) => !isPlain(block));
  // A response of words alone is no note.
  const count = Math.max(0, notes);
  // A question that is answered in its own line stands below what is to be done.
  const at = exercise.prompt.findLastIndex((block) => !isAnswer(block));
  const last = exercise.prompt[at];
  if (last === undefined || !isPlain(last)) return { ...exercise, response: claimsJoined(exercise.response, lineLength) };
  const opening = exercise.response.slice(0, count).filter(isPlain);
  return {
    ...exercise,
    prompt: exercise.prompt.with(
      at,
      opening.reduce((all, note) => together(all, note, space), last),
    ),
    response: claimsJoined(exercise.response.slice(count), lineLength),
  };
}

function claimsJoined(blocks: readonly Block[], lineLength: number): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const above = joined.at(-1);
    if (above !== undefined && isClaim(above) && isAnswer(block) && inlinesWidth([...above.inlines, ...block.inlines]) < lineLength - 2) {
      joined.splice(-1, 1, together(above, block, '\u2003'));
    } else joined.push(block);
  }
  return joined;
}

function together(first: Paragraph, second: Paragraph, space: string): Paragraph {
  return { kind: 'paragraph', inlines: [...first.inlines, { kind: 'text', text: space }, ...second.inlines] };
}

/** Words alone: nobody writes in it. */
function isPlain(block: Block): block is Paragraph {
  return block.kind === 'paragraph' && block.inlines.length > 0 && block.inlines.every(({ kind }) => kind === 'text');
}

function isClaim(block: Block): block is Paragraph {
  return block.kind === 'paragraph' && block.inlines.length > 0 && block.inlines.every(({ kind }) => kind === 'strong');
}

function isAnswer(block: Block): block is Paragraph {
  return block.kind === 'paragraph' && count(block.inlines, 'blank') === 1 && count(block.inlines, 'box') === 0;
}

function count(inlines: readonly Inline[], wanted: Inline['kind']): number {
  return inlines.filter(({ kind }) => kind === wanted).length;
}
