export { type AnswerReader, createAnswerReader, type ReadAnswer } from './read-answer.js';
export { REFUSAL_REASONS, type RefusalReason } from './refusal.js';
export { type SaidUnit, saidFigure } from './said.js';
export type { UnitWords } from './vocabulary.js';
export { isSameWord, plainWord } from './word.js';
