import { type ClassChapters, firstLanguage } from '../../classroom/index.js';
import type { Paper } from '../../render/index.js';
import { chooseFrom, PAPERS } from '../options/selection.js';
import { UsageError } from '../terminal/usage-error.js';

/** The language that `--lang` names or, where it names none, the first one of the class; a UsageError where the chapters have none. */
export function chooseLanguage(named: string | undefined, languages: readonly string[], words: ClassChapters['words']): string {
  const language = named === undefined ? firstLanguage(languages, words) : chooseFrom(named, languages, 'language')[0];
  if (language === undefined) throw new UsageError('No chapter has words in a language that the templates know.');
  return language;
}

/** The paper that `--paper` names, else that of the workbook. */
export function choosePaper(named: string | undefined, { workbook }: ClassChapters): Paper {
  return named === undefined ? workbook.paper : (chooseFrom(named, PAPERS, 'paper')[0] ?? 'a4');
}
