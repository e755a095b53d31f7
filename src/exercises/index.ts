export { comesOutEven } from './answer/accepted.js';
export { misconceptionInterval } from './answer/misconceptions.js';
export type { PlotAxis } from './kinds/axis.js';
export { type HuntLine, SLIP_DECOYS, slipInLanguage, slipLetter, slipList, type WrongLine, wrongLines } from './kinds/hunt.js';
export {
  carriesErrors,
  choicesText,
  type EarlierChapters,
  type Exercise,
  type ExerciseForm,
  type Form,
  numericAnswers,
  reorderChoices,
  writtenParts,
} from './kinds/kinds.js';
export { letterOf } from './kinds/letter.js';
export { makeExercises } from './kinds/make-exercises.js';
export { letterId } from './kinds/match.js';
export type { TableCell } from './kinds/table.js';
export type { NumericAnswer, WrittenPart } from './model/answer.js';
export * from './variants/index.js';
