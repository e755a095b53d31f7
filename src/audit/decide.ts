import { comesOut, type Verdict, type VerdictWord } from '../chapter/index.js';
import type { ClaimInput, ClaimVerdict, Condition, Rule } from './results.js';

interface Found {
  readonly verdict: Verdict;
  readonly readings: ClaimVerdict['readings'];
  readonly inputs: readonly ClaimInput[];
  /** The claim prints an input and no result. */
  readonly isStated: boolean;
}

export interface Decision {
  readonly word: VerdictWord;
  readonly rule: Rule;
  readonly condition?: Condition;
}

/** The word for a claim, and the rule that gives it: the only place that decides one. */
export function decide({ verdict, readings, inputs, isStated }: Found): Decision {
  if (isStated) return { word: 'stated', rule: 'stated' };
  if (verdict === 'cannot-be-derived') return { word: 'not-derivable', rule: 1 };
  const unstated = inputs.filter(({ kind }) => kind === 'unstated');
  if (comesOut(verdict)) {
    if (unstated.length === 0) return { word: 'reproduced', rule: 2 };
    if (!unstated.some(({ newcomers }) => newcomers))
      return { word: 'conditional', rule: 3, condition: { inputs: unstated, readings: [] } };
  }
  const fitting = readings.filter((one) => comesOut(one.verdict) && one.keepsStory && !one.newcomers).map(({ reading }) => reading);
  if (fitting.length === 0) return { word: 'contradiction', rule: 4 };
  return { word: 'conditional', rule: 3, condition: { inputs: [], readings: fitting } };
}
