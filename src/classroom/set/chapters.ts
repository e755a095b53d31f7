import type { ChapterSource, SharedWords, Workbook } from '../../chapter/index.js';
import type { ChapterContent } from '../../document/index.js';

/** Chapters that are ready to be drawn from, and the words of each language. */
export interface ClassChapters {
  readonly workbook: Workbook;
  readonly contents: readonly ChapterContent[];
  readonly words: ReadonlyMap<string, SharedWords>;
  /** Of all that the author wrote for each chapter. */
  readonly hashes: readonly ChapterHash[];
}

export interface ChapterHash {
  readonly name: string;
  readonly sha256: string;
}

/** SHA-256 in small hexadecimal letters, of a text in UTF-8. */
export type Sha256 = (content: string | Uint8Array) => string;

export function classChapters(
  workbook: Workbook,
  contents: readonly ChapterContent[],
  words: readonly SharedWords[],
  sha256: Sha256,
): ClassChapters {
  const hashes = contents.map(({ evaluated: { source } }) => ({ name: source.name, sha256: chapterHash(source, sha256) }));
  return { workbook, contents, words: new Map(words.map((one) => [one.language, one])), hashes };
}

/** Of all that the author wrote for a chapter. */
export function chapterHash({ sums, words }: ChapterSource, sha256: Sha256): string {
  const sources = [sums.source, ...[...words.values()].map(({ source }) => source)];
  return sha256(sources.map(({ text }) => `${text.length}:${text}`).join(''));
}

/** The language of a set or a sheet for which none is named: of those there are the one that its shared words put first, else any. */
export function firstLanguage(languages: readonly string[], words: ClassChapters['words']): string | undefined {
  return languages.find((language) => words.get(language)?.isFirst === true) ?? languages[0];
}
