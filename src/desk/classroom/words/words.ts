import { type DeskLanguage, filled } from '../../words/words.js';
import type { Mistake } from '../told/mistake.js';
import { type ClassroomWords, EN } from './en.js';
import { MISTAKES } from './mistakes.js';
import { ZH } from './zh.js';

export const CLASSROOM_WORDS: Readonly<Record<DeskLanguage, ClassroomWords>> = { en: EN, zh: ZH };

export type Phrase = keyof ClassroomWords;

/** Says a phrase with its slots filled. */
export type Say = (phrase: Phrase, slots?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: DeskLanguage): Say {
  const words = CLASSROOM_WORDS[language];
  return (phrase, slots = {}) => filled(words[phrase], slots);
}

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
  const say = sayIn(language);
  const where =
    place === undefined
      ? ''
      : place.cell === undefined
        ? say('place-line', { line: place.line, column: place.column })
        : say('place-cell', { cell: place.cell });
  const [says, next] = MISTAKES[language][sentence?.name ?? code] ?? [message, hint];
  const slots = { ...sentence?.slots, character: characterIn(message) };
  return { says: filled(says, slots), next: filled(next, slots), where, quoted: place?.quoted ?? '' };
}

/** A character that no font has, as the message quotes it. */
function characterIn(message: string): string {
  return /`([^`]+)` \(U\+/.exec(message)?.[1] ?? '';
}
