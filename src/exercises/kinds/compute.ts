import type { Task } from '../../chapter/index.js';
import type { Making } from '../answer/making.js';
import { makeAnswers } from '../answer/numeric-answer.js';
import { figures, type NumericAnswer } from '../model/answer.js';
import type { ExerciseKind } from './kind.js';
import { writtenPlaces } from './written-places.js';

export interface ComputeForm {
  readonly kind: 'compute';
  readonly answers: readonly NumericAnswer[];
}

/** One figure or more, each worked out. */
export const compute = {
  make: makeCompute,
  written: ({ answers }) => figures(answers),
  misconceptions: true,
  carries: true,
  renamed: (form, rename) => ({ ...form, answers: form.answers.map(rename) }),
} satisfies ExerciseKind<Task<'compute'>, ComputeForm>;

function makeCompute(task: Task<'compute'>, making: Making): ComputeForm | undefined {
  const { name } = making.spec;
  const single = task.targets.length === 1;
  const printed = writtenPlaces(task.targets, making);
  const requests = task.targets.map((formula, index) => ({ id: single ? name : `${name}.${index + 1}`, formula, printed }));
  const answers = makeAnswers(requests, making);
  return answers === undefined ? undefined : { kind: 'compute', answers };
}
