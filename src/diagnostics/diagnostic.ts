import type { Span } from '../source/index.js';
import type { DiagnosticCode } from './catalogue.js';

export type Severity = 'error' | 'warning';

/** One mistake of an author, as a value: never thrown, always with its place when it has one. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One or two sentences: what is wrong, with both numbers where two disagree. */
  readonly message: string;
  readonly span?: Span;
  /** Other places that belong to the same mistake. */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** What to do next. */
  readonly hint?: string;
  /** The same for who tells of it in other words, such as another language. */
  readonly sentence?: Sentence;
}

/** A sentence by its name, and what stands in its slots. */
export interface Sentence {
  readonly name: string;
  readonly slots: Readonly<Record<string, string>>;
}

/** What every stage returns: its value (partial where input was faulty) and everything it has to report. */
export interface Diagnosed<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** True when at least one diagnostic is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Throws when one of our own assumptions is broken; an author's mistake must never reach this. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`internal error: ${message}`);
}
