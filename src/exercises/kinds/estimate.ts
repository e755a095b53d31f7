import type { Task } from '../../chapter/index.js';
import { type Amount, type Interval, maximum, minimum } from '../../number/index.js';
import { impossible, type Making } from '../answer/making.js';
import { makeAnswers } from '../answer/numeric-answer.js';
import type { NumericAnswer } from '../model/answer.js';
import type { ExerciseKind } from './kind.js';

/** A guess counts within × or ÷ `factor`: `accepted`. */
export interface EstimateForm {
  readonly kind: 'estimate';
  readonly answer: NumericAnswer;
  readonly factor: Amount;
  readonly accepted: Interval;
}

/** A guess first, then the figure. */
export const estimate = {
  make: makeEstimate,
  written: ({ answer, accepted }) => [{ kind: 'figure', answer, wide: accepted }],
  misconceptions: true,
  carries: true,
  renamed: (form, rename) => ({ ...form, answer: rename(form.answer) }),
} satisfies ExerciseKind<Task<'estimate'>, EstimateForm>;

function makeEstimate(task: Task<'estimate'>, making: Making): EstimateForm | undefined {
  const [answer] = makeAnswers([{ id: making.spec.name, formula: task.target }], making) ?? [];
  if (answer === undefined) return undefined;
  const { amount } = answer.exact;
  if (amount.isZero()) return impossible(making, 'asks for an estimate of 0, of which every multiple is 0', 'Ask for another figure.');
  const ends = [amount.dividedBy(task.factor), amount.times(task.factor)];
  return { kind: 'estimate', answer, factor: task.factor, accepted: { low: minimum(ends), high: maximum(ends) } };
}
