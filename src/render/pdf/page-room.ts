import type { Block, Inline, MathNode, PageSize } from '../../document/index.js';
import { linesOfMath } from './fitted-math.js';

/**
 * Whether blocks fit one page beyond doubt, by an upper bound of their height that needs no layout. Measuring is the costliest part
 * of a page, so the templates measure only what this leaves open.
 */
export function surelyFits(blocks: readonly Block[], size: PageSize = 'standard'): boolean {
  return heightBound(blocks) * (size === 'large' ? LARGE : 1) < PAGE_HEIGHT;
}

/** Type half as large again makes lines higher and shorter. */
const LARGE = 2.25;
/** Millimetres of a page's body, less the head of an exercise or panel. */
const PAGE_HEIGHT = 230;
/** A line of handwriting, also where a line of text has blanks in it. */
const LINE = 9;
/** A line of text alone. */
const TEXT_LINE = 6.5;
/** Characters that every line holds: 39 Han characters fill one, and panels and lists are narrower. */
const LINE_LENGTH = 30;
/** The same for a formula, in em, in the narrower column of a worked example. */
const MATH_LENGTH = 16;

function heightBound(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + blockBound(block), 0);
}

function blockBound(block: Block): number {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return textBound(block.inlines, LINE_LENGTH) + 5;
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
        (block.figure.kind === 'chart' ? 90 + 10 * block.figure.chart.series.length : 35 + 13 * block.figure.map.flows.length)
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
  return (
    Math.ceil(inlines.reduce((sum, inline) => sum + inlineLength(inline), 0) / length) * (inlines.some(hasBlank) ? LINE : TEXT_LINE) + math
  );
}

function inlineLength(inline: Inline): number {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return textLength(inline.text);
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

function hasBlank(inline: Inline): boolean {
  return inline.kind === 'blank' || ('children' in inline && inline.children.some(hasBlank));
}

/** In Han characters; two Latin ones are narrower than 1.2 of them. */
function textLength(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u2000' ? 0.6 : 1), 0);
}

/** A line with a fraction is twice as high as one without, and higher by each fraction inside. */
function mathBound(math: MathNode): number {
  return linesOfMath(math, MATH_LENGTH) * (8 + 7 * fractionDepth(math));
}

function fractionDepth(math: MathNode): number {
  switch (math.kind) {
    case 'row':
      return Math.max(0, ...math.children.map(fractionDepth));
    case 'fraction':
      return 1 + Math.max(fractionDepth(math.over), fractionDepth(math.under));
    case 'group':
      return fractionDepth(math.child);
    case 'power':
      return fractionDepth(math.base) + fractionDepth(math.exponent);
    case 'sub':
      return fractionDepth(math.base) + fractionDepth(math.index);
    case 'call':
      return Math.max(0, ...math.arguments.map(fractionDepth));
    case 'blank':
      return 0.5;
    default:
      return 0;
  }
}
