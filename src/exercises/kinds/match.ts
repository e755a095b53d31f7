import { pairsOf, rightTexts } from '../../chapter/index.js';
import type { Making } from '../answer/numeric-answer.js';
import type { ExerciseForm } from '../model/exercise.js';
import { impossible } from './rounds-kinds.js';
import { shuffledOrder } from './shuffle.js';

/** The order in which partners are printed, and the letter of each: all languages pair alike, so the first one tells. */
export function makeMatch(making: Making): ExerciseForm | undefined {
  const [words] = making.chapter.source.words.values();
  const pairs = words && pairsOf(words, making.spec.name);
  // Missing pairs were reported where the words were read.
  if (pairs === undefined) return undefined;
  const { texts, ofPair } = rightTexts(pairs);
  if (texts.length < 2) return impossible(making, 'has no two different texts to choose from', 'Write at least two different right texts.');
  const order = shuffledOrder(texts.length, making.spec.name);
  return { kind: 'match', order, letters: ofPair.map((text) => order.indexOf(text)) };
}
