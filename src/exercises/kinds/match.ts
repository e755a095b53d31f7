import { pairsOf, rightTexts, type Task } from '../../chapter/index.js';
import { shuffledOrder } from '../../number/index.js';
import { impossible, type Making } from '../answer/making.js';
import type { ExerciseKind } from './kind.js';
import { letterOf } from './letter.js';

/** Right texts are numbered in the order in which they first come; `order` is that of the page, `letters` the place of each left's partner in it. */
export interface MatchForm {
  readonly kind: 'match';
  readonly order: readonly number[];
  readonly letters: readonly number[];
}

/** Pairs of texts to find; the letters of the partners are written. */
export const match = {
  make: (_task, making) => makeMatch(making),
  written: ({ letters }, exercise) =>
    letters.map((letter, index) => ({ kind: 'word', id: letterId(exercise, index), text: letterOf(letter) })),
  reordered: ({ order, letters }, orderOf) => {
    const drawn = orderOf(order.length);
    const isInLine = letters.every((letter, index) => drawn.indexOf(letter) === index);
    const places = isInLine ? [...drawn.slice(1), ...drawn.slice(0, 1)] : drawn;
    return {
      kind: 'match',
      order: places.map((place) => order[place] as number),
      letters: letters.map((letter) => places.indexOf(letter)),
    };
  },
  choices: ({ letters }) => letters.join(),
} satisfies ExerciseKind<Task<'match'>, MatchForm>;

/** Where the letter of a pair is written. */
export function letterId(exercise: string, index: number): string {
  return `${exercise}.${index + 1}`;
}

/** The order in which partners are printed, and the letter of each: all languages pair alike, so the first one tells. */
function makeMatch(making: Making): MatchForm | undefined {
  const [words] = making.chapter.source.words.values();
  const pairs = words && pairsOf(words, making.spec.name);
  // Missing pairs were reported where the words were read.
  if (pairs === undefined) return undefined;
  const { texts, ofPair } = rightTexts(pairs);
  if (texts.length < 2) return impossible(making, 'has no two different texts to choose from', 'Write at least two different right texts.');
  const order = shuffledOrder(texts.length, making.spec.name);
  return { kind: 'match', order, letters: ofPair.map((text) => order.indexOf(text)) };
}
