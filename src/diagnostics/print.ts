import { placeText } from '../source/index.js';
import { codeFrame } from './code-frame.js';
import type { Diagnostic } from './diagnostic.js';
import { shortened } from './shortened.js';

/**
 * A diagnostic as the terminal shows it: `file:line:column: severity code` (`file:B3` in a sheet), the quoted line with carets,
 * the message, related places in the same form, and the hint. No line break at the end.
 */
export function printDiagnostic(diagnostic: Diagnostic, options: { readonly colour?: boolean } = {}): string {
  const { code, severity, message, span, related, hint } = diagnostic;
  const paint = options.colour ? severityPaint[severity] : plain;
  const lines = [`${span ? `${placeText(span)}: ` : ''}${paint(`${severity} ${code}`)}`];
  if (span) lines.push(codeFrame(span));
  lines.push(shortened(message));
  for (const other of related ?? []) lines.push(`${placeText(other.span)}: note`, codeFrame(other.span), shortened(other.message));
  if (hint !== undefined) lines.push(`hint: ${shortened(hint)}`);
  return lines.join('\n');
}

const plain = (text: string) => text;
const severityPaint = {
  error: (text: string) => `\u001b[1;31m${text}\u001b[0m`,
  warning: (text: string) => `\u001b[1;33m${text}\u001b[0m`,
};
