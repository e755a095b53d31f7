import type { UnitWords } from '../../answer/index.js';
import type { ChapterSource, SharedWords } from '../../chapter/index.js';
import { BUILT_IN_UNITS, isPureNumber, type Unit } from '../../number/index.js';
import { unitInShort } from '../wording/figures.js';
import type { Voice } from '../wording/voice.js';

/** Every word by which chapters, in all their languages, and the shared words call a unit: what a typed answer may have behind its number. */
export function unitWords(sources: readonly ChapterSource[], shared: readonly SharedWords[]): UnitWords {
  const words = new Map<string, Set<string>>();
  const used = new Set([...BUILT_IN_UNITS, ...sources.flatMap(({ sums }) => sums.units.map(({ value }) => value))]);
  const lists = [
    ...sources.flatMap(({ sums, words }) => [...[...words.values()].map(({ units }) => units), signsOf(sums)]),
    // Shared words call more currencies than a chapter counts in.
    ...shared.map(({ units }) => [...units].filter(([unit]) => used.has(unit))),
  ];
  for (const [unit, forms] of lists.flatMap((units) => [...units])) words.set(unit, new Set([...(words.get(unit) ?? []), ...forms]));
  return Object.fromEntries([...words].map(([unit, forms]) => [unit, [...forms]]));
}

/** The signs of money as words of their units. */
export function signsOf({ moneySigns }: ChapterSource['sums']): readonly (readonly [unit: string, forms: readonly string[]])[] {
  return [...moneySigns].map(([unit, sign]) => [unit, [sign, sign]]);
}

/** Of this chapter, and of those whose exercises it asks again. */
export function unitWordsOf({ content: { evaluated, exercises, earlier = [] }, shared }: Voice): UnitWords {
  const recalled = new Set(exercises.flatMap(({ form }) => (form.kind === 'recall' ? form.items.map(({ chapter }) => chapter) : [])));
  const sources = earlier.map((one) => one.evaluated.source).filter(({ name }) => recalled.has(name));
  return unitWords([...sources, evaluated.source], [shared]);
}

/** The word of a unit behind a typed figure: behind 1, and behind any other number. */
export function saidUnit(unit: Unit, voice: Voice): readonly string[] {
  if (isPureNumber(unit)) return [''];
  return [...new Set([unitInShort(unit, '1', voice), unitInShort(unit, '2', voice)])];
}
