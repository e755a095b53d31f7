import type { Block, Inline, Table } from '../../../document/index.js';
import { inlinesWidth } from '../../output/inline-width.js';

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

/** What the document offers, told again: the head and the words that open a chapter, and lines of the document that it examines. */
export interface Flyer {
  readonly kind: 'flyer';
  readonly level: number;
  readonly heading: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly claims: readonly (readonly Inline[])[];
}

export type Gathered = Block | Pair | Asked | Flyer;

/** Blocks of a chapter that stand in a frame or beside each other. */
export function gathered(blocks: readonly Block[]): readonly Gathered[] {
  const opening = flyerAt(blocks);
  const result: Gathered[] = opening === undefined ? [] : [opening];
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

/** A head and words, up to the first box of facts. */
function flyerAt(blocks: readonly Block[]): Flyer | undefined {
  const [first] = blocks;
  if (first?.kind !== 'heading') return undefined;
  const end = blocks.findIndex((block, index) => index > 0 && !isTold(block));
  const facts = blocks[end];
  if (end < 2 || facts === undefined || !isFacts(facts)) return undefined;
  const told = blocks.slice(1, end);
  // A list already says it line by line.
  const claims = told.some(({ kind }) => kind === 'list') ? [] : claimsExamined(blocks);
  return { kind: 'flyer', level: first.level, heading: first.inlines, blocks: told, claims };
}

function isTold(block: Block): boolean {
  return block.kind === 'paragraph' || block.kind === 'list' || (block.kind === 'panel' && block.style === 'note');
}

const CLAIMS_SHOWN = 3;
const VERDICT_WORDS = 4;

/** The first lines of the first table whose lines are judged: a box for each of four words ends them. */
function claimsExamined(blocks: readonly Block[]): Flyer['claims'] {
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

/** Heading, a paragraph, lines to write on, again and again. */
function questionsAt(blocks: readonly Block[], start: number): Asked['items'] {
  const questions: Asked['items'][number][] = [];
  for (let at = start; ; at += 3) {
    const [heading, paragraph, lines] = blocks.slice(at, at + 3);
    if (heading?.kind !== 'heading' || paragraph?.kind !== 'paragraph' || lines?.kind !== 'lines') return questions;
    questions.push({ question: [heading, paragraph], lines });
  }
}

type Facts = Block & { readonly kind: 'panel' };

function isFacts(block: Block): block is Facts {
  return block.kind === 'panel' && block.style === 'givens';
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
