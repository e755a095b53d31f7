export { type CheckedAnswer, type CheckedFigure, type CheckedWord, type Grade, gradeAnswer } from './grading/grade.js';
export { type GradeWords, gradeText } from './grading/grade-text.js';
export type { LiveExample, LiveStep } from './what-if/live-example.js';
export type { LiveRounds } from './what-if/live-rounds.js';
export { type Field, type OpenChapter, type OpenExample, openChapter } from './what-if/open-chapter.js';
