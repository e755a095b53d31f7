import { formatAmount, withMoneySign } from '../number/index.js';
import type { ReadAnswer } from './read-answer.js';

/** Decimals of a figure that does not come out even. */
const MOST_PLACES = 6;

/** The word of the unit that is asked for, behind 1 and behind other numbers: `point`, `points`; one where they are equal. */
export type SaidUnit = readonly string[];

/**
 * How a figure was read, where what was typed does not say so itself: `25 000 元` for 2万5千. Undefined where there is nothing to tell.
 */
export function saidFigure(read: ReadAnswer, unit: SaidUnit): string | undefined {
  if (read.kind !== 'figure' || read.isPlain) return undefined;
  const isCut = read.value.decimalPlaces() > MOST_PLACES;
  const digits = formatAmount(read.value, isCut ? MOST_PLACES : undefined);
  const word = (digits === '1' ? unit[0] : unit[1]) ?? unit[0] ?? '';
  const money = withMoneySign(digits, word);
  const apart = word === '%' || word === '' ? '' : '\u00a0';
  const figure = money === undefined ? `${digits}${apart}${word}` : money.figure + money.rest;
  return isCut ? `≈ ${figure}` : figure;
}
