import { exerciseBlock, promptAlone } from '../../exercise/exercise-block.js';
import type { PrintDirective } from './context.js';

/** The exercise with its prompt; where its sums could not be made, the prompt alone. */
export const printExercise: PrintDirective<'exercise'> = (directive, { voice, idPrefix }) => {
  const exercise = voice.content.exercises.find(({ name }) => name === directive.arguments[0]?.value);
  if (exercise === undefined) return promptAlone(directive, voice, `${idPrefix}-${directive.span.start}`);
  return [{ kind: 'exercise', exercise: exerciseBlock(exercise, directive, voice, idPrefix) }];
};
