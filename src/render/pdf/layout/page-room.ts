import type { Block, Edition, Inline, MathNode, PageSize, Table } from '../../../document/index.js';
import { linesOfMath, linesOfPieces } from '../../output/fitted-math.js';
import { MM_PER_PT } from '../../output/measures.js';
import { type Widths, widthOf } from '../../output/text-width.js';
import type { TypeSizes } from './type-sizes.js';

/**
 * What a page gives blocks: its type in mm; a line, and the columns of a worked example, in em of it; a line of handwriting in mm;
 * the longest blank in em.
 */
export interface PageRoom {
  readonly type: number;
  readonly line: number;
  readonly step: number;
  readonly reason: number;
  readonly writing: number;
  readonly blank: number;
  readonly large: boolean;
}

export function pageRoom(size: PageSize, sizes: TypeSizes, edition: Edition): PageRoom {
  const type = sizes.body * MM_PER_PT;
  const large = size === 'large';
  const writing = large ? 12 : edition === 'student' ? 8.5 : 6.5;
  return {
    type,
    line: sizes.line / type,
    step: sizes.step / type,
    reason: sizes.reason / type,
    writing,
    blank: LONGEST_BLANK / type,
    large,
  };
}

/**
 * Whether blocks fit one page beyond doubt, by an upper bound of their height that needs no layout. Measuring is the costliest part
 * of a page, so the templates measure only what this leaves open.
 */
export function surelyFits(blocks: readonly Block[], room: PageRoom): boolean {
  return heightBound(blocks, room) < PAGE_HEIGHT;
}

/** In mm; in large print, whose type is half as large again, a third longer. */
const LONGEST_BLANK = 62;
/** Millimetres of a page's body, less the head of an exercise or panel. */
export const PAGE_HEIGHT = 230;
/** From one line of text to the next, and from the last of a paragraph to the next block, in em; it is 1.33 and 0.85. */
const PITCH = 1.45;
const SPACING = 1.2;
/** What lists and panels take of each line, in em. */
const INDENT = 3;
/** The room above and below a cell in mm, and beside it in em. */
const CELL = 3;
const LARGE_CELL = 4.5;
const CELL_SIDES = 1;

/** Millimetres that blocks take at most. */
export function heightBound(blocks: readonly Block[], room: PageRoom): number {
  return blocks.reduce((sum, block) => sum + blockBound(block, room), 0);
}

function blockBound(block: Block, room: PageRoom): number {
  switch (block.kind) {
    case 'heading':
      return 1.2 * textBound(block.inlines, room.line / 1.2, room) + 3 * SPACING * room.type;
    case 'paragraph':
      return textBound(block.inlines, room.line, room) + SPACING * room.type;
    case 'list':
      return block.items.reduce((sum, item) => sum + heightBound(item, narrower(room)), SPACING * room.type);
    case 'table':
      return tableBound(block.table, room);
    case 'formula':
      return mathBound(block.math, room.line, room) + 10;
    case 'figure':
      return (
        textBound(block.caption, room.line, room) +
        (block.figure.kind === 'chart' ? 90 + 10 * block.figure.chart.series.length : 28 + 13.5 * block.figure.map.flows.length)
      );
    case 'panel':
      return 20 + textBound(block.title, room.line, room) + heightBound(block.blocks, narrower(room));
    case 'working':
      return block.steps.reduce((sum, step) => sum + stepBound(step.math, step.reason, room) + 5, 8);
    case 'exercise':
      return Number.POSITIVE_INFINITY;
    case 'lines':
      return block.count * room.writing + 6;
    case 'space':
      return block.lines * room.writing + 6;
  }
}

function narrower(room: PageRoom): PageRoom {
  return { ...room, line: room.line - INDENT };
}

/** Reasons are set a point smaller, in closer lines. */
const REASON = 0.85;

/** The reason stands beside its step, in large print below it. */
function stepBound(math: MathNode, reason: readonly Inline[], room: PageRoom): number {
  const parts = [mathBound(math, room.step, room), REASON * textBound(reason, room.reason, room)] as const;
  return room.large ? parts[0] + parts[1] + SPACING * room.type : Math.max(...parts);
}

