import type { MathNode } from '../../document/index.js';
import { evenWidths, widthOf } from './text-width.js';

/** A formula and the part of its size at which it fits. */
export interface FittedMath {
  readonly math: MathNode;
  readonly scale: number;
}

/**
 * A formula for a column `room` em wide. Lines break at signs only, so a fraction or bracket that is wider is written on the line
 * with ÷ and plain brackets, what stands in brackets after a function may break too, and so may a name of several words; what is
 * still too wide is made smaller. A fraction inside a fraction or an exponent would be too small to read and is written with ÷ anyway.
 */
export function fitMath(given: MathNode, room: number): FittedMath {
  const math = levelled(given, false);
  if (unbreakableWidth(math) <= room) return { math, scale: 1 };
  const loose = loosened(math, room);
  return { math: loose, scale: Math.max(SMALLEST, Math.min(1, room / unbreakableWidth(loose))) };
}

/** Below this nobody could read it. */
const SMALLEST = 0.6;

function levelled(node: MathNode, inside: boolean): MathNode {
  switch (node.kind) {
    case 'row':
      return { ...node, children: node.children.map((child) => levelled(child, inside)) };
    case 'fraction': {
      const [over, under] = [levelled(node.over, true), levelled(node.under, true)];
      const part = (child: MathNode): MathNode => (hasOperator(child) ? { kind: 'group', child } : child);
      return inside ? { kind: 'row', children: [part(over), DIVIDED_BY, part(under)] } : { ...node, over, under };
    }
    case 'power':
      return { ...node, base: levelled(node.base, inside), exponent: levelled(node.exponent, true) };
    case 'root':
      return { ...node, radicand: levelled(node.radicand, inside) };
    case 'group':
      return { ...node, child: levelled(node.child, inside) };
    case 'call':
      return { ...node, arguments: node.arguments.map((argument) => levelled(argument, inside)) };
    default:
      return node;
  }
}

const DIVIDED_BY: MathNode = { kind: 'operator', text: '÷' };

function loosened(node: MathNode, room: number): MathNode {
  if (node.kind === 'row') return { kind: 'row', children: node.children.flatMap((child) => withBreaks(child, room)) };
  if (mathWidth(node) <= room) return node;
  if (node.kind === 'text') return inLines(node.text.split(' '), room);
  if (node.kind === 'group') return bracketed(loosened(node.child, room));
  if (node.kind === 'call' && node.arguments[0] !== undefined && node.arguments.length === 1) {
    return {
      kind: 'row',
      children: [{ kind: 'text', text: node.name }, BREAK, bracketed(loosened(node.arguments[0], room))],
    };
  }
  if (node.kind !== 'fraction') return node;
  const part = (child: MathNode) => (hasOperator(child) ? bracketed(loosened(child, room)) : loosened(child, room));
  return { kind: 'row', children: [part(node.over), DIVIDED_BY, part(node.under)] };
}

/** Words between formulas have fixed spaces at their ends, in whose place a line may break. */
function withBreaks(child: MathNode, room: number): readonly MathNode[] {
  if (child.kind !== 'text') return [loosened(child, room)];
  const [, before = '', text = '', behind = ''] = /^(\u00a0?)(.*?)(\u00a0?)$/.exec(child.text) ?? [];
  const words = loosened({ kind: 'text', text }, room);
  return [...(before === '' ? [] : [BREAK]), words, ...(behind === '' ? [] : [BREAK])];
}

/** As many words in a line as it holds. */
function inLines(words: readonly string[], room: number): MathNode {
  const lines: string[] = [];
  for (const word of words) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (widthOf(longer, FORMULA) <= room) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  const [first, ...others] = lines.map((text): MathNode => ({ kind: 'text', text }));
  if (first === undefined || others.length === 0) return { kind: 'text', text: words.join(' ') };
  return { kind: 'row', children: [first, ...others.flatMap((line) => [BREAK, line])] };
}

/** A line may break at a sign, also at one that nobody sees. */
const BREAK: MathNode = { kind: 'operator', text: '' };

/** Brackets as text: a line may break between them. */
function bracketed(child: MathNode): MathNode {
  return { kind: 'row', children: [{ kind: 'text', text: '(' }, child, { kind: 'text', text: ')' }] };
}

function hasOperator(node: MathNode): boolean {
  return node.kind === 'operator' || (node.kind === 'row' && node.children.some(hasOperator));
}

/** How many lines a formula takes in a column `room` em wide, if anything one too many. */
export function linesOfMath(math: MathNode, room: number): number {
  return linesOfPieces(pieceWidths(math), room);
}

/** The lines of pieces that are set one after another, each where the one before leaves room for it; one wider than a line takes several. */
export function linesOfPieces(widths: readonly number[], room: number): number {
  let lines = 1;
  let used = 0;
  for (const width of widths) {
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    used += width;
    if (used > room) {
      lines += Math.ceil(used / room) - 1;
      used = room;
    }
  }
  return lines;
}

/** What stands between two signs, each with the sign after it, in em. */
function pieceWidths(node: MathNode): readonly number[] {
  if (node.kind !== 'row') return [mathWidth(node)];
  const pieces = [0];
  for (const child of node.children) {
    const [first = 0, ...others] = pieceWidths(child);
    pieces.push((pieces.pop() ?? 0) + first, ...others);
    if (child.kind === 'operator') pieces.push(0);
  }
  return pieces.filter((piece) => piece > 0);
}

/** The widest piece between two signs where a line may break, in em. */
function unbreakableWidth(node: MathNode): number {
  return Math.max(0, ...pieceWidths(node));
}

/** Roughly how wide a formula is in one line, in em. */
export function mathWidth(node: MathNode): number {
  switch (node.kind) {
    case 'row':
      return sum(node.children.map(mathWidth));
    case 'number':
    case 'text':
    case 'unit':
      return widthOf(node.text, FORMULA);
    case 'operator':
      return node.text === '' ? 0 : 1.4;
    case 'fraction':
      return Math.max(mathWidth(node.over), mathWidth(node.under)) + 0.3;
    case 'power':
      return mathWidth(node.base) + 0.7 * mathWidth(node.exponent);
    case 'root':
      return mathWidth(node.radicand) + (node.degree === undefined ? 0 : 0.5 * mathWidth(node.degree)) + 0.9;
    case 'sub':
      return mathWidth(node.base) + 0.7 * mathWidth(node.index);
    case 'group':
      return mathWidth(node.child) + 0.8;
    case 'call':
      return widthOf(node.name, FORMULA) + 0.8 + sum(node.arguments.map((argument) => mathWidth(argument) + 0.5));
    case 'blank':
      return BLANK;
  }
}

/** 22 mm of 11 pt. */
const BLANK = 5.7;

/** In formulas signs and figures are more than letters. */
const FORMULA = evenWidths(0.52);

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
