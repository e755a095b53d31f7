import type { Diagnostic } from './diagnostics/index.js';
import type { Located } from './source/index.js';

/** A file that workbook.yaml names under `key` and that does not lie beside it. */
export function missingFile({ value, span }: Located<string>, key: string): Diagnostic {
  const message = `There is no file \`${value}\` beside workbook.yaml.`;
  return { code: 'file-present', severity: 'error', message, span, hint: `Add it, or delete the key \`${key}\`.` };
}
