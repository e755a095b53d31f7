import type { MathNode } from '../../document/index.js';

/** A formula in one line, as a learner types it: `(320 yuan + 40 yuan) ÷ 190.4 points = ____`. */
export function linearMath(math: MathNode): string {
  const line = written(math)
    .replace(/[ \u00a0]{2,}/g, ' ')
    .trim();
  return unbroken(line);
}

/** Groups of digits stay together: pages part them by a thin space, at which other programs break the line. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d)\u2009(?=\d)/g, '\u202f');
}

function written(math: MathNode): string {
  switch (math.kind) {
    case 'row':
      return math.children.map(written).join('');
    case 'number':
    case 'text':
      return math.text;
    case 'unit':
      return `\u00a0${math.text}`;
    case 'operator':
      return math.text === ',' ? ', ' : ` ${math.text} `;
    case 'fraction':
      return `${operand(math.over)} ÷ ${operand(math.under)}`;
    case 'power':
      return `${operand(math.base)}^${operand(math.exponent)}`;
    case 'root':
      return `${math.degree === undefined ? '' : superscript(written(math.degree).trim())}√${rootOperand(math.radicand)}`;
    case 'sub':
      return `${written(math.base)}\u00a0[${written(math.index)}]`;
    case 'group':
      return `(${written(math.child).trim()})`;
    case 'call':
      return `${math.name}(${math.arguments.map((one) => written(one).trim()).join(', ')})`;
    case 'blank':
      return BLANK;
  }
}

/** `¹²√(1.2 × 2)`: the degree stands raised before the sign, as far as it is a number. */
function superscript(text: string): string {
  return /^\d+$/.test(text) ? [...text].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('') : `(${text})`;
}

function rootOperand(math: MathNode): string {
  const inside = written(math).trim();
  return math.kind === 'number' || math.kind === 'text' ? inside : `(${inside})`;
}

/** Where a figure is missing that nobody is asked for in this place. */
export const BLANK = '____';

/** What the bar of a fraction, or its height, keeps together needs brackets in one line. */
function operand(math: MathNode): string {
  const inside = written(math).trim();
  return isCompound(math) ? `(${inside})` : inside;
}

function isCompound(math: MathNode): boolean {
  if (math.kind === 'row') return math.children.some((child) => child.kind === 'operator' || isCompound(child));
  return math.kind === 'fraction' || math.kind === 'power';
}

/** True where one line says less than a drawing: a bar, a raised figure. */
export function needsDrawing(math: MathNode): boolean {
  switch (math.kind) {
    case 'fraction':
    case 'power':
    case 'root':
      return true;
    case 'row':
      return math.children.some(needsDrawing);
    case 'group':
      return needsDrawing(math.child);
    case 'call':
      return math.arguments.some(needsDrawing);
    default:
      return false;
  }
}

/** True for a formula in words that is worth drawing: it has a bar or a raised figure, and no figure that could be garbled. */
export function isInWords(math: MathNode): boolean {
  return needsDrawing(math) && !holdsFigures(math);
}

function holdsFigures(math: MathNode): boolean {
  switch (math.kind) {
    case 'number':
    case 'blank':
      return true;
    case 'row':
      return math.children.some(holdsFigures);
    case 'fraction':
      return holdsFigures(math.over) || holdsFigures(math.under);
    case 'power':
      return holdsFigures(math.base) || holdsFigures(math.exponent);
    case 'root':
      return holdsFigures(math.radicand);
    case 'sub':
      return holdsFigures(math.base);
    case 'group':
      return holdsFigures(math.child);
    case 'call':
      return math.arguments.some(holdsFigures);
    default:
      return false;
  }
}
