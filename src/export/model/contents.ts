import type { Block, Inline, WorkingStep } from '../../document/index.js';
import type { Content, Piece } from './content.js';
import { linearMath } from './linear-math.js';

/** How blocks of a document become contents. Each may be replaced where blanks are placed. */
export interface ContentMaker {
  pieces(inlines: readonly Inline[]): readonly Piece[];
  /** A line of working; undefined = its formula as it stands. */
  step(step: WorkingStep): readonly Piece[] | undefined;
  table(table: Extract<Block, { readonly kind: 'table' }>['table']): Content;
}

/** Blocks as contents. Room to write is left out: a learning platform has boxes. */
export function contentsOf(blocks: readonly Block[], maker: ContentMaker): readonly Content[] {
  return blocks.flatMap((block) => contentOf(block, maker));
}

function contentOf(block: Block, maker: ContentMaker): readonly Content[] {
  switch (block.kind) {
    case 'heading':
      return titled(block.inlines, maker);
    case 'paragraph':
      return [{ kind: 'paragraph', pieces: maker.pieces(block.inlines) }];
    case 'list':
      return [{ kind: 'list', ordered: block.ordered, items: block.items.map((item) => contentsOf(item, maker)) }];
    case 'table':
      return [maker.table(block.table)];
    case 'formula':
      return [{ kind: 'paragraph', pieces: [{ kind: 'math', linear: linearMath(block.math), math: block.math }] }];
    case 'figure':
      return [{ kind: 'picture', picture: block.figure, alt: block.alt }];
    case 'panel':
      return [...titled(block.title, maker), ...contentsOf(block.blocks, maker)];
    case 'working':
      return [{ kind: 'table', table: { head: [], rows: block.steps.map((step) => workingRow(step, maker)) } }];
    case 'exercise':
      return contentsOf([...block.exercise.prompt, ...block.exercise.response], maker);
    case 'lines':
    case 'space':
      return [];
  }
}

function titled(title: readonly Inline[], maker: ContentMaker): readonly Content[] {
  return title.length === 0 ? [] : [{ kind: 'paragraph', pieces: [{ kind: 'strong', pieces: maker.pieces(title) }] }];
}

function workingRow(step: WorkingStep, maker: ContentMaker): readonly (readonly Piece[])[] {
  const figures = maker.step(step) ?? [{ kind: 'math', linear: linearMath(step.math), math: step.math }];
  return [figures, maker.pieces(step.reason)];
}

/** A table as it stands. */
export function plainTable(
  { head, rows }: Extract<Block, { readonly kind: 'table' }>['table'],
  maker: Pick<ContentMaker, 'pieces'>,
): Content {
  const cells = (row: readonly (readonly Inline[])[]) => row.map((cell) => maker.pieces(cell));
  const isHeadless = head.every((cell) => cell.length === 0);
  return { kind: 'table', table: { head: isHeadless ? [] : cells(head), rows: rows.map(cells) } };
}
