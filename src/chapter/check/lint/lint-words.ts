import type { Diagnostic } from '../../../diagnostics/index.js';
import type { Words } from '../../model/words.js';
import type { SharedWords } from '../../words/shared/shared-words.js';
import { bannedWords } from './banned.js';
import { doubledWords } from './doubled.js';
import { bareBlanks, bareFigures, percentsWithoutBase } from './figures.js';
import { longSentences } from './length.js';
import { type Sentence, sentencesOf } from './sentences.js';

export interface LintOptions {
  /** Names that a workbook never prints, whatever the language. */
  readonly banned: readonly string[];
  /** False = banned words alone, which are errors. */
  readonly style: boolean;
}

/** What a careful reader would strike out: banned words, and as warnings long sentences, doubled words, percentages of nothing, bare figures. */
export function lintWords(words: Words, shared: SharedWords, { banned, style }: LintOptions): readonly Diagnostic[] {
  const { lint, spaced } = shared;
  const found = bannedWords(words.source, [...banned, ...(lint?.banned ?? [])]);
  if (!style || lint === undefined) return found;
  const sentences = words.body.flatMap(sentencesOf);
  const all = [...sentences, ...worded(words)];
  return [
    ...found,
    ...all.flatMap((sentence) => longSentences(sentence, lint, spaced)),
    ...all.flatMap((sentence) => doubledWords(sentence, spaced)),
    ...sentences.flatMap((sentence) => percentsWithoutBase(sentence, lint, spaced)),
    ...sentences.flatMap((sentence) => bareFigures(sentence, lint)),
    ...sentences.flatMap((sentence) => bareBlanks(sentence, lint)),
  ];
}

/** Claims, readings and assumptions: sentences of the head. Their place is that of their name. */
function worded({ claims, readings, assumptions }: Words): readonly Sentence[] {
  return [...claims.values(), ...readings.values(), ...assumptions.values()].map(({ value, span }) => ({
    text: value,
    source: span.source,
    start: span.start,
    lead: '',
  }));
}
