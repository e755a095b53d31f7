import { characterGroups, characterMaps, GROUPED } from '../file/character-maps.js';
import { fontTables } from '../file/font-tables.js';

/** Tells which characters none of the fonts has. The files are read by their character maps (OpenType 1.9, formats 4 and 12). */
export function characterCheck(fonts: readonly Uint8Array[]): (value: unknown) => readonly string[] {
  const covered = joinedRanges(fonts.flatMap(coveredRanges));
  const has = (point: number) => point <= (covered[lastFrom(covered, point)]?.[1] ?? -1);
  const known = new Map<string, boolean>();
  const isMissing = (character: string): boolean => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const missing = !UNDRAWN.test(character) && !has(character.codePointAt(0) ?? 0);
    known.set(character, missing);
    return missing;
  };
  return (value) => [...new Set(textsIn(value).flatMap((text) => [...text].filter(isMissing)))];
}

/** Spaces, controls, marks of direction, joiners and selectors of variants: nothing is drawn for them. */
const UNDRAWN = /^(?:\s|\p{Cc}|\p{Cf}|\p{Variation_Selector})$/u;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

type Range = readonly [first: number, last: number];

/** In order, and none begins before the one before it has ended. */
function joinedRanges(ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const [first, last] of ranges.toSorted(([one], [other]) => one - other)) {
    const before = joined.at(-1);
    if (before === undefined || first > before[1] + 1) joined.push([first, last]);
    else joined[joined.length - 1] = [before[0], Math.max(before[1], last)];
  }
  return joined;
}

/** Where the last range stands that begins at `point` or before it; -1 = all begin behind it. */
function lastFrom(ranges: readonly Range[], point: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function coveredRanges(file: Uint8Array): readonly Range[] {
  const cmap = fontTables(file).get('cmap');
  if (cmap === undefined) return [];
  return characterMaps(cmap).flatMap((at): readonly Range[] => {
    const format = cmap.getUint16(at);
    if (format === GROUPED) return characterGroups(cmap, at).map(({ first, last }) => [first, last]);
    return format === 4 ? segments(cmap, at) : [];
  });
}

/** The last segment stands for no character. */
function segments(cmap: DataView, at: number): readonly Range[] {
  const count = cmap.getUint16(at + 6) / 2;
  return Array.from({ length: count - 1 }, (_, index) => [
    cmap.getUint16(at + 16 + 2 * count + 2 * index),
    cmap.getUint16(at + 14 + 2 * index),
  ]);
}
