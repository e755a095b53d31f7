import type { Diagnostic } from '../../../diagnostics/index.js';
import type { LintWords } from '../../words/shared/lint-words.js';
import { FIGURE, placeIn, type Sentence } from './sentences.js';

/** A sentence that is longer than a reader of this age takes in at once. A computed figure counts as a number and its unit. */
export function longSentences(sentence: Sentence, { longestSentence }: LintWords, spaced: boolean): readonly Diagnostic[] {
  const text = sentence.text.replace(FIGURE, ' 1 u ').replace(/_{3,}/g, ' x ');
  const count = spaced ? words(text) : characters(text);
  if (longestSentence === 0 || count <= longestSentence) return [];
  const unit = spaced ? 'words' : 'characters';
  return [
    {
      code: 'sentence-length',
      severity: 'warning',
      message: `This sentence has ${count} ${unit}.`,
      span: placeIn(sentence, 0, Math.min(sentence.text.length, 20)),
      hint: `Make two of it: at most ${longestSentence} ${unit}.`,
    },
  ];
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Chinese characters; a figure or a foreign word counts as one. */
function characters(text: string): number {
  return [...text.matchAll(/\p{Script=Han}|[\p{L}\p{N}.%÷×=+−]+/gu)].reduce(
    (sum, { 0: found }) => sum + (/^\p{Script=Han}+/u.exec(found)?.[0].length ?? 1),
    0,
  );
}
