export { comesOutEven } from './answer/accepted.js';
export { numericAnswers } from './answer/numeric-answers.js';
export { makeExercises } from './kinds/make-exercises.js';
export type { EarlierChapters } from './kinds/recall.js';
export { shuffledOrder } from './kinds/shuffle.js';
export type * from './model/exercise.js';
export * from './variants/index.js';
