import type { Voice } from './voice.js';

/** `D 51`: letter of the document (absent = the chapter's own) and line; empty when either is unknown. */
export function documentPlace(line: number | undefined, voice: Voice, document?: string): string {
  const letter = document ?? voice.content.evaluated.source.sums.document?.letter;
  return letter === undefined || line === undefined ? '' : voice.say('document-line', { letter, line: String(line) });
}
