import type { ChapterPhrases } from '../chapter/words.js';
import type { FlyerLanguage } from '../model/flyer.js';
import { EN, type FlyerPhrase, type FlyerWords } from './en.js';
import { ZH } from './zh.js';

export type { FlyerPhrase, FlyerWords } from './en.js';

export const FLYER_WORDS: Readonly<Record<FlyerLanguage, FlyerWords>> = { zh: ZH, en: EN };

/** Says a phrase with its slots filled, in one pass: what is filled in is never filled again. */
export type SayFlyer = (key: FlyerPhrase, slots?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: FlyerLanguage): SayFlyer {
  const words = FLYER_WORDS[language];
  return (key, slots = {}) => words[key].replace(/\{([a-z]+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}

/** What a chapter made of a flyer says of itself. */
export function chapterPhrases(language: FlyerLanguage): ChapterPhrases {
  const words = FLYER_WORDS[language];
  return {
    title: words['chapter-title'],
    goal: words['chapter-goal'],
    claim: words['chapter-claim'],
    condition: words['chapter-condition'],
    counted: words['chapter-counted'],
  };
}
