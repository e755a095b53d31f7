import type { Diagnostic, DiagnosticCode, Sentence } from '../diagnostics/index.js';
import type { Unit } from '../number/index.js';
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

export function mistake(code: DiagnosticCode, span: Span, message: string, hint?: string, sentence?: Sentence): Diagnostic {
  return {
    code,
    severity: 'error',
    message,
    span,
    ...(hint === undefined ? {} : { hint }),
    ...(sentence === undefined ? {} : { sentence }),
  };
}

/** Stops the evaluation of a formula with a mistake at `span`. */
export function fail(code: DiagnosticCode, span: Span, message: string, hint?: string, sentence?: Sentence): never {
  throw new EvaluationFailure(mistake(code, span, message, hint, sentence));
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

/** Two units that do not go together, by their keys; an empty key is a pure number. `declared`: the second is written where the first is worked out. */
export function unitsApart(left: Unit, right: Unit, { declared = false } = {}): Sentence {
  return { name: declared ? 'units-apart-declared' : 'units-apart', slots: { left: left.key, right: right.key } };
}

/** A number stands where a comparison is needed; without this sentence it is the other way round. */
export const NUMBER_FOR_CONDITION: Sentence = { name: 'number-for-condition', slots: {} };
