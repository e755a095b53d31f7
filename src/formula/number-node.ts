import type { Amount, Unit } from '../number/index.js';
import type { Span } from '../source/index.js';
import type { Formula, NumberNode } from './nodes.js';

/** A figure as a formula; `text` is how it is written, by default all its digits. */
export function numberNode(amount: Amount, unit: Unit, span: Span, text: string = amount.toFixed()): NumberNode {
  return { kind: 'number', text, amount, unit, span };
}

/** `10%`: a number with its sign. */
export function isWrittenInPercent(formula: Formula): boolean {
  return formula.kind === 'number' && /[%％]$/.test(formula.text);
}
