export { auditChapter } from './audit.js';
export { type AuditedChapter, auditCoverage, type Coverage, type CoveredEntry } from './coverage.js';
export { type Judgement, judge } from './judge.js';
export { type OpenCondition, openConditions } from './probe.js';
export type * from './results.js';
