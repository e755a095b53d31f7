import type { Span } from '../../source/index.js';
import type { Example } from './chapter.js';

/** What has a name in an example: givens, conventions, what is unstated, steps and columns. */
export function quantitiesOf({
  givens,
  conventions,
  unstated,
  steps,
  rounds,
}: Example): readonly { readonly name: string; readonly span: Span }[] {
  return [...givens, ...conventions, ...unstated, ...steps, ...(rounds?.row ?? [])];
}
