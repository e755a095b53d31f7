import { type PreparedWorkbook, prepareWorkbook } from '../../src/build.js';
import type { Edition } from '../../src/document/index.js';
import { sharedWords } from './shared-words-source.js';

/** A workbook of one English chapter, `01-one`, up to its documents for paper and screen; `ledger` is the text of the ledger beside it. */
export function oneChapter(sums: string, words: string, editions: readonly Edition[], ledger?: string): PreparedWorkbook {
  const files = { folder: '01-one', sums: { name: 'sums.yaml', text: sums }, words: new Map([['en', { name: 'en.md', text: words }]]) };
  return prepareWorkbook(
    {
      workbook: { name: 'workbook.yaml', text: 'title: { en: T }\nchapters: [01-one]\nlicence: L\npaper: a4\nversion: "1"\n' },
      chapters: new Map([['01-one', { value: files, diagnostics: [] }]]),
      sharedWords: [sharedWords('en')],
      ...(ledger === undefined ? {} : { beside: new Map([['ledger.yaml', { name: 'ledger.yaml', text: ledger }]]) }),
    },
    { languages: ['en'], editions, chapters: ['01-one'], onScreen: true },
  );
}
