import type { MathNode } from '../../document/index.js';
import { element, escapeText } from './markup.js';
import { textWidth } from './text-width.js';

/**
 * A formula as one MathML element whose alternative text is `alt`.
 * A displayed chain (`a = b = c`) that is too wide for a line is set as a textbook does: one relation a row, signs under each other.
 */
export function mathMarkup(math: MathNode, alt: string, display: 'inline' | 'block'): string {
  const body = display === 'block' && mathWidth(math) > WIDEST_LINE ? chain(math) : node(math);
  return element('math', { xmlns: 'http://www.w3.org/1998/Math/MathML', display, alttext: alt }, body);
}

/** Estimated width of a formula in em. */
export function mathWidth(math: MathNode): number {
  switch (math.kind) {
    case 'row':
      return sum(math.children);
    case 'number':
    case 'text':
    case 'unit':
      return textWidth(math.text);
    case 'operator':
      return textWidth(math.text) + 0.9;
    case 'fraction':
      return Math.max(mathWidth(math.over), mathWidth(math.under)) + 0.3;
    case 'power':
      return mathWidth(math.base) + 0.7 * mathWidth(math.exponent);
    case 'sub':
      return mathWidth(math.base) + 0.7 * mathWidth(math.index);
    case 'group':
      return mathWidth(math.child) + 0.8;
    case 'call':
      return textWidth(math.name) + sum(math.arguments) + math.arguments.length;
    case 'blank':
      return 4.5;
  }
}

/** In em; a phone of 390 px holds about this much at the size of the body. */
export const WIDEST_LINE = 19;
const RELATIONS = new Set(['=', '≈', '≠', '<', '≤', '>', '≥']);

function sum(nodes: readonly MathNode[]): number {
  return nodes.reduce((width, child) => width + mathWidth(child), 0);
}

function chain(math: MathNode): string {
  const parts = math.kind === 'row' ? splitAtRelations(math.children) : [];
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return node(math);
  // A long left side gets a row of its own, so that the column of signs stays near the margin.
  const startsAlone = sum(first) > WIDEST_LINE / 3;
  const rows = others.map((part, index) => {
    const left = index === 0 && !startsAlone ? first.map(node).join('') : '';
    return element('mtr', {}, element('mtd', { class: 'left' }, left), element('mtd', { class: 'right' }, ...part.map(node)));
  });
  const table = element('mtable', { class: 'chain', displaystyle: 'true' }, ...rows);
  if (!startsAlone) return table;
  const head = element('mtr', {}, element('mtd', { class: 'right' }, ...first.map(node)));
  return element('mtable', { class: 'chain', displaystyle: 'true' }, head, element('mtr', {}, element('mtd', { class: 'right' }, table)));
}

function splitAtRelations(children: readonly MathNode[]): MathNode[][] {
  const parts: MathNode[][] = [[]];
  for (const child of children) {
    if (child.kind === 'operator' && RELATIONS.has(child.text)) parts.push([]);
    parts.at(-1)?.push(child);
  }
  return parts;
}

function node(math: MathNode): string {
  switch (math.kind) {
    case 'row':
      return element('mrow', {}, ...math.children.map(node));
    case 'number':
      return element('mn', {}, escapeText(math.text));
    case 'text':
      return element('mtext', {}, escapeText(math.text));
    case 'unit':
      return element('mrow', {}, element('mspace', { width: '0.2em' }), element('mtext', { class: 'unit' }, escapeText(math.text)));
    case 'operator':
      return operator(math.text);
    case 'fraction':
      return element('mfrac', {}, node(math.over), node(math.under));
    case 'power':
      return element('msup', {}, node(math.base), node(math.exponent));
    case 'sub':
      return element('msub', {}, node(math.base), node(math.index));
    case 'group':
      return element('mrow', {}, fence('('), node(math.child), fence(')'));
    case 'call':
      return call(math.name, math.arguments);
    case 'blank':
      return element('mtext', { class: 'blank' }, '\u00A0'.repeat(BLANK_SPACES));
  }
}

const BLANK_SPACES = 12;

function operator(text: string): string {
  if (text === ',') return element('mo', { separator: 'true' }, ',');
  // `and`, `or`, `not` are words: set as text between spaces.
  if (/^\p{L}/u.test(text)) return element('mtext', {}, `\u00A0${escapeText(text)}\u00A0`);
  return element('mo', {}, escapeText(text));
}

function fence(text: string): string {
  return element('mo', { stretchy: 'true', form: text === '(' ? 'prefix' : 'postfix' }, text);
}

function call(name: string, callArguments: readonly MathNode[]): string {
  const inside = callArguments.map(node).join(operator(','));
  return element('mrow', {}, element('mtext', {}, escapeText(name)), element('mo', {}, '\u2061'), fence('('), inside, fence(')'));
}
