import type { Block } from '../../../document/index.js';

/** A teacher's key on a page with a margin. */
export interface KeyBesidePage {
  /** Working and tables of figures, which need the width of the page. */
  readonly working: readonly Block[];
  /** Answers, what is accepted, likely mistakes, marking points: beside the exercise. */
  readonly margin: readonly Block[];
}

/** Takes the panels of a key apart; the order within each part is kept. */
export function keyBesidePage(key: readonly Block[]): KeyBesidePage {
  const working = key.flatMap((block) => (isAnswer(block) ? block.blocks.filter(isWide) : [])).reduce(joined, []);
  const margin = key.flatMap((block): readonly Block[] => {
    if (!isAnswer(block)) return [block];
    const blocks = block.blocks.filter((one) => !isWide(one));
    return blocks.length === 0 ? [] : [{ ...block, blocks }];
  });
  return { working, margin };
}

/** Steps of several answers are numbered through: what names the answers stands in the margin. */
function joined(blocks: readonly Block[], next: Block): readonly Block[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'working' || next.kind !== 'working') return [...blocks, next];
  return [...blocks.slice(0, -1), { ...last, steps: [...last.steps, ...next.steps] }];
}

/** What a student writes in is no use once it is answered. */
export function withoutRoom(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ kind }) => kind !== 'space' && kind !== 'lines');
}

type Panel = Block & { readonly kind: 'panel' };

function isAnswer(block: Block): block is Panel {
  return block.kind === 'panel' && block.style === 'answer';
}

/** A table of words can stand as a list in the margin. */
function isWide(block: Block): boolean {
  return block.kind === 'working' || (block.kind === 'table' && block.table.columns.some(({ align }) => align !== 'start'));
}
