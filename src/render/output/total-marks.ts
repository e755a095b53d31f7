import type { Block } from '../../document/index.js';

/** What all exercises give together; empty where none has marks. */
export function totalMarks(blocks: readonly Block[]): string {
  const marks = blocks.flatMap((block) => (block.kind === 'exercise' ? [/\d+/.exec(block.exercise.marks)?.[0] ?? ''] : []));
  const total = marks.reduce((sum, one) => sum + Number(one), 0);
  return total === 0 ? '' : String(total);
}
