import { inLanguage } from '../model/searched.js';
import type { Language } from '../model/words.js';

/** The text of a language, or the one for all; empty where there is none. */
export function textIn(texts: ReadonlyMap<Language, string> | undefined, language: Language): string {
  return inLanguage(texts, language) ?? '';
}
