import type { Block, ExerciseBlock, Inline, Table } from '../../../document/index.js';
import { heightBound, type PageRoom } from './page-room.js';

/** What stands together in a key: the head of an exercise with its answers, then each further answer with its working. */
export interface KeyBlocks {
  /** What keeps it from the part above, in mm. */
  readonly gap: number;
  readonly blocks: readonly Block[];
}

/** The blocks of a key in parts that may stand in different columns, in their order. `verdict` heads the words that were chosen. */
export function keyParts(blocks: readonly Block[], verdict: string): readonly KeyBlocks[] {
  return blocks.flatMap((block): readonly KeyBlocks[] => {
    if (block.kind !== 'exercise') return [{ gap: BEFORE_EXERCISE, blocks: [block] }];
    const { exercise } = block;
    const key = exercise.key.flatMap(panelParts);
    const response = exercise.response.map((one) => inWords(one, verdict));
    // Lines of answers are too little to stand without the first of their workings.
    const own = response.some(({ kind }) => kind === 'table' || kind === 'figure') ? 0 : 1;
    const answered: ExerciseBlock = { ...exercise, response, key: key.slice(0, own) };
    return [
      { gap: BEFORE_EXERCISE, blocks: [{ kind: 'exercise', exercise: answered }] },
      ...key.slice(own).map((panel, index) => ({ gap: index === 0 && own === 0 ? BELOW_TABLE : BETWEEN, blocks: [panel] })),
    ];
  });
}

const BEFORE_EXERCISE = 3;
const BELOW_TABLE = 1.8;
/** So much keeps one answer from the next; the rule beside a key nearly goes on. */
const BETWEEN = 1.4;

/** Whether blocks take two columns or less where half a page is all that they get: what needs the whole width is more than twice as high there. */
export function fitsColumn(blocks: readonly Block[], column: PageRoom, page: PageRoom): boolean {
  const parts = blocks.flatMap((block) => (block.kind === 'exercise' ? [...block.exercise.response, ...block.exercise.key] : [block]));
  const plain = parts.flatMap((block) => (block.kind === 'panel' ? block.blocks : [block])).filter((block) => !isMistakes(block));
  if (plain.some(isDrawn)) return false;
  return heightBound(plain, column) <= MOST_GROWTH * heightBound(plain, page) + HEAD;
}

/** From this ratio on, half the width is no gain. */
const MOST_GROWTH = 1.7;
/** A line in mm, which short answers may take more. */
const HEAD = 8;
/** Of figures half a page holds so many columns. */
const MOST_COLUMNS = 4;

function isDrawn(block: Block): boolean {
  return block.kind === 'figure' || (block.kind === 'table' && block.table.columns.length > MOST_COLUMNS);
}

/** A panel once for each answer that it holds; its title stands above the first. */
function panelParts(block: Block): readonly Block[] {
  if (block.kind !== 'panel') return [block];
  const groups: Block[][] = [[]];
  for (const [index, one] of block.blocks.entries()) {
    if (index > 0 && (isAnswerLine(one) || isMistakes(one))) groups.push([]);
    groups.at(-1)?.push(isMistakes(one) ? stackable(one) : one);
  }
  return groups.map((blocks, index) => ({ ...block, title: index === 0 ? block.title : [], blocks }));
}

/** A line all in bold names the next answer. */
function isAnswerLine(block: Block): boolean {
  return block.kind === 'paragraph' && block.inlines.length === 1 && block.inlines[0]?.kind === 'strong';
}

/** A table of words alone: what a teacher sees, why, and what to say. */
function isMistakes(block: Block): block is Block & { readonly kind: 'table' } {
  return block.kind === 'table' && block.table.columns.every(({ align }) => align === 'start');
}

/** In half a page its cells stand below each other. */
function stackable(block: Block & { readonly kind: 'table' }): Block {
  return { ...block, table: { ...block.table, stackable: true } as Table };
}

/** Of four or more words to tick the one that is right stands in a column of its own: a key is read, not filled in. */
function inWords(block: Block, verdict: string): Block {
  if (block.kind !== 'table') return block;
  const { table } = block;
  const plain = table.columns.findIndex(({ align }) => align === 'center');
  if (plain < 1 || table.columns.length - plain < FEWEST_WORDS || !table.rows.every((row) => row.slice(plain).every(isBox))) return block;
  const word = (row: Table['rows'][number]): readonly Inline[] =>
    row.slice(plain).flatMap((cell, index) => (isTicked(cell) ? (table.head[plain + index] ?? []) : []));
  const [first, ...others] = table.columns.slice(0, plain);
  if (first === undefined) return block;
  return {
    kind: 'table',
    table: {
      ...table,
      columns: [{ ...first, width: 4 }, ...others.map((column) => ({ ...column, width: 2.6 })), { align: 'start', width: 2.6 }],
      head: [...table.head.slice(0, plain), [{ kind: 'text', text: verdict }]],
      rows: table.rows.map((row) => [...row.slice(0, plain), word(row)]),
    },
  };
}

const FEWEST_WORDS = 4;

function isBox(cell: readonly Inline[]): boolean {
  return cell.length === 1 && cell[0]?.kind === 'box';
}

function isTicked([first]: readonly Inline[]): boolean {
  return first?.kind === 'box' && first.ticked;
}
