export { comesOutEven } from './accepted.js';
export type * from './exercise.js';
export { makeExercises } from './make-exercises.js';
export { numericAnswers } from './numeric-answers.js';
export type { EarlierChapters } from './recall.js';
export { shuffledOrder } from './shuffle.js';
export * from './variants/index.js';
