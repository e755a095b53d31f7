export { type ChapterChanges, changeChapter } from './change-chapter.js';
export { evaluateChapter } from './chapter.js';
export type { FarAnswers } from './far-answers.js';
export type * from './results.js';
export { silentConversion } from './units.js';
