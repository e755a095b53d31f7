import { type DeskLanguage, filled, WORDS } from '../words/words.js';
import type { Mistake } from './mistake.js';
import { MISTAKES } from './mistake-words.js';

export interface ToldMistake {
  readonly says: string;
  readonly next: string;
  /** Where it is, in words; empty where it has no place. */
  readonly where: string;
  /** What stands there. */
  readonly quoted: string;
}

/** A mistake in the words of a language. */
export function tellMistake({ code, message, hint, sentence, place }: Mistake, language: DeskLanguage): ToldMistake {
  const words = WORDS[language];
  const where = place === undefined ? '' : filled(words[place.cell === undefined ? 'place-line' : 'place-cell'], { ...place });
  const [says, next] = MISTAKES[language][sentence?.name ?? code] ?? [message, hint];
  const slots = sentence?.slots ?? {};
  return { says: filled(says, slots), next: filled(next, slots), where, quoted: place?.quoted ?? '' };
}
