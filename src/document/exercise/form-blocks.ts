import type { Exercise } from '../../exercises/index.js';
import type { Voice } from '../wording/voice.js';
import { moneyParts, plotParts } from './drawing.js';
import { chooseParts, completeParts, computeParts, estimateParts, unitsParts } from './figures-asked.js';
import { huntParts } from './hunt.js';
import { checkParts, spotParts } from './judgement.js';
import { matchParts } from './match.js';
import { type ExerciseParts, writingLines } from './parts.js';
import { recallParts } from './recall.js';
import { chooseReadingParts, tableParts, whatIfParts } from './tables.js';

export type { ExerciseParts } from './parts.js';

/** Where the student writes and what the teacher's key says, by the kind of exercise. */
export function exerciseParts(exercise: Exercise, voice: Voice): ExerciseParts {
  const { form } = exercise;
  switch (form.kind) {
    case 'compute':
      return computeParts(form, exercise, voice);
    case 'complete':
      return completeParts(form, voice);
    case 'table':
      return tableParts(form, voice);
    case 'check':
      return checkParts(form, exercise, voice);
    case 'choose-reading':
      return chooseReadingParts(form, voice);
    case 'spot':
      return spotParts(form, voice);
    case 'what-if':
      return whatIfParts(form, exercise, voice);
    case 'estimate':
      return estimateParts(form, exercise, voice);
    case 'plot':
      return plotParts(form, voice);
    case 'money':
      return moneyParts(form, voice);
    case 'units':
      return unitsParts(form, exercise, voice);
    case 'choose':
      return chooseParts(form, voice);
    case 'hunt':
      return huntParts(form, exercise, voice);
    case 'match':
      return matchParts(form, exercise, voice);
    case 'recall':
      return recallParts(form, voice, exerciseParts);
    case 'explain':
      return { response: [writingLines(form.lines, voice)], key: [] };
  }
}
