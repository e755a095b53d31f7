import type { ChapterAudit } from '../../audit/index.js';
import type { ExerciseTask } from '../../chapter/index.js';
import type { Derivation } from '../../evaluate/index.js';
import { type Formula, printFormula } from '../../formula/index.js';
import { formatAmount, maximum, minimum } from '../../number/index.js';
import type { Located } from '../../source/index.js';
import type { PrintedFigures } from '../answer/accepted.js';
import { defaultPlaces } from '../answer/default-places.js';
import { KINDS_WITH_MISCONCEPTIONS } from '../answer/misconceptions.js';
import { type Making, makeAnswer, makeAnswers } from '../answer/numeric-answer.js';
import type { ChoiceOption, ExerciseForm } from '../model/exercise.js';
import { makeCheck, makeChooseReading, makeSpot } from './audit-kinds.js';
import { quantityFormula } from './dotted.js';
import { makeHunt } from './hunt.js';
import { makeMatch } from './match.js';
import { makeMoney } from './money.js';
import { type EarlierChapters, makeRecall } from './recall.js';
import { impossible, makePlot, makeTable } from './rounds-kinds.js';
import { makeWhatIf } from './what-if.js';

/** The form of an exercise, by its kind; undefined (and reported) when it cannot be made. */
export function makeForm(task: ExerciseTask, making: Making, audit: ChapterAudit, earlier: EarlierChapters): ExerciseForm | undefined {
  checkMisconceptions(task, making);
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
    case 'hunt':
      return makeHunt(task, making);
    case 'match':
      return makeMatch(making);
    case 'recall':
      return makeRecall(task, making, earlier);
    case 'explain':
      return { kind: 'explain', lines: making.spec.lines ?? making.spec.marks + 2 };
  }
}

/** A misconception that no answer could meet would be lost without a word. */
function checkMisconceptions({ kind }: ExerciseTask, making: Making): void {
  if (making.spec.misconceptions.length === 0 || KINDS_WITH_MISCONCEPTIONS.has(kind)) return;
  const kinds = [...KINDS_WITH_MISCONCEPTIONS].join(', ');
  impossible(making, `lists misconceptions, which \`${kind}\` does not use`, `They belong to ${kinds}.`);
}

type Task<K extends ExerciseTask['kind']> = ExerciseTask & { readonly kind: K };

function makeCompute(task: Task<'compute'>, making: Making): ExerciseForm | undefined {
  const { name } = making.spec;
  const single = task.targets.length === 1;
  const printed = writtenPlaces(task.targets, making);
  const requests = task.targets.map((formula, index) => ({ id: single ? name : `${name}.${index + 1}`, formula, printed }));
  const answers = makeAnswers(requests, making);
  return answers === undefined ? undefined : { kind: 'compute', answers };
}

/** Figures that the exercise itself asks for are used on as they were written. */
function writtenPlaces(formulas: readonly Formula[], { spec }: Making): PrintedFigures {
  if (spec.places === undefined) return {};
  const places = spec.places;
  // A dotted name or cell prints as the key of its figure.
  return { places: new Map(formulas.map((formula) => [printFormula(formula), places])) };
}

function makeComplete(task: Task<'complete'>, making: Making): ExerciseForm | undefined {
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
  report({
    code: 'exercise-possible',
    severity: 'error',
    message: `\`${blank.value}\` is not a step of the working of exercise \`${spec.name}\`.`,
    span: blank.span,
    hint: `Its steps: ${[...new Set(steps.flatMap((step) => step.target?.name ?? []))].join(', ')}.`,
  });
  return undefined;
}

function makeEstimate(task: Task<'estimate'>, making: Making): ExerciseForm | undefined {
  const [answer] = makeAnswers([{ id: making.spec.name, formula: task.target }], making) ?? [];
  if (answer === undefined) return undefined;
  const { amount } = answer.exact;
  if (amount.isZero()) return impossible(making, 'asks for an estimate of 0, of which every multiple is 0', 'Ask for another figure.');
  const ends = [amount.dividedBy(task.factor), amount.times(task.factor)];
  return { kind: 'estimate', answer, factor: task.factor, accepted: { low: minimum(ends), high: maximum(ends) } };
}

function makeUnits(task: Task<'units'>, making: Making): ExerciseForm | undefined {
  const items = task.targets.map((formula) => {
    const answer = makeAnswer({ id: making.spec.name, formula }, making);
    return answer === undefined ? undefined : { formula, quantity: answer.exact, unit: answer.exact.unit };
  });
  return all(items, (made) => ({ kind: 'units', items: made }));
}

function makeChoose(task: Task<'choose'>, making: Making): ExerciseForm | undefined {
  const { chapter, spec } = making;
  const values = [task.target, ...spec.misconceptions.map(({ formula }) => formula)].map((formula) => chapter.valueOf(formula));
  // One number of decimals for all options, or the shortest would stand out.
  const places = spec.places ?? Math.max(...values.map((value) => (typeof value === 'object' ? defaultPlaces(value) : 0)));
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

/** `make` of the whole list, or undefined when one of its parts could not be made. */
function all<T, R>(parts: readonly (T | undefined)[], make: (made: readonly T[]) => R): R | undefined {
  const made = parts.filter((part): part is T & {} => part !== undefined);
  return made.length === parts.length ? make(made) : undefined;
}
