export type * from './exercise.js';
export { makeExercises } from './make-exercises.js';
export { shuffledOrder } from './shuffle.js';
