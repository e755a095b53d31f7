export { evaluateChapter } from './chapter.js';
export type * from './results.js';
export { silentConversion } from './units.js';
