export { type CheckedAnswer, type Grade, gradeAnswer } from './grade.js';
