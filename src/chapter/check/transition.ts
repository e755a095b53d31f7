import type { Severity } from '../../diagnostics/index.js';

/** How grave it is when a question of a chapter has no answer, or a figure is typed that is computed. */
export const QUESTION_RULES: Severity = 'warning';
