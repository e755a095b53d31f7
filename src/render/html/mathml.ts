import type { MathNode } from '../../document/index.js';
import { breakFormula, type FormulaLine, mathWidth, sumOfWidths } from './break-formula.js';
import { element, escapeText } from './markup.js';

/** A formula ready for a template. A broken one takes lines of its own; a wide one may still have to scroll on a phone. */
export interface DrawnMath {
  readonly markup: string;
  readonly isBroken: boolean;
  readonly isWide: boolean;
}

/**
 * A formula as one MathML element whose alternative text is `alt`.
 * One that is wider than a phone's line is set as a textbook does: one relation a line, and a long side broken before its operators.
 */
export function drawMath(math: MathNode, alt: string, display: 'inline' | 'block'): DrawnMath {
  const lines = mathWidth(math) > WIDEST_LINE ? breakFormula(math, WIDEST_LINE) : [];
  const isBroken = lines.length > 1;
  const widest = isBroken ? Math.max(...lines.map((line) => line.indent + sumOfWidths(line.nodes))) : mathWidth(math);
  const body = isBroken ? element('mtable', { class: 'chain', displaystyle: 'true' }, ...lines.map(lineRow)) : node(math);
  const attributes = {
    xmlns: 'http://www.w3.org/1998/Math/MathML',
    display: isBroken ? 'block' : display,
    displaystyle: 'true',
    alttext: alt,
  };
  return { markup: element('math', attributes, body), isBroken, isWide: widest > WIDEST_LINE };
}

/** In em: what a phone of 320 px holds, and a column of a worked example. */
const WIDEST_LINE = 15;

function lineRow(line: FormulaLine): string {
  const indent = line.indent === 0 ? '' : element('mspace', { width: `${line.indent}em` });
  return element('mtr', {}, element('mtd', {}, indent, ...line.nodes.map(node)));
}

function node(math: MathNode): string {
  switch (math.kind) {
    case 'row':
      return element('mrow', {}, ...math.children.map(node));
    case 'number':
      return element('mn', {}, escapeText(math.text));
    case 'text':
      return name(math.text);
    case 'unit':
      return element('mrow', {}, element('mspace', { width: '0.2em' }), element('mtext', { class: 'unit' }, escapeText(math.text)));
    case 'operator':
      return operator(math.text);
    case 'fraction':
      return element('mfrac', {}, node(math.over), node(math.under));
    case 'power':
      return element('msup', {}, node(math.base), node(math.exponent));
    case 'root':
      return math.degree === undefined
        ? element('msqrt', {}, node(math.radicand))
        : element('mroot', {}, node(math.radicand), node(math.degree));
    case 'sub':
      return element('msub', {}, node(math.base), node(math.index));
    case 'group':
      return element('mrow', {}, fence('('), node(math.child), fence(')'));
    case 'call':
      return call(math.name, math.arguments);
    case 'blank':
      return element('mi', { mathvariant: 'normal', class: 'blank' }, '\u00A0'.repeat(BLANK_SPACES));
  }
}

const BLANK_SPACES = 12;

/** Not `mtext`: that counts as space in MathML, and the operators beside it would lose their own. */
function name(text: string): string {
  return element('mi', { mathvariant: 'normal' }, escapeText(text));
}

function operator(text: string): string {
  if (text === ',') return element('mo', { separator: 'true' }, ',');
  // `and`, `or`, `not` are words: set as text between spaces.
  if (/^\p{L}/u.test(text)) return element('mtext', {}, `\u00A0${escapeText(text)}\u00A0`);
  return element('mo', {}, escapeText(text));
}

function fence(text: string): string {
  return element('mo', { stretchy: 'true', form: text === '(' ? 'prefix' : 'postfix' }, text);
}

function call(callName: string, callArguments: readonly MathNode[]): string {
  const inside = callArguments.map(node).join(operator(','));
  // Behind more than one word, as in `first order with (…)`, the parenthesis stands off.
  const space = /\s/.test(callName) ? [element('mspace', { width: '0.3em' })] : [];
  return element('mrow', {}, name(callName), element('mo', {}, '\u2061'), ...space, fence('('), inside, fence(')'));
}
