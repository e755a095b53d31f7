import { type Diagnostic, placeOf, shortened } from '../../diagnostics/index.js';
import type { Value } from '../../evaluate/index.js';
import type { Amount, Quantity } from '../../number/index.js';
import { firstDiagnostics } from './report.js';
import type { Terminal } from './terminal.js';

/** Version of the JSON that `check`, `audit` and `explain` print; docs/json.md describes it. A changed or missing field raises it. */
const JSON_VERSION = 1;

export type CommandName = 'check' | 'audit' | 'explain';

export function printJson(command: CommandName, body: Readonly<Record<string, unknown>>, terminal: Terminal): void {
  terminal.out(`${JSON.stringify({ reckoner: JSON_VERSION, command, ...body }, undefined, 2)}\n`);
}

/** Decimal text without an exponent, all digits: a JSON number would pass through a binary float. */
export function jsonAmount(value: Amount): string {
  return value.toFixed();
}

export function jsonQuantity({ amount, unit }: Quantity): { readonly amount: string; readonly unit: string } {
  return { amount: jsonAmount(amount), unit: unit.key };
}

/** A figure as amount and unit, a condition as true or false, null when it cannot be worked out. */
export function jsonValue(value: Value | undefined): ReturnType<typeof jsonQuantity> | boolean | null {
  if (value === undefined) return null;
  return typeof value === 'boolean' ? value : jsonQuantity(value);
}

/** The first hundred diagnostics; where there are more, how many are left out. */
export function jsonDiagnostics(diagnostics: readonly Diagnostic[]): Readonly<Record<string, unknown>> {
  const { printed, rest } = firstDiagnostics(diagnostics);
  return { diagnostics: printed.map(jsonDiagnostic), ...(rest.length === 0 ? {} : { moreDiagnostics: rest.length }) };
}

function jsonDiagnostic(diagnostic: Diagnostic): Readonly<Record<string, unknown>> {
  const { code, severity, message, hint, related } = diagnostic;
  return {
    code,
    severity,
    message: shortened(message),
    ...(hint === undefined ? {} : { hint: shortened(hint) }),
    ...placeOf(diagnostic),
    ...(related === undefined ? {} : { related: related.map((one) => ({ message: shortened(one.message), ...placeOf(one) })) }),
  };
}
