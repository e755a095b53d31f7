/** Words that were looked for in a document, by language; a plain list stands under `ANY_LANGUAGE`. */
export type SearchedWords = ReadonlyMap<string, readonly string[]>;

export const ANY_LANGUAGE = '*';

/** The words that pages of a language name; empty where nothing was looked for. */
export function wordsLookedFor(searched: SearchedWords | undefined, language: string): readonly string[] {
  return searched?.get(language) ?? searched?.get(ANY_LANGUAGE) ?? [];
}
