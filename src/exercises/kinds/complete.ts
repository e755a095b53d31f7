import type { Task } from '../../chapter/index.js';
import type { Derivation } from '../../evaluate/index.js';
import type { Located } from '../../source/index.js';
import type { Making } from '../answer/making.js';
import { makeAnswer, makeAnswers } from '../answer/numeric-answer.js';
import { figures, type NumericAnswer } from '../model/answer.js';
import type { ExerciseKind } from './kind.js';
import { quantityFormula } from './quantity-formula.js';
import { writtenPlaces } from './written-places.js';

/** The derivation's lines; `blanks` are indexes of lines whose result the student writes. */
export interface CompleteForm {
  readonly kind: 'complete';
  readonly derivation: Derivation;
  readonly blanks: ReadonlyMap<number, NumericAnswer>;
  readonly answer: NumericAnswer;
}

/** A working of which later results are left open. */
export const complete = {
  make: makeComplete,
  written: (form) => figures(answersOf(form)),
  misconceptions: true,
  carries: true,
  renamed: (form, rename) => ({
    ...form,
    blanks: new Map([...form.blanks].map(([line, answer]) => [line, rename(answer)])),
    answer: rename(form.answer),
  }),
} satisfies ExerciseKind<Task<'complete'>, CompleteForm>;

/** The last line may be a blank like the others. */
function answersOf({ blanks, answer }: CompleteForm): readonly NumericAnswer[] {
  const lines = [...blanks.values()];
  return lines.some(({ id }) => id === answer.id) ? lines : [...lines, answer];
}

function makeComplete(task: Task<'complete'>, making: Making): CompleteForm | undefined {
  const { name, span } = making.spec;
  const asked = makeAnswer({ id: name, formula: task.target }, making);
  if (asked === undefined) return undefined;
  const { derivation } = asked;
  const end = derivation.steps.length - 1;
  const lines = new Set<number>();
  for (const blank of task.blanks) {
    const named = linesNamed(blank, derivation, making);
    if (named === undefined) return undefined;
    for (const index of named) lines.add(index);
  }
  const earlier = [...lines].filter((index) => index !== end).sort((a, b) => a - b);
  const requests = earlier.flatMap((index) => {
    const target = derivation.steps[index]?.target;
    return target === undefined
      ? []
      : [{ id: `${name}.${index + 1}`, formula: quantityFormula(target.example, target.name, target.row, span) }];
  });
  const printed = writtenPlaces(
    requests.map(({ formula }) => formula),
    making,
  );
  const answers = makeAnswers([...requests.map((one) => ({ ...one, printed })), { id: name, formula: task.target, printed }], making);
  const answer = answers?.at(-1);
  if (answers === undefined || answer === undefined) return undefined;
  const blanks = new Map(earlier.map((index, position) => [index, answers[position] ?? answer]));
  if (lines.has(end)) blanks.set(end, answer);
  return { kind: 'complete', derivation, blanks, answer };
}

/** Lines that work out the quantity: one, or with a bare column name one in each row. */
function linesNamed(blank: Located<string>, { steps }: Derivation, { spec, report }: Making): readonly number[] | undefined {
  const lines = steps.flatMap(({ target }, index) => {
    const cell = target?.row === undefined ? target?.name : `${target.name}[${target.row}]`;
    return [target?.name, cell].includes(blank.value) ? [index] : [];
  });
  if (lines.length > 0) return lines;
  return report(
    'exercise-possible',
    blank.span,
    `\`${blank.value}\` is not a step of the working of exercise \`${spec.name}\`.`,
    `Its steps: ${[...new Set(steps.flatMap((step) => step.target?.name ?? []))].join(', ')}.`,
  );
}
