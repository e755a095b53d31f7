import { directivesNamed } from './directives-of.js';
import type { DirectiveOf, Pair, PairText, Words } from './words.js';

/** The pairs of a matching exercise in one language, in the order of its list; undefined when the words have none for it, or one that cannot be read. */
export function pairsOf(words: Words, exercise: string): readonly Pair[] | undefined {
  const lines = pairsDirective(words, exercise)?.lines ?? [];
  const pairs = lines.flatMap(({ pair }) => pair ?? []);
  return pairs.length === 0 || pairs.length < lines.length ? undefined : pairs;
}

export function pairsDirective(words: Words, exercise: string): DirectiveOf<'pairs'> | undefined {
  return directivesNamed(words, 'pairs', exercise)[0];
}

/** For each pair the number of its right text, counted in the order in which different ones come first. */
export function rightTexts(pairs: readonly Pair[]): { readonly texts: readonly PairText[]; readonly ofPair: readonly number[] } {
  const texts: PairText[] = [];
  const ofPair = pairs.map(({ right }) => {
    const known = texts.findIndex(({ value }) => value === right.value);
    return known < 0 ? texts.push(right) - 1 : known;
  });
  return { texts, ofPair };
}
