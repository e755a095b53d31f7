import { lintWords, type SharedWords, type Workbook } from './chapter/index.js';
import {
  type AssembledDocument,
  assembleEditions,
  type BackPart,
  type ChapterContent,
  type EditionsOptions,
  joinDocuments,
} from './document/index.js';
import { type EarlierWork, NO_EARLIER_WORK } from './source/index.js';
import type { Run } from './stage-log.js';

/** `onScreen`: the documents are for a screen too, where answers are graded and the figures of an example can be changed. */
export interface DocumentOptions extends Pick<EditionsOptions, 'editions' | 'size' | 'onScreen'> {
  /** Also warns of long sentences, doubled words, percentages without a base and bare figures; default false. */
  readonly lint?: boolean;
  /** What the same process put together from the same texts; absent = nothing is kept. */
  readonly earlier?: EarlierWork;
}

/** One chapter in one language, in all editions; none where it has no words in that language. */
export function chapterDocuments(
  workbook: Workbook,
  chapter: ChapterContent,
  shared: SharedWords,
  { editions, size, onScreen, lint = false, earlier = NO_EARLIER_WORK }: DocumentOptions,
  run: Run,
): readonly AssembledDocument[] {
  const { language } = shared;
  const words = chapter.evaluated.source.words.get(language);
  if (words === undefined) return [];
  const style = { banned: workbook.banned, style: lint };
  const of = `${chapter.evaluated.source.folder} ${language}`;
  run('parse', () => ({
    value: undefined,
    diagnostics: earlier.of(`lint ${lint} ${of}`, [words, shared, workbook], () => lintWords(words, shared, style)),
  }));
  const spoken = { language, shared, editions, ...(size === undefined ? {} : { size }), ...(onScreen === undefined ? {} : { onScreen }) };
  const { evaluated, audit, exercises, ledger, earlier: before = [] } = chapter;
  const { sums, words: spokenIn } = evaluated.source;
  // Units that somebody types into a page are known in every language.
  const parts = [workbook, shared, words, sums, audit, exercises, ledger, ...before, ...(onScreen ? spokenIn.values() : [])];
  const assembled = run('document', () =>
    earlier.of(`documents ${[...editions, size, onScreen].join()} ${of}`, parts, () => assembleEditions(workbook, chapter, spoken)),
  );
  return editions.flatMap((edition) => assembled.get(edition) ?? []);
}

/** The chapters' documents, and the whole workbook after them. */
export function withWhole(single: readonly AssembledDocument[], back: readonly BackPart[]): readonly AssembledDocument[] {
  const [first, ...others] = single;
  return first === undefined ? [] : [...single, joinDocuments([first, ...others], back)];
}