/** A column as wide as its content may leave the others next to nothing. */
function tableBound({ caption, columns, head, rows }: Table, room: PageRoom): number {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const open = columns.some(({ width }) => width === 0);
  const lengths = columns.map(({ width }) => (open ? room.line / 2 / columns.length : (room.line * width) / total) - CELL_SIDES);
  const rowBound = (row: Table['head']) =>
    Math.max(0, ...row.map((cell, index) => cellBound(cell, Math.max(2, lengths[index] ?? 0), room))) + (room.large ? LARGE_CELL : CELL);
  return [head, ...rows].reduce((sum, row) => sum + rowBound(row), textBound(caption, room.line, room) + 2 * SPACING * room.type);
}

/** In a cell a blank takes what is left of its line, and only the first line is as high as handwriting. */
function cellBound(inlines: readonly Inline[], length: number, room: PageRoom): number {
  const height = textBound(inlines, length, { ...room, writing: 0, blank: 0 });
  return inlines.some(hasBlank) ? room.writing + height - PITCH * room.type : height;
}

/** `length` is that of a line in em. */
function textBound(inlines: readonly Inline[], length: number, room: PageRoom): number {
  if (inlines.length === 0) return 0;
  const math = inlines.reduce((sum, inline) => sum + (inline.kind === 'math' ? mathBound(inline.math, length, room) : 0), 0);
  const pieces = inlines.flatMap((inline) => inlinePieces(inline, length, room));
  // A mark that cannot begin a line takes a character from the line before.
  return (
    linesOfPieces(pieces, length - 1) * (inlines.some(hasBlank) ? Math.max(room.writing, PITCH * room.type) : PITCH * room.type) + math
  );
}

/** Widths in em between places where a line may break. */
function inlinePieces(inline: Inline, length: number, room: PageRoom): readonly number[] {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return wordWidths(inline.text);
    case 'strong':
    case 'emphasis':
    case 'link':
      return inline.children.flatMap((child) => inlinePieces(child, length, room));
    case 'blank':
      return [Math.max(Math.min(length, room.blank), inline.answer === undefined ? 0 : widthOf(inline.answer, BOUND) + 1)];
    case 'box':
      return [2];
    case 'break':
      return [length];
    case 'math':
      return [];
  }
}

function hasBlank(inline: Inline): boolean {
  return inline.kind === 'blank' || ('children' in inline && inline.children.some(hasBlank));
}

/** Words in letters with their space; each Chinese character is one. */
function wordWidths(text: string): readonly number[] {
  return (text.match(/[^ \u2e80-\uffff]+ *|[ \u2e80-\uffff]/gu) ?? []).map((word) => widthOf(word, BOUND));
}

/** Wider than the characters are on average in every font of the pages, in bold too. */
const BOUND: Widths = { full: 1.05, symbol: 1.05, thin: 0.4, point: 0.4, narrow: 0.4, wide: 1.05, letter: 0.66 };

/** A line is higher by each fraction and blank that stand inside each other; only so many lines as hold one. */
function mathBound(math: MathNode, length: number, room: PageRoom): number {
  const lines = linesOfMath(math, length);
  const pieces = math.kind === 'row' ? math.children : [math];
  const heights = pieces.map((piece) => extraHeight(piece, room)).filter((extra) => extra > 0);
  return lines * MATH_PITCH * room.type + Math.min(lines, heights.length) * Math.max(0, ...heights);
}

/** A line of a formula, and what a fraction adds, in em; what a blank box adds, in mm. */
const MATH_PITCH = 1.8;
const FRACTION = 1.6;
const BLANK_BOX = 8;

function extraHeight(math: MathNode, room: PageRoom): number {
  const highest = (...nodes: readonly MathNode[]) => Math.max(0, ...nodes.map((node) => extraHeight(node, room)));
  switch (math.kind) {
    case 'row':
      return highest(...math.children);
    case 'fraction':
      return FRACTION * room.type + highest(math.over) + highest(math.under);
    case 'group':
      return highest(math.child);
    case 'power':
      return highest(math.base) + highest(math.exponent);
    case 'root':
      return highest(math.radicand);
    case 'sub':
      return highest(math.base) + highest(math.index);
    case 'call':
      return highest(...math.arguments);
    case 'blank':
      return BLANK_BOX;
    default:
      return 0;
  }
}
