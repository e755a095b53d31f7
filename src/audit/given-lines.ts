import type { Diagnostic } from '../diagnostics/index.js';
import type { EvaluatedExample } from '../evaluate/index.js';

/** In an example that judges a document, a given stands in a line of it, or is supposed by the exercise. */
export function checkGivenLines({ example }: EvaluatedExample): readonly Diagnostic[] {
  if (!example.claims.some(({ ledger }) => ledger.length > 0)) return [];
  return [...example.givens, ...example.tierTables]
    .filter(({ line, supposed }) => line === undefined && supposed !== true)
    .map(({ name, span }) => ({
      code: 'given-has-line',
      severity: 'error',
      message: `\`${name}\` is given, but no line of a document is named.`,
      span,
      hint: `Write \`${name}: { is: …, line: … }\` or \`supposed: true\`, or move it to \`unstated:\` or \`conventions:\`; what follows from others is a step.`,
    }));
}
