/** Words that were looked for in a document, by language; a plain list stands under `ANY_LANGUAGE`. */
export type SearchedWords = ReadonlyMap<string, readonly string[]>;

export const ANY_LANGUAGE = '*';

/** What is said in a language, or in all of them. */
export function inLanguage<T>(said: ReadonlyMap<string, T> | undefined, language: string): T | undefined {
  return said?.get(language) ?? said?.get(ANY_LANGUAGE);
}

/** The words that pages of a language name; empty where nothing was looked for. */
export function wordsLookedFor(searched: SearchedWords | undefined, language: string): readonly string[] {
  return inLanguage(searched, language) ?? [];
}
