import type { Block, Table } from '../../../document/index.js';
import { inlinesWidth } from '../../output/inline-width.js';
import { type Facts, isFacts, type Opening, openingOf } from '../../output/opening.js';

/** Two boxes of facts beside each other. */
export interface Pair {
  readonly kind: 'pair';
  readonly items: readonly Block[];
}

/** Questions in a column, the lines for each answer beside it; read question by question. */
export interface Asked {
  readonly kind: 'asked';
  readonly items: readonly { readonly question: readonly Block[]; readonly lines: Block }[];
}

/** What opens a chapter, on a sheet of its own. */
export interface Flyer extends Opening {
  readonly kind: 'flyer';
}

export type Gathered = Block | Pair | Asked | Flyer;

/** Blocks of a chapter that stand in a frame or beside each other. */
export function gathered(blocks: readonly Block[]): readonly Gathered[] {
  const opening = openingOf(blocks);
  const result: Gathered[] = opening === undefined ? [] : [{ kind: 'flyer', ...opening }];
  for (let start = opening === undefined ? 0 : 1 + opening.blocks.length; start < blocks.length; ) {
    const [first, second] = blocks.slice(start);
    if (first === undefined) break;
    const questions = questionsAt(blocks, start);
    if (questions.length > 1) {
      result.push({ kind: 'asked', items: questions });
      start += 3 * questions.length;
    } else if (isNarrowFacts(first) && second !== undefined && isNarrowFacts(second)) {
      result.push({ kind: 'pair', items: [withTightTable(first), withTightTable(second)] });
      start += 2;
    } else {
      result.push(isFacts(first) ? withHalvedTable(first) : first);
      start += 1;
    }
  }
  return result;
}

/** Heading, a paragraph, lines to write on, again and again. */
function questionsAt(blocks: readonly Block[], start: number): Asked['items'] {
  const questions: Asked['items'][number][] = [];
  for (let at = start; ; at += 3) {
    const [heading, paragraph, lines] = blocks.slice(at, at + 3);
    if (heading?.kind !== 'heading' || paragraph?.kind !== 'paragraph' || lines?.kind !== 'lines') return questions;
    questions.push({ question: [heading, paragraph], lines });
  }
}

/** Words before the table would take twice their lines in half a page. */
function isNarrowFacts(block: Block): block is Facts {
  const lengths = isFacts(block) ? block.blocks.map((one) => (one.kind === 'table' ? 0 : JSON.stringify(one).length)) : [Infinity];
  return lengths.reduce((sum, length) => sum + length, 0) < MOST_WORDS;
}

/** As the tree is written out: some 120 characters of text. */
const MOST_WORDS = 420;

function withTightTable(facts: Facts): Facts {
  return { ...facts, blocks: facts.blocks.map((block) => (block.kind === 'table' ? { ...block, table: tight(block.table) } : block)) };
}

/** In half the width figures and places stay on one line where names keep a third of it. */
function tight(table: Table): Table {
  const [, ...others] = table.columns.map((_, index) => widest(table, index));
  const names = Math.max(HALF / 3, HALF - others.reduce((sum, width) => sum + width, 0));
  return {
    ...table,
    columns: table.columns.map((column, index) => ({ ...column, width: index === 0 ? names : (others[index - 1] ?? 1) })),
  };
}

/** What half a page less its frame holds in type of 10 pt, and the room beside the text of a cell, in em. */
const HALF = 22;
const CELL_SIDES = 1.2;
/** Small type of whole words needs less than figures alone. */
const LETTERS = 1.2;

function widest({ head, rows }: Table, index: number): number {
  return CELL_SIDES + LETTERS * Math.max(...[head, ...rows].map((row) => inlinesWidth(row[index] ?? [])));
}

/** A table of many rows becomes two, the second beside the first: without places of a document four rows are many. */
function withHalvedTable(facts: Facts): Facts {
  const blocks = facts.blocks.map((block) => {
    if (block.kind !== 'table' || block.table.caption.length > 0) return block;
    const { table } = block;
    if (table.rows.length < (table.columns.length > 2 ? FEWEST_ROWS : FEWEST_BARE)) return block;
    const middle = Math.ceil(table.rows.length / 2);
    const half = (rows: Table['rows']): Block => ({ kind: 'table', table: tight({ ...table, rows }) });
    return { kind: 'beside', columns: 2, items: [half(table.rows.slice(0, middle)), half(table.rows.slice(middle))] };
  });
  return { ...facts, blocks: blocks as readonly Block[] };
}

const FEWEST_ROWS = 6;
const FEWEST_BARE = 4;
