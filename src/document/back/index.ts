import type { Coverage } from '../../audit/index.js';
import type { Language, SharedWords, Workbook } from '../../chapter/index.js';
import type { BackPart, Edition } from '../tree/nodes.js';
import { sharedSay } from '../wording/say.js';
import type { ChapterContent } from '../wording/voice.js';
import { claimIndex } from './claim-index.js';
import { colophon } from './colophon.js';
import { glossary } from './glossary.js';

export interface BackOptions {
  readonly language: Language;
  readonly edition: Edition;
  /** The shared words of every language: a glossary names each term in all of them. */
  readonly words: readonly SharedWords[];
  /** Where each entry of the ledger is judged; absent = there is no index of claims. */
  readonly coverage?: Coverage;
}

/** What follows the last chapter of a whole workbook: glossary, for teachers the index of claims, and what the book is. A key has none. */
export function backMatter(workbook: Workbook, contents: readonly ChapterContent[], options: BackOptions): readonly BackPart[] {
  const { language, edition, words, coverage } = options;
  const shared = words.find((one) => one.language === language);
  if (shared === undefined || edition === 'key') return [];
  const say = sharedSay(shared);
  const index = edition === 'teacher' && coverage !== undefined ? claimIndex(coverage, contents, language, say) : [];
  const parts = [
    { id: 'glossary', title: say('glossary'), blocks: glossary(contents, language, words) },
    { id: 'claim-index', title: say('claim-index'), blocks: index },
    { id: 'colophon', title: say('colophon'), blocks: colophon(workbook, coverage, shared, say) },
  ];
  return parts.filter(({ blocks }) => blocks.length > 0);
}
