import type { DiagnosticCode } from './catalogue.js';
import type { Severity } from './diagnostic.js';

/** Rules about where inputs come from: warnings until every shipped chapter keeps them. */
const RULES_OF_SOURCES: readonly DiagnosticCode[] = [
  'given-has-line',
  'row-has-source',
  'condition-is-declared',
  'reading-keeps-story',
  'check-works-out',
];

export const SEVERITY_OF_SOURCES: Severity = 'warning';

/** How heavily a mistake weighs for which its code alone decides. */
export function severityOf(code: DiagnosticCode): Severity {
  return RULES_OF_SOURCES.includes(code) ? SEVERITY_OF_SOURCES : 'error';
}
