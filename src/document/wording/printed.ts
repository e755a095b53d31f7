import type { Claim } from '../../chapter/index.js';
import { formatAmount, isDate } from '../../number/index.js';
import { figureText, unitAfterNumber, withUnit } from './figures.js';
import type { Voice } from './voice.js';

/** A figure claim as the document prints it, with its unit; 万 and 亿 stand beside the digits, or are written out where they are not read. */
export function printedText(claim: Claim, voice: Voice): string {
  if (claim.content.kind !== 'figure') return '';
  const { text, printed, places } = claim.content;
  if (isDate(printed.unit)) return figureText(printed, voice);
  const digits = /^\d{5,}$|[万亿]/.test(text) ? formatAmount(printed.amount, Math.max(0, places)) : text;
  const note = text.replace(/(\d)(?=\p{Script=Han})/u, '$1\u00a0');
  const read = /[万亿]/.test(text) && voice.shared.unitForms === 'number-slash';
  const shown = read ? voice.say('bracketed', { text: digits, note }) : digits;
  return withUnit(shown, unitAfterNumber(printed.unit, digits, voice));
}
