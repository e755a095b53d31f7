import type { Verdict } from '../../chapter/index.js';
import { type Diagnostic, printDiagnostic } from '../../diagnostics/index.js';
import type { ChapterContent } from '../../document/index.js';
import type { Terminal } from './terminal.js';

const VERDICTS: readonly Verdict[] = ['exact', 'rounds-to', 'about', 'holds', 'fails', 'contradicts', 'cannot-be-derived'];

/** More than these nobody reads, and to find the place of each takes longer the longer the file is. */
const MOST_PRINTED = 100;

/** Prints the first hundred diagnostics on the error channel, with a blank line between two, and how many there are besides. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  const { printed, rest } = firstDiagnostics(diagnostics);
  for (const one of printed) terminal.error(`${printDiagnostic(one, { colour: terminal.colour })}\n\n`);
  if (rest.length > 0) terminal.error(`… and ${countDiagnostics(rest)} more; mend these first.\n\n`);
}

/** The first hundred in their order, errors chosen before warnings, and those that are left out. */
export function firstDiagnostics(diagnostics: readonly Diagnostic[]): Readonly<Record<'printed' | 'rest', readonly Diagnostic[]>> {
  const ranked = (['error', 'warning'] as const).flatMap((one) => diagnostics.filter(({ severity }) => severity === one));
  const chosen = new Set(ranked.slice(0, MOST_PRINTED));
  return { printed: diagnostics.filter((one) => chosen.has(one)), rest: diagnostics.filter((one) => !chosen.has(one)) };
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
