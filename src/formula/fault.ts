import type { Diagnostic, DiagnosticCode } from '../diagnostics/index.js';
import type { Source } from '../source/index.js';

/** Carries the one diagnostic of a failed formula from where it is found to `parseFormula`; it never leaves this folder. */
export class FormulaFault extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

/** Where and with which code a formula fails. */
export interface FaultPlace {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

export function fault(code: DiagnosticCode, place: FaultPlace, message: string, hint?: string): never {
  const { source, start, end } = place;
  throw new FormulaFault({ code, severity: 'error', message, span: { source, start, end }, ...(hint === undefined ? {} : { hint }) });
}
