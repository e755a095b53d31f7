import type { Amount, Unit } from '../number/index.js';
import type { Span } from '../source/index.js';
import type { Formula, NumberNode } from './nodes.js';

/** A figure as a formula; `text` is how it is written, by default all its digits. */
export function numberNode(amount: Amount, unit: Unit, span: Span, text: string = amount.toFixed()): NumberNode {
  return { kind: 'number', text, amount, unit, span };
}

/** True for a number that is written with a per cent sign, such as `10%`. */
export function isWrittenInPercent(formula: Formula): boolean {
  return formula.kind === 'number' && /[%％]$/.test(formula.text);
}
