import type { Example, Given, TierTable } from '../../chapter/index.js';
import type { Voice } from './voice.js';

/** `D 51`: letter of the document (absent = the chapter's own) and line; `line 5` of a flyer that only the chapter has; empty without a line. */
export function documentPlace(line: number | undefined, voice: Voice, document?: string): string {
  const letter = document ?? voice.content.evaluated.source.sums.document?.letter;
  if (line === undefined) return '';
  return letter === undefined ? voice.say('own-line', { line: String(line) }) : voice.say('document-line', { letter, line: String(line) });
}

/** Where a document prints a given; "supposed here" where none does, beside others that are printed or marked so; empty beside none. */
export function givenPlace(given: Given | TierTable, { givens, tierTables }: Pick<Example, 'givens' | 'tierTables'>, voice: Voice): string {
  if (given.line !== undefined) return documentPlace(given.line, voice, given.document);
  const belongs = [...givens, ...tierTables].some(({ line, supposed }) => line !== undefined || supposed === true);
  return belongs ? voice.say('supposed-here') : '';
}
