import type { Formula } from '../../formula/index.js';
import type { Claim } from './chapter.js';

/** The formula that a claim is judged by: the quantity that it prints, or what it says. */
export function formulaOf({ content }: Pick<Claim, 'content'>): Formula {
  return content.kind === 'figure' ? content.of : content.says;
}
