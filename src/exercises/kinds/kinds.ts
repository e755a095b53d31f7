import type { ExerciseTask, Kind, Level, Task } from '../../chapter/index.js';
import { permutation } from '../../number/index.js';
import { impossible, type Making } from '../answer/making.js';
import type { NumericAnswer, WrittenPart } from '../model/answer.js';
import { type CheckForm, check } from './check.js';
import { type ChooseForm, choose } from './choose.js';
import { type ChooseReadingForm, chooseReading } from './choose-reading.js';
import { type CompleteForm, complete } from './complete.js';
import { type ComputeForm, compute } from './compute.js';
import { type EstimateForm, estimate } from './estimate.js';
import { type ExplainForm, explain } from './explain.js';
import { type HuntForm, hunt } from './hunt.js';
import type { ExerciseKind, OrderOf } from './kind.js';
import { type MatchForm, match } from './match.js';
import { type MoneyForm, money } from './money.js';
import { type PlotForm, plot } from './plot.js';
import { type EarlierChapters as Earlier, makeRecall, type RecallForm } from './recall.js';
import { type SpotForm, spot } from './spot.js';
import { type TableForm, table } from './table.js';
import { type UnitsForm, units } from './units.js';
import { type WhatIfForm, whatIf } from './what-if.js';

/** One exercise with its answers, in no language: words are joined to it by `document`. */
export interface Exercise {
  readonly name: string;
  /** 1-based within the chapter; equal in every language. */
  readonly number: number;
  readonly level: Level;
  readonly marks: number;
  readonly lines?: number;
  readonly form: ExerciseForm;
}

export type ExerciseForm =
  | ComputeForm
  | CompleteForm
  | EstimateForm
  | UnitsForm
  | ChooseForm
  | CheckForm
  | ChooseReadingForm
  | SpotForm
  | WhatIfForm
  | TableForm
  | PlotForm
  | MoneyForm
  | HuntForm
  | MatchForm
  | RecallForm<Exercise>
  | ExplainForm;

export type Form<K extends Kind> = Extract<ExerciseForm, { readonly kind: K }>;

export type EarlierChapters = Earlier<Exercise>;

/** Every kind of exercise. */
const KINDS: { readonly [K in Kind]: ExerciseKind<Task<K>, Form<K>, EarlierChapters> } = {
  compute,
  complete,
  estimate,
  units,
  choose,
  check,
  'choose-reading': chooseReading,
  spot,
  'what-if': whatIf,
  table,
  plot,
  money,
  hunt,
  match,
  recall: {
    make: (task, making, earlier) => makeRecall(task, making, earlier, { kinds: kindsWith('renamed'), copy: underId }),
    written: ({ items }) => items.flatMap(({ exercise }) => writtenParts(exercise)),
    reordered: ({ items, kind }, orderOf) => ({
      kind,
      items: items.map((item) => ({ ...item, exercise: { ...item.exercise, form: reorderedForm(item.exercise.form, orderOf) } })),
    }),
    choices: ({ items }) => items.map(({ exercise }) => choicesText(exercise.form)).join(),
  },
  explain,
};

/** The form of an exercise, by its kind; undefined (and reported) when it cannot be made. */
export function makeForm(task: ExerciseTask, making: Making, earlier: EarlierChapters): ExerciseForm | undefined {
  checkMisconceptions(task.kind, making);
  return kindOf(task).make(task, making, earlier);
}

/** What the student writes and is graded by, in reading order. */
export function writtenParts({ name, form }: Pick<Exercise, 'name' | 'form'>): readonly WrittenPart[] {
  return kindOf(form).written(form, name);
}

/** Every figure that the student writes, in reading order. */
export function numericAnswers(form: ExerciseForm): readonly NumericAnswer[] {
  return writtenParts({ name: '', form }).flatMap((part) => (part.kind === 'figure' ? [part.answer] : []));
}

/** True where a figure follows from the student's own earlier ones, so that an error is carried on. */
export function carriesErrors(form: ExerciseForm): boolean {
  return kindOf(form).carries ?? false;
}

/** The answers that are no figures, as text that differs when one of them does; empty when there are none. */
export function choicesText(form: ExerciseForm): string {
  const { choices, written } = kindOf(form);
  return (
    choices?.(form) ??
    written(form, '')
      .flatMap((part) => (part.kind === 'figure' ? [] : [part.text]))
      .join()
  );
}

/** The same exercise with its choices in an order that depends on `name` alone: the chapter, the exercise, and whose sheet it is. */
export function reorderChoices(exercise: Exercise, name: readonly string[]): Exercise {
  const orderOf: OrderOf = (count) => {
    const place = permutation(name, count);
    return Array.from({ length: count }, (_, index) => place(index));
  };
  return { ...exercise, form: reorderedForm(exercise.form, orderOf) };
}

function reorderedForm(form: ExerciseForm, orderOf: OrderOf): ExerciseForm {
  return kindOf(form).reordered?.(form, orderOf) ?? form;
}

/** The compiler cannot see that the kind of a task or form is the one that its entry was made for. */
function kindOf({ kind }: { readonly kind: Kind }): ExerciseKind<ExerciseTask, ExerciseForm, EarlierChapters> {
  return KINDS[kind] as ExerciseKind<ExerciseTask, ExerciseForm, EarlierChapters>;
}

function kindsWith(property: 'misconceptions' | 'renamed'): readonly string[] {
  return Object.entries(KINDS).flatMap(([kind, one]) => (one[property] === undefined ? [] : [kind]));
}

/** The same exercise under another name: two recalled ones may be called alike in their chapters. */
function underId(exercise: Exercise, id: string): Exercise | undefined {
  const form = kindOf(exercise.form).renamed?.(exercise.form, (answer) => ({ ...answer, id: `${id}.${answer.id}` }));
  return form && { ...exercise, name: `${id}.${exercise.name}`, form };
}

/** A misconception that no answer could meet would be lost without a word. */
function checkMisconceptions(kind: Kind, making: Making): void {
  if (making.spec.misconceptions.length === 0 || KINDS[kind].misconceptions) return;
  const kinds = kindsWith('misconceptions').join(', ');
  impossible(making, `lists misconceptions, which \`${kind}\` does not use`, `They belong to ${kinds}.`);
}
