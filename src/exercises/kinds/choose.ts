import type { Task } from '../../chapter/index.js';
import { formatAmount, permutation, type Quantity } from '../../number/index.js';
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
  reordered: ({ options, correct, ...form }, orderOf) => {
    const order = orderOf(options.length);
    return { ...form, options: order.map((place) => options[place] as ChoiceOption), correct: order.indexOf(correct) };
  },
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
  // Ordered by size, most right options would stand in the middle.
  const sizes = [right, ...wrong].sort((a, b) => a.value.amount.comparedTo(b.value.amount));
  const place = permutation([chapter.source.name, spec.name], sizes.length);
  const options = sizes.map((_, index) => sizes[place(index)] as ChoiceOption);
  return { kind: 'choose', options, correct: options.indexOf(right), answer };
}
