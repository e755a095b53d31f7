import type { Exercise, ExerciseForm, Form } from '../../exercises/index.js';
import type { Voice } from '../wording/voice.js';
import { moneyParts, plotParts } from './drawing.js';
import { chooseParts, completeParts, computeParts, estimateParts, unitsParts } from './figures-asked.js';
import { huntParts } from './hunt.js';
import { checkParts, spotParts } from './judgement.js';
import { matchParts } from './match.js';
import { type ExerciseParts, writingLines } from './parts.js';
import { recallParts } from './recall.js';
import { chooseReadingParts, tableParts, whatIfParts } from './tables.js';

type MakeParts<K extends ExerciseForm['kind']> = (form: Form<K>, voice: Voice, exercise: Exercise) => ExerciseParts;

/** How each kind of exercise is laid out. */
const PARTS: { readonly [K in ExerciseForm['kind']]: MakeParts<K> } = {
  compute: computeParts,
  complete: completeParts,
  estimate: estimateParts,
  units: unitsParts,
  choose: chooseParts,
  check: checkParts,
  'choose-reading': chooseReadingParts,
  spot: spotParts,
  'what-if': whatIfParts,
  table: tableParts,
  plot: plotParts,
  money: moneyParts,
  hunt: huntParts,
  match: matchParts,
  recall: (form, voice) => recallParts(form, voice, exerciseParts),
  explain: ({ lines }, voice) => ({ response: [writingLines(lines, voice)], key: [] }),
};

/** Where the student writes and what the teacher's key says, by the kind of exercise. */
export function exerciseParts(exercise: Exercise, voice: Voice): ExerciseParts {
  const { form } = exercise;
  return partsFor(form.kind)(form, voice, exercise);
}

/** The compiler cannot see that the entry was made for this kind. */
function partsFor(kind: ExerciseForm['kind']): MakeParts<ExerciseForm['kind']> {
  return PARTS[kind] as MakeParts<ExerciseForm['kind']>;
}
