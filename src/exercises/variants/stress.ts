import { type Amount, maximum, minimum } from '../../number/index.js';
import { type Exercise, numericAnswers } from '../kinds/kinds.js';
import type { NumericAnswer } from '../model/answer.js';
import { tieDistance } from './judge.js';

/** What many variants of one answer have in common, and how far they lie apart. */
export interface AnswerSpread {
  readonly exercise: string;
  readonly answer: string;
  readonly unit: string;
  /** How many variants were looked at. */
  readonly variants: number;
  readonly lowest: Amount;
  readonly highest: Amount;
  /** Digits of the answer as it is to be written, before and after the point. */
  readonly fewestDigits: number;
  readonly mostDigits: number;
  /** Variants whose sign is not that of most. */
  readonly otherSign: number;
  readonly fewestSteps: number;
  readonly mostSteps: number;
  /** Variants that a rounding error of a hundredth of the last unit would push over a tie. */
  readonly nearTies: number;
  /** Different answers as they are to be written. */
  readonly different: number;
}

const NEAR = '0.01';

/** The spread of every answer of one exercise over many variants of it (one or more). */
export function answerSpreads(variants: readonly Exercise[]): readonly AnswerSpread[] {
  const answers = variants.map(({ form }) => numericAnswers(form));
  const [first = []] = answers;
  return first.map(({ id, exact }, index): AnswerSpread => {
    const all = answers.flatMap((one) => one[index] ?? []);
    const digits = all.map(writtenDigits);
    const steps = all.map(({ derivation }) => derivation.steps.length);
    const negative = all.filter(({ shown }) => shown.isNegative() && !shown.isZero()).length;
    return {
      exercise: variants[0]?.name ?? '',
      answer: id,
      unit: exact.unit.key,
      variants: all.length,
      lowest: minimum(all.map(({ shown }) => shown)),
      highest: maximum(all.map(({ shown }) => shown)),
      fewestDigits: Math.min(...digits),
      mostDigits: Math.max(...digits),
      otherSign: Math.min(negative, all.length - negative),
      fewestSteps: Math.min(...steps),
      mostSteps: Math.max(...steps),
      nearTies: all.filter((answer) => tieDistance(answer).lessThan(NEAR)).length,
      different: new Set(all.map(({ shown }) => shown.toFixed())).size,
    };
  });
}

function writtenDigits({ shown, places }: NumericAnswer): number {
  return shown.toFixed(Math.max(0, places)).replace(/\D/g, '').length;
}
