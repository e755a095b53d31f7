import type { Block, Inline, MathNode } from '../../document/index.js';

/**
 * Whether blocks fit one page beyond doubt, by an upper bound of their height that needs no layout. Measuring is the costliest part
 * of a page, so the templates measure only what this leaves open.
 */
export function surelyFits(blocks: readonly Block[]): boolean {
  return heightBound(blocks) < PAGE_HEIGHT;
}

/** Millimetres of a page's body, less the head of an exercise or panel. */
const PAGE_HEIGHT = 210;
/** A line of text with blanks in it is a line of handwriting. */
const LINE = 9;
/** Characters that every line holds: 39 Han characters fill one, and panels and lists are narrower. */
const LINE_LENGTH = 30;

function heightBound(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + blockBound(block), 0);
}

function blockBound(block: Block): number {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textBound(block.inlines, LINE_LENGTH) + 8;
    case 'list':
      return block.items.reduce((sum, item) => sum + heightBound(item), 0);
    case 'table': {
      const { caption, head, rows } = block.table;
      const cells = Math.floor(LINE_LENGTH / Math.max(1, head.length)) - 1;
      return [head, ...rows].reduce((sum, row) => sum + rowBound(row, Math.max(2, cells)), textBound(caption, LINE_LENGTH) + 8);
    }
    case 'formula':
      return mathBound(block.math) + 10;
    case 'figure':
      return (
        textBound(block.caption, LINE_LENGTH) +
        (block.figure.kind === 'chart' ? 110 + 10 * block.figure.chart.series.length : 35 + 13 * block.figure.map.flows.length)
      );
    case 'panel':
      return 20 + textBound(block.title, LINE_LENGTH) + heightBound(block.blocks);
    case 'working':
      return block.steps.reduce((sum, { math, reason }) => sum + Math.max(mathBound(math), textBound(reason, LINE_LENGTH / 3)) + 5, 8);
    case 'exercise':
      return Number.POSITIVE_INFINITY;
    case 'lines':
      return block.count * LINE + 6;
    case 'space':
      return block.lines * LINE + 6;
  }
}

function rowBound(row: readonly (readonly Inline[])[], length: number): number {
  return Math.max(LINE, ...row.map((cell) => textBound(cell, length))) + 4;
}

function textBound(inlines: readonly Inline[], length: number): number {
  if (inlines.length === 0) return 0;
  const math = inlines.reduce((sum, inline) => sum + (inline.kind === 'math' ? mathBound(inline.math) : 0), 0);
  return Math.ceil(inlines.reduce((sum, inline) => sum + inlineLength(inline), 0) / length) * LINE + math;
}

function inlineLength(inline: Inline): number {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text.length;
    case 'strong':
    case 'emphasis':
    case 'link':
      return inline.children.reduce((sum, child) => sum + inlineLength(child), 0);
    case 'blank':
      return 15;
    case 'box':
      return 2;
    case 'break':
      return LINE_LENGTH;
    case 'math':
      return 0;
  }
}

/** As if it broke at every sign, each line as high as a fraction. */
function mathBound(math: MathNode): number {
  return math.kind === 'row' ? 16 * (1 + math.children.filter(({ kind }) => kind === 'operator').length / 2) : 20;
}
