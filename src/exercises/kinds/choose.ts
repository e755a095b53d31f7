import type { Task } from '../../chapter/index.js';
import { formatAmount, type Quantity } from '../../number/index.js';
import { commonPlaces } from '../answer/default-places.js';
import { impossible, type Making } from '../answer/making.js';
import { makeAnswers } from '../answer/numeric-answer.js';
import type { NumericAnswer } from '../model/answer.js';
import type { ExerciseKind } from './kind.js';

export interface ChooseForm {
  readonly kind: 'choose';
  readonly options: readonly ChoiceOption[];
  /** The place of the right one in `options`. */
  readonly correct: number;
  readonly answer: NumericAnswer;
}

export interface ChoiceOption {
  readonly value: Quantity;
  readonly places: number;
  /** Absent for the correct option. */
  readonly misconception?: string;
}

/** The right figure among those of misconceptions. */
export const choose = {
  make: makeChoose,
  written: ({ answer, options }) => [{ kind: 'figure', answer, options: options.map(({ value }) => value.amount) }],
  misconceptions: true,
  renamed: (form, rename) => ({ ...form, answer: rename(form.answer) }),
  choices: ({ correct }) => String(correct),
} satisfies ExerciseKind<Task<'choose'>, ChooseForm>;

function makeChoose(task: Task<'choose'>, making: Making): ChooseForm | undefined {
  const { chapter, spec } = making;
  const values = [task.target, ...spec.misconceptions.map(({ formula }) => formula)].map((formula) => chapter.valueOf(formula));
  // One number of decimals for all options, or the shortest would stand out.
  const places = spec.places ?? commonPlaces(values);
  const [answer] = makeAnswers([{ id: spec.name, formula: task.target, places }], making) ?? [];
  if (answer === undefined) return undefined;
  if (answer.misconceptions.length === 0) {
    const right = formatAmount(answer.shown, places);
    return impossible(making, `has no wrong option beside ${right}`, 'Add `misconceptions:` with formulas of wrong figures.');
  }
  const { unit } = answer.exact;
  const wrong = answer.misconceptions.map(
    ({ code, value }): ChoiceOption => ({ value: { amount: value, unit }, places, misconception: code }),
  );
  const right: ChoiceOption = { value: answer.exact, places };
  // By size, so that the place of an option says nothing about it.
  const options = [right, ...wrong].sort((a, b) => a.value.amount.comparedTo(b.value.amount));
  return { kind: 'choose', options, correct: options.indexOf(right), answer };
}
