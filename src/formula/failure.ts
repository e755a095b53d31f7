import type { Diagnostic, DiagnosticCode } from '../diagnostics/index.js';
import type { Span } from '../source/index.js';

/**
 * Why a formula has no value. Thrown inside this stage only and caught at the border of each definition:
 * `diagnostic` for an author's mistake found here, `missing` for unknown inputs, neither when the cause was reported elsewhere.
 */
export class EvaluationFailure extends Error {
  constructor(
    readonly diagnostic: Diagnostic | undefined,
    readonly missing: readonly string[] = [],
  ) {
    super(diagnostic?.message ?? 'no value');
  }
}

export function mistake(code: DiagnosticCode, span: Span, message: string, hint?: string): Diagnostic {
  return { code, severity: 'error', message, span, ...(hint === undefined ? {} : { hint }) };
}

/** Stops the evaluation of a formula with a mistake at `span`. */
export function fail(code: DiagnosticCode, span: Span, message: string, hint?: string): never {
  throw new EvaluationFailure(mistake(code, span, message, hint));
}

/** Stops the evaluation of a formula whose cause was reported elsewhere, or that lacks the unknown inputs `missing`. */
export function failSilently(missing: readonly string[] = []): never {
  throw new EvaluationFailure(undefined, missing);
}

/** What `work` yields; undefined when a failure stops it. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (failure) {
    if (failure instanceof EvaluationFailure) return undefined;
    throw failure;
  }
}

/** The failure that stops `work`; undefined when it comes to an end. */
export function failureIn(work: () => unknown): EvaluationFailure | undefined {
  try {
    work();
    return undefined;
  } catch (failure) {
    if (failure instanceof EvaluationFailure) return failure;
    throw failure;
  }
}
