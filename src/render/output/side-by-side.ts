import type { Block, Inline, Table } from '../../document/index.js';
import { inlinesWidth } from './inline-width.js';

/** Blocks of an exercise that stand in columns to save paper; read row by row. */
export interface SideBySide {
  readonly kind: 'beside';
  readonly columns: number;
  readonly items: readonly Block[];
}

/** Room for working, with the answers at the right of its last lines. */
export interface Bench {
  readonly kind: 'bench';
  /** Lines from edge to edge, above those with an answer. */
  readonly lines: number;
  readonly alt: string;
  readonly answerLines: readonly Block[];
  /** The part of the width that the answers take. */
  readonly part: number;
}

export type Arranged = Block | SideBySide | Bench;

/**
 * Short answer lines and options go into columns, a list of them into two lists, two narrow tables beside each other.
 * `lineLength` is what a line of the page holds, in em.
 */
export function sideBySide(blocks: readonly Block[], lineLength: number): readonly Arranged[] {
  const arranged: Arranged[] = [];
  for (let start = 0; start < blocks.length; ) {
    const [block] = blocks.slice(start);
    if (block === undefined) break;
    const answers = block.kind === 'space' ? answersAt(blocks.slice(start + 1), lineLength) : [];
    if (block.kind === 'space' && answers.length > 0) {
      // A guess stands above the figure that is worked out.
      const above = arranged.at(-1);
      const guess = above?.kind === 'paragraph' && shapeOf(above, lineLength) === 'answer' ? [above] : [];
      if (guess.length > 0) arranged.pop();
      arranged.push(bench(block, [...guess, ...answers], lineLength));
      start += 1 + answers.length;
      continue;
    }
    const run = runOfSameShape(blocks.slice(start), lineLength);
    arranged.push(run.length > 1 ? inColumns(run, lineLength) : (halved(block, lineLength) ?? block));
    start += Math.max(1, run.length);
  }
  return arranged;
}

/** Answer lines, one after another: in the wider part of a bench their words take two lines at most. */
function answersAt(blocks: readonly Block[], lineLength: number): readonly Block[] {
  const end = blocks.findIndex((block) => shapeOf(block, 2 * lineLength) !== 'answer');
  return end < 0 ? blocks : blocks.slice(0, end);
}

const WIDEST_PART = 0.62;
/** What the narrower part has beside the box: 44 of 160 mm. */
const NARROW_WORDS = 0.27;

function wordsWidth(inlines: readonly Inline[]): number {
  return inlinesWidth(inlines.filter(({ kind }) => kind !== 'blank'));
}

function bench(space: Block & { readonly kind: 'space' }, answers: readonly Block[], lineLength: number): Bench {
  const short = answers.every((block) => block.kind === 'paragraph' && wordsWidth(block.inlines) <= NARROW_WORDS * lineLength);
  return {
    kind: 'bench',
    lines: Math.max(1, space.lines - answers.length),
    alt: space.alt,
    answerLines: answers,
    part: short ? 0.5 : WIDEST_PART,
  };
}

function runOfSameShape(blocks: readonly Block[], lineLength: number): readonly Block[] {
  const [first] = blocks;
  const shape = first && shapeOf(first, lineLength);
  if (shape === undefined) return [];
  const end = blocks.findIndex((block, index) => shapeOf(block, lineLength) !== shape || (index > 0 && isHeaded(block)));
  const run = end < 0 ? blocks : blocks.slice(0, end);
  return shape === 'table' ? (columnsOf(run) > TABLE_COLUMNS ? [] : run.slice(0, 2)) : run;
}

/** Two tables side by side have no more columns than this together, in type of which 40 em fill a line. */
const TABLE_COLUMNS = 5;
const TABLE_LINE = 35;

function columnsOf(tables: readonly Block[]): number {
  return tables.slice(0, 2).reduce((sum, block) => sum + (block.kind === 'table' ? block.table.columns.length : 0), 0);
}

function shapeOf(block: Block, lineLength: number): 'answer' | 'option' | 'table' | undefined {
  if (block.kind === 'table') return lineLength > TABLE_LINE && isNarrow(block.table) ? 'table' : undefined;
  if (block.kind !== 'paragraph') return undefined;
  const fields = block.inlines.filter(({ kind }) => kind === 'blank' || kind === 'box');
  if (fields.length !== 1 || inlinesWidth(block.inlines) > lineLength / 2 - 0.5) return undefined;
  return fields[0]?.kind === 'blank' ? 'answer' : 'option';
}

/** A number or name in bold begins something else. */
function isHeaded(block: Block): boolean {
  return block.kind === 'paragraph' && block.inlines[0]?.kind === 'strong';
}

/** No cell of it needs more than two lines of a third of half the page. */
function isNarrow({ head, rows, caption }: Table): boolean {
  return caption.length === 0 && [head, ...rows].every((row) => row.every((cell) => inlinesWidth(cell) <= 12));
}

function inColumns(run: readonly Block[], lineLength: number): SideBySide {
  const widest = Math.max(...run.map((block) => (block.kind === 'paragraph' ? inlinesWidth(block.inlines) : lineLength / 2)));
  const fitting = Math.max(2, Math.min(run.length, 4, Math.floor(lineLength / (widest + 1.4))));
  // Three of four options in a row would look like a slip.
  return { kind: 'beside', columns: fitting === 3 && run.length !== 3 ? 2 : fitting, items: run };
}

function halved(block: Block, lineLength: number): SideBySide | undefined {
  if (block.kind !== 'list' || block.items.length < 2) return undefined;
  const short = block.items.every(([only, ...more]) => more.length === 0 && only && shapeOf(only, lineLength - 4) === 'answer');
  if (!short) return undefined;
  const middle = Math.ceil(block.items.length / 2);
  return {
    kind: 'beside',
    columns: 2,
    items: [
      { ...block, items: block.items.slice(0, middle) },
      { ...block, items: block.items.slice(middle) },
    ],
  };
}
