import type { Located } from '../../source/index.js';
import { type ReadContext, reportError } from '../read/reader.js';

/** What only Markdown and formulas of the body mean. */
const MARKUP = /\{\{[^}]*\}\}|\*\*|`|\[[^\]]*\]\([^)]*\)|\[\^[^\]]*\]|<\/?[a-z][^>]*>|\$[^$\s][^$]*\$/i;

/** A title or goal is printed as it stands: what would be a sign elsewhere is reported. */
export function checkPlainLine(key: string, { value, span }: Located<string>, context: ReadContext): void {
  const found = MARKUP.exec(value)?.[0];
  if (found === undefined) return;
  const message = `\`${key}\` is plain text: \`${found}\` would be printed as it stands.`;
  reportError(context, 'markdown-known', span, message, 'Write it in plain words; figures, emphasis and links belong into the text below.');
}
