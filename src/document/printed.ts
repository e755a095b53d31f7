import { formatAmount } from '../number/index.js';
import type { Claim } from '../parse/index.js';
import { unitAfterNumber, withUnit } from './figures.js';
import type { Voice } from './voice.js';

/** A figure claim as the document prints it, with its unit; Chinese magnitudes are written out where they are not read. */
export function printedText(claim: Claim, voice: Voice): string {
  if (claim.content.kind !== 'figure') return '';
  const { text, printed, places } = claim.content;
  const shown = isPlain(text) || voice.shared.unitForms === 'number-slash' ? text : formatAmount(printed.amount, Math.max(0, places));
  return withUnit(shown, unitAfterNumber(printed.unit, shown, voice));
}

function isPlain(text: string): boolean {
  return !/[万亿]/.test(text);
}
