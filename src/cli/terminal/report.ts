import type { Verdict } from '../../chapter/index.js';
import { type Diagnostic, printDiagnostic } from '../../diagnostics/index.js';
import type { ChapterContent } from '../../document/index.js';
import type { Terminal } from './terminal.js';

const VERDICTS: readonly Verdict[] = ['exact', 'rounds-to', 'about', 'holds', 'fails', 'contradicts', 'cannot-be-derived'];

/** Prints every diagnostic on the error channel, with a blank line between two. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  for (const one of diagnostics) terminal.error(`${printDiagnostic(one, { colour: terminal.colour })}\n\n`);
}

/** `1 error, 2 warnings`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${counted(errors, 'error')}, ${counted(diagnostics.length - errors, 'warning')}`;
}

export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** How many claims of a chapter have each verdict; verdicts that do not occur are left out. */
export function countVerdicts({ audit }: ChapterContent): ReadonlyMap<Verdict, number> {
  const counts = VERDICTS.map((verdict) => [verdict, audit.figures.filter((one) => one.verdict === verdict).length] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

/** `9 exact, 2 rounds-to`. */
export function verdictSummary(chapter: ChapterContent): string {
  return [...countVerdicts(chapter)].map(([verdict, count]) => `${count} ${verdict}`).join(', ') || 'none';
}
