import { didYouMean } from '../../diagnostics/index.js';
import type { Edition, PageSize } from '../../document/index.js';
import type { Imposition } from '../../render/pdf/index.js';
import { UsageError } from '../terminal/usage-error.js';

export const EDITIONS: readonly Edition[] = ['student', 'teacher', 'key'];
export const IMPOSITIONS: readonly Imposition[] = ['booklet', 'two-up'];
export const SIZES: readonly PageSize[] = ['standard', 'large'];
export const PAPERS = ['a4', 'letter'] as const;

/** A comma-separated option as a list without repeats, in the order of `known`; absent = all. An unknown word is a UsageError with the nearest one. */
export function chooseFrom<T extends string>(text: string | undefined, known: readonly T[], what: string): readonly T[] {
  if (text === undefined) return known;
  const words = text.split(',').map((word) => word.trim());
  for (const word of words) if (!(known as readonly string[]).includes(word)) throw unknownWord(word, known, what);
  return known.filter((one) => words.includes(one));
}

/** Folders of the chapters named by folder, name or number (`07-pool-price`, `pool-price`, `7`); undefined when none is named. */
export function chooseChapters(names: readonly string[], folders: readonly string[]): readonly string[] | undefined {
  if (names.length === 0) return undefined;
  return names.map((name) => {
    const folder = folders.find(
      (one) => one === name || plainName(one) === name || (/^\d+$/.test(name) && Number.parseInt(one, 10) === Number(name)),
    );
    if (folder === undefined) throw unknownWord(name, [...folders.map(plainName)], 'chapter');
    return folder;
  });
}

export function unknownWord(word: string, known: readonly string[], what: string): UsageError {
  const hint = didYouMean(word, known, `Known: ${known.join(', ')}.`);
  return new UsageError(`There is no ${what} \`${word}\`.`, hint);
}

function plainName(folder: string): string {
  return folder.replace(/^\d+-/, '');
}
