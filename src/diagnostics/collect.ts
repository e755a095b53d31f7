import { locate } from '../source/index.js';
import type { Diagnostic } from './diagnostic.js';

/** Each mistake once, file by file (in order of first appearance) and from top to bottom; those without a place come first, by their text. */
export function collectDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map<string, number>();
  const distinct = new Map<string, Diagnostic>();
  for (const one of diagnostics) {
    const file = one.span?.source.name ?? '';
    if (!files.has(file)) files.set(file, file === '' ? -1 : files.size);
    const key = [one.code, file, one.span?.start, IN_FORMULAS.has(one.code) ? one.span?.end : one.message].join('\n');
    if (!distinct.has(key)) distinct.set(key, one);
  }
  const rank = ({ span }: Diagnostic) => files.get(span?.source.name ?? '') ?? -1;
  return [...distinct.values()].sort((a, b) => rank(a) - rank(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0) || byText(a, b));
}

/** Pages are made side by side, so the order in which they report is chance. */
function byText(a: Diagnostic, b: Diagnostic): number {
  if (a.span !== undefined || b.span !== undefined || a.message === b.message) return 0;
  return a.message < b.message ? -1 : 1;
}

/** Mistakes of a formula: where copies of an example share it, it is one. */
const IN_FORMULAS: ReadonlySet<string> = new Set(['known-name', 'units-balance', 'condition-or-number', 'pure-number', 'rounds-present']);

/** A diagnostic's place as `file`, `line` and `column`, both from 1; undefined when it has none. */
export function placeOf({ span }: Pick<Diagnostic, 'span'>): { file: string; line: number; column: number } | undefined {
  return span && { file: span.source.name, ...locate(span.source, span.start) };
}
