import type { Block, Inline } from '../../document/index.js';

/** What the document offers, told again: the head and the words that open a chapter, and lines of the document that it examines. */
export interface Opening {
  readonly level: 1 | 2 | 3 | 4;
  readonly heading: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly claims: readonly (readonly Inline[])[];
}

/** A head and words, up to the first box of facts. */
export function openingOf(blocks: readonly Block[]): Opening | undefined {
  const [first] = blocks;
  if (first?.kind !== 'heading') return undefined;
  const end = blocks.findIndex((block, index) => index > 0 && !isTold(block));
  const facts = blocks[end];
  if (end < 2 || facts === undefined || !isFacts(facts)) return undefined;
  const told = blocks.slice(1, end);
  // A list already says it line by line.
  const claims = told.some(({ kind }) => kind === 'list') ? [] : claimsExamined(blocks);
  return { level: first.level, heading: first.inlines, blocks: told, claims };
}

function isTold(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'list' || (block.kind === 'panel' && block.style === 'note');
}

const CLAIMS_SHOWN = 3;
const VERDICT_WORDS = 4;

/** The first lines of the first table whose lines are judged: a box for each of four words ends them. */
function claimsExamined(blocks: readonly Block[]): Opening['claims'] {
  for (const block of blocks) {
    if (block.kind !== 'exercise') continue;
    for (const part of block.exercise.response) {
      if (part.kind !== 'table') continue;
      const { columns, rows } = part.table;
      const words = columns.filter(({ align }) => align === 'center').length;
      if (words !== VERDICT_WORDS || rows[0]?.at(-1)?.[0]?.kind !== 'box') continue;
      return rows.slice(0, CLAIMS_SHOWN).map((row) => row[0] ?? []);
    }
  }
  return [];
}

export type Facts = Block & { readonly kind: 'panel' };

export function isFacts(block: Block): block is Facts {
  return block.kind === 'panel' && block.style === 'givens';
}
