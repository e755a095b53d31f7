import { type DeskLanguage, filled } from '../../words/words.js';
import { type ClassroomWords, EN } from './en.js';
import { ZH } from './zh.js';

export const CLASSROOM_WORDS: Readonly<Record<DeskLanguage, ClassroomWords>> = { en: EN, zh: ZH };

export type Phrase = keyof ClassroomWords;

/** Says a phrase with its slots filled. */
export type Say = (phrase: Phrase, slots?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: DeskLanguage): Say {
  const words = CLASSROOM_WORDS[language];
  return (phrase, slots = {}) => filled(words[phrase], slots);
}
