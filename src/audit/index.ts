export { auditChapter } from './audit.js';
export type * from './results.js';
