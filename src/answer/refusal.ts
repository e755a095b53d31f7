/** Why something typed is not read as one figure. */
export const REFUSAL_REASONS = [
  // Words, signs, but no number.
  'no-number',
  // `5 or 6`, `5-6`, `1095 1100`.
  'two-numbers',
  // `2+3`, `8 ÷ 3`: a sum that is still to be worked out.
  'calculation',
  // A comma that some read as a decimal point and others not: `1,5`, `1.234,5`.
  'comma',
  // More than one decimal point.
  'points',
  // Magnitudes in an order that has no one meaning: `2万50`, `三四`.
  'magnitudes',
  // `1/0`, `1 5/3`.
  'fraction',
  // `> 5`, `100多`: a bound and no figure.
  'bound',
  // Too many digits, or too large or small.
  'range',
  // A word or sign that stands for no number and no unit here.
  'unknown',
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Carries a refusal from where it is found to `createAnswerReader`; it never leaves this folder. */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    /** What it is about, as it was typed. */
    readonly text: string,
  ) {
    super(`${reason}: ${text}`);
  }
}

export function refuse(reason: RefusalReason, text: string): never {
  throw new Refusal(reason, text);
}
