export { type ChapterChanges, changeChapter } from './change-chapter.js';
export { evaluateChapter } from './chapter.js';
export { formulaInRow } from './formula-in-row.js';
export type * from './model/results.js';
export { type Target, targetKey, targetOf, targetsOf } from './model/target.js';
export type { FarAnswers } from './rounds/far-answers.js';
export { type Breach, breachesOf, breachUnder } from './story/breach.js';
export { type Counts, countsAsPrinted } from './story/fewer-than-none.js';
export { isNamedShare, renameHint } from './story/shares.js';
