import { type Exercise, type Form, letterOf, type NumericAnswer } from '../../exercises/index.js';
import { formatAmount } from '../../number/index.js';
import { bulletList, panel, paragraph } from '../tree/inlines.js';
import { unitAfterNumber, unitName, withUnit } from '../wording/figures.js';
import { formulaName } from '../wording/quantity-name.js';
import type { Voice } from '../wording/voice.js';
import { workingBlock } from '../wording/working.js';
import { answerPanel, optionPanel } from './key.js';
import { answerLine, type ExerciseParts, forTeacher, makeBlanks, roundingNote, workingSpace } from './parts.js';

/** Lines of working room for one figure. */
const SPACE = { basic: 2, standard: 3, challenge: 4 } as const;

/** Room for working and an answer line for each figure. */
export function computeParts(form: Form<'compute'>, voice: Voice, exercise: Exercise): ExerciseParts {
  const blanks = makeBlanks(voice);
  const named = form.answers.length > 1;
  return {
    response: [
      ...roundingNote(form.answers, voice),
      workingSpace(exercise.lines ?? SPACE[exercise.level] + (form.answers.length - 1), voice),
      ...form.answers.map((answer) => answerLine(answer, named, blanks, voice)),
    ],
    key: forTeacher(voice, () => [answerPanel(form.answers, voice)]),
  };
}

/** The worked lines with the later results left open; the last result is always the student's. */
export function completeParts(form: Form<'complete'>, voice: Voice): ExerciseParts {
  const last = form.derivation.steps.length - 1;
  const faded = { blanks: new Set([...form.blanks.keys(), last]), isFilled: voice.edition === 'teacher' };
  const answers = [...form.blanks]
    .sort(([a], [b]) => a - b)
    .filter(([index]) => index !== last)
    .map(([, answer]) => answer);
  return {
    response: [...roundingNote([...answers, form.answer], voice), workingBlock(form.derivation, voice, faded)],
    key: forTeacher(voice, () => [answerPanel([...answers, form.answer].map(withoutWorking), voice)]),
  };
}

/** The lines above the key already show the working. */
function withoutWorking(answer: NumericAnswer): NumericAnswer {
  return { ...answer, derivation: { ...answer.derivation, steps: [] } };
}

/** A guess first, then the figure. */
export function estimateParts(form: Form<'estimate'>, voice: Voice, exercise: Exercise): ExerciseParts {
  const blanks = makeBlanks(voice);
  const unit = unitAfterNumber(form.answer.exact.unit, undefined, voice);
  return {
    response: [
      paragraph(voice.sayInlines('my-guess', { blank: [blanks.words('medium')], unit })),
      workingSpace(exercise.lines ?? 2, voice),
      paragraph(voice.sayInlines('then-computed', { blank: [blanks.figure(form.answer)], unit })),
    ],
    key: forTeacher(voice, () => [answerPanel([form.answer], voice, [paragraph(estimateText(form, voice))])]),
  };
}

function estimateText({ answer, factor, accepted }: Form<'estimate'>, voice: Voice): string {
  return voice.say('key-estimate', {
    figure: formatAmount(answer.shown, answer.places),
    factor: formatAmount(factor),
    low: formatAmount(accepted.low, 0),
    high: formatAmount(accepted.high, 0),
  });
}

/** A blank for the unit of each quantity. */
export function unitsParts(form: Form<'units'>, voice: Voice, exercise: Exercise): ExerciseParts {
  const blanks = makeBlanks(voice);
  const lines = form.items.map(({ formula, unit }, index) => {
    const answer = { id: `${exercise.name}.${index + 1}`, text: unitName(unit, voice) };
    return voice.sayInlines('unit-of', { name: formulaName(formula, voice), blank: [blanks.words('long', answer)] });
  });
  return {
    response: [bulletList(lines)],
    key: forTeacher(voice, () => [panel('answer', voice.say('answer'), [paragraph(voice.say('key-filled-in'))])]),
  };
}

/** Options with tick boxes, lettered in the order of the exercise. */
export function chooseParts(form: Form<'choose'>, voice: Voice): ExerciseParts {
  const blanks = makeBlanks(voice);
  const lines = form.options.map((option, index) => {
    const label = voice.say('option', { letter: letterOf(index), text: optionText(option, voice) });
    return paragraph(blanks.box(index === form.correct, label), ` ${label}`);
  });
  const misconceptions = form.options.flatMap(({ value, misconception }) =>
    misconception === undefined ? [] : [{ code: misconception, value: value.amount }],
  );
  return {
    response: lines,
    key: forTeacher(voice, () => [optionPanel({ ...form.answer, misconceptions }, correctOption(form, voice), voice)]),
  };
}

function optionText({ value, places }: Form<'choose'>['options'][number], voice: Voice): string {
  const shown = formatAmount(value.amount, value.amount.isInteger() ? 0 : places);
  return withUnit(shown, unitAfterNumber(value.unit, shown, voice));
}

/** `B: 960 yuan`. */
export function correctOption(form: Form<'choose'>, voice: Voice): string {
  const correct = form.options[form.correct];
  if (correct === undefined) return '';
  return voice.say('key-correct-option', { letter: letterOf(form.correct), figure: optionText(correct, voice) });
}
