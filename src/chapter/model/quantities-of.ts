import type { Span } from '../../source/index.js';
import type { Example } from './chapter.js';

/** What has a name in an example: givens, their tables, conventions, what is unstated, steps and columns. */
export function quantitiesOf({
  givens,
  tierTables,
  conventions,
  unstated,
  steps,
  rounds,
}: Example): readonly { readonly name: string; readonly span: Span }[] {
  return [...givens, ...tierTables, ...conventions, ...unstated, ...steps, ...(rounds?.row ?? [])];
}
