import { readFileSync } from 'node:fs';
import { parseSharedWords, type SharedWords } from '../../../src/chapter/index.js';
import { type Report, reportOn } from '../../../src/desk/flyer/judge/report.js';
import { type Study, studyFlyer } from '../../../src/desk/flyer/judge/study.js';
import type { Flyer, FlyerLanguage } from '../../../src/desk/flyer/model/flyer.js';
import { type FlyerText, flyerFromText } from '../../../src/desk/flyer/samples/from-text.js';
import { chapterPhrases, sayIn } from '../../../src/desk/flyer/words/words.js';

const KNOWN = new Map<FlyerLanguage, SharedWords>();

/** The words that all chapters share, in one language. */
export function sharedWords(language: FlyerLanguage): SharedWords {
  const name = `templates/words/${language}.yaml`;
  const text = () => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
  const words = KNOWN.get(language) ?? parseSharedWords({ name, text: text() }).value;
  KNOWN.set(language, words);
  return words;
}

/** A flyer of rows of text, in Chinese unless it says otherwise. */
export function flyer(lines: string, rest: Partial<Omit<FlyerText, 'lines'>> = {}): Flyer {
  return flyerFromText({ title: '', language: 'zh', lines, ...rest });
}

export function study(one: Flyer): Study {
  return studyFlyer(one, sharedWords(one.language), chapterPhrases(one.language));
}

/** What the page says of a flyer in its language, by the names of its lines. */
export function told(one: Flyer, language: FlyerLanguage = one.language) {
  const shared = sharedWords(language);
  const found = studyFlyer(one, shared, chapterPhrases(language));
  // Spaces that keep a figure and its unit together are spaces here.
  const report: Report = JSON.parse(JSON.stringify(reportOn(found, shared, sayIn(language))).replaceAll('\u00a0', ' '));
  const idOf = (name: string) => [...one.lines, ...one.rounds.columns].find((line) => line.name === name)?.id ?? 0;
  return {
    study: found,
    report,
    word: (name: string) => report.lines[idOf(name)]?.word,
    sentences: (name: string) => report.lines[idOf(name)]?.sentences ?? [],
    figure: (name: string) => report.lines[idOf(name)]?.figure,
    faults: report.faults.map(({ sentence }) => sentence),
  };
}
