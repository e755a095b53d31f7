import { type Amount, PRECISION } from './amount.js';

/** A figure with no more digits is meant as it stands; one with more is cut off somewhere. */
export const FEW_DIGITS = 20;
/** Digits of a figure found by steps that are certain; the last ones may be off. */
export const CERTAIN_DIGITS = PRECISION - 6;

/** The figure that was found by steps: cut to what is certain where that has few digits. 10%, not 0.0999…9. */
export function foundFigure(found: Amount, certain: Amount): Amount {
  return certain.sd() <= FEW_DIGITS ? certain : found;
}
