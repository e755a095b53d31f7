import type { ChapterAudit } from '../audit/index.js';
import { amount, formatAmount, PURE_NUMBER } from '../number/index.js';
import type { ExerciseTask } from '../parse/index.js';
import { makeCheck, makeChooseReading, makeSpot } from './audit-kinds.js';
import type { ChoiceOption, ExerciseForm } from './exercise.js';
import { makeMoney } from './money.js';
import { type AnswerRequest, type Making, makeAnswer } from './numeric-answer.js';
import { makePlot, makeTable } from './rounds-kinds.js';
import { makeWhatIf } from './what-if.js';

/** The form of an exercise, by its kind; undefined (and reported) when it cannot be made. */
export function makeForm(task: ExerciseTask, making: Making, audit: ChapterAudit): ExerciseForm | undefined {
  switch (task.kind) {
    case 'compute':
      return makeCompute(task, making);
    case 'complete':
      return makeComplete(task, making);
    case 'table':
      return makeTable(task, making);
    case 'check':
      return makeCheck(task, making, audit);
    case 'choose-reading':
      return makeChooseReading(task, making, audit);
    case 'spot':
      return makeSpot(task, making);
    case 'what-if':
      return makeWhatIf(task, making);
    case 'estimate':
      return makeEstimate(task, making);
    case 'plot':
      return makePlot(task, making);
    case 'money':
      return makeMoney(task, making, audit);
    case 'units':
      return makeUnits(task, making);
    case 'choose':
      return makeChoose(task, making);
    case 'explain':
      return { kind: 'explain', lines: making.spec.lines ?? making.spec.marks + 2 };
  }
}

type Task<K extends ExerciseTask['kind']> = ExerciseTask & { readonly kind: K };

function makeCompute(task: Task<'compute'>, making: Making): ExerciseForm | undefined {
  const { spec } = making;
  const single = task.targets.length === 1;
  const answers = task.targets.map((formula, index) => {
    const request: AnswerRequest = { id: single ? spec.name : `${spec.name}.${index + 1}`, formula };
    // Misconceptions of a list are told apart by their units, so that each meets only the answers it can be confused with.
    const unit = making.chapter.unitOf(formula);
    const misconceptions = spec.misconceptions.filter((one) => single || making.chapter.unitOf(one.formula)?.key === unit?.key);
    return makeAnswer({ ...request, misconceptions: single ? spec.misconceptions : notItsOwn(misconceptions, formula, making) }, making);
  });
  return all(answers, (made) => ({ kind: 'compute', answers: made }));
}

/** In a list of answers, a misconception that gives one of them rightly belongs to the others only. */
function notItsOwn(
  list: Making['spec']['misconceptions'],
  formula: Making['spec']['misconceptions'][number]['formula'],
  { chapter }: Making,
) {
  const right = chapter.valueOf(formula);
  return list.filter((one) => {
    const wrong = chapter.valueOf(one.formula);
    return !(typeof wrong === 'object' && typeof right === 'object' && wrong.amount.equals(right.amount));
  });
}

function makeComplete(task: Task<'complete'>, making: Making): ExerciseForm | undefined {
  const { chapter, spec } = making;
  const answer = makeAnswer({ id: spec.name, formula: task.target, misconceptions: spec.misconceptions }, making);
  if (answer === undefined) return undefined;
  const { steps } = answer.derivation;
  const blanks = new Map<number, typeof answer>();
  for (const blank of task.blanks) {
    const index = steps.findIndex(({ target }) => target?.name === blank.value || `${target?.name}[${target?.row}]` === blank.value);
    const target = steps[index]?.target;
    if (target === undefined) {
      making.report({
        code: 'exercise-possible',
        severity: 'error',
        message: `\`${blank.value}\` is not a step of the working of exercise \`${spec.name}\`.`,
        span: blank.span,
        hint: `Its steps: ${steps.flatMap((step) => step.target?.name ?? []).join(', ')}.`,
      });
      return undefined;
    }
    const { span } = blank;
    const cell =
      target.row === undefined
        ? undefined
        : ({ kind: 'cell', example: target.example, column: target.name, row: rowNumber(target.row, span), span } as const);
    const formula = cell ?? ({ kind: 'name', example: target.example, name: target.name, span } as const);
    const made = index === steps.length - 1 ? answer : makeAnswer({ id: `${spec.name}.${index + 1}`, formula }, making);
    if (made !== undefined) blanks.set(index, made);
  }
  const example = chapter.exampleOf(task.target);
  return example === undefined ? undefined : { kind: 'complete', derivation: answer.derivation, blanks, answer };
}

function makeEstimate(task: Task<'estimate'>, making: Making): ExerciseForm | undefined {
  const answer = makeAnswer({ id: making.spec.name, formula: task.target, misconceptions: making.spec.misconceptions }, making);
  if (answer === undefined) return undefined;
  const value = answer.exact.amount;
  return { kind: 'estimate', answer, factor: task.factor, accepted: { low: value.dividedBy(task.factor), high: value.times(task.factor) } };
}

function makeUnits(task: Task<'units'>, making: Making): ExerciseForm | undefined {
  const items = task.targets.map((formula) => {
    const answer = makeAnswer({ id: making.spec.name, formula }, making);
    return answer === undefined ? undefined : { formula, quantity: answer.exact, unit: answer.exact.unit };
  });
  return all(items, (made) => ({ kind: 'units', items: made }));
}

function makeChoose(task: Task<'choose'>, making: Making): ExerciseForm | undefined {
  const { spec, report } = making;
  const answer = makeAnswer({ id: spec.name, formula: task.target, misconceptions: spec.misconceptions }, making);
  if (answer === undefined) return undefined;
  if (answer.misconceptions.length === 0) {
    report({
      code: 'exercise-possible',
      severity: 'error',
      message: `Exercise \`${spec.name}\` has no wrong option beside ${formatAmount(answer.shown, answer.places)}.`,
      span: spec.span,
      hint: 'Add `misconceptions:` with formulas of wrong figures.',
    });
    return undefined;
  }
  const { unit } = answer.exact;
  const wrong = answer.misconceptions.map(
    ({ code, value }): ChoiceOption => ({ value: { amount: value, unit }, places: answer.places, misconception: code }),
  );
  const right: ChoiceOption = { value: answer.exact, places: answer.places };
  // By size, so that the place of an option says nothing about it.
  const options = [right, ...wrong].sort((a, b) => a.value.amount.comparedTo(b.value.amount));
  return { kind: 'choose', options, correct: options.indexOf(right), answer };
}

/** `make` of the whole list, or undefined when one of its parts could not be made. */
function all<T, R>(parts: readonly (T | undefined)[], make: (made: readonly T[]) => R): R | undefined {
  const made = parts.filter((part): part is T & {} => part !== undefined);
  return made.length === parts.length ? make(made) : undefined;
}

function rowNumber(row: number, span: Making['spec']['span']) {
  return { kind: 'number', text: String(row), amount: amount(row), unit: PURE_NUMBER, span } as const;
}
