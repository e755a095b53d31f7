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
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const cmap = tableAt(font, 'cmap');
  if (cmap === undefined) return [];
  const maps = Array.from({ length: font.getUint16(cmap + 2) }, (_, index) => cmap + font.getUint32(cmap + 4 + 8 * index + 4));
  return maps.flatMap((at) => {
    const format = font.getUint16(at);
    return format === 12 ? groups(font, at) : format === 4 ? segments(font, at) : [];
  });
}

function tableAt(font: DataView, wanted: string): number | undefined {
  for (let index = 0; index < font.getUint16(4); index += 1) {
    const entry = 12 + 16 * index;
    if (String.fromCharCode(...[0, 1, 2, 3].map((at) => font.getUint8(entry + at))) === wanted) return font.getUint32(entry + 8);
  }
  return undefined;
}

function groups(font: DataView, at: number): readonly Range[] {
  return Array.from({ length: font.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + 12 * index;
    return [font.getUint32(group), font.getUint32(group + 4)] as const;
  });
}

/** The last segment stands for no character. */
function segments(font: DataView, at: number): readonly Range[] {
  const count = font.getUint16(at + 6) / 2;
  return Array.from({ length: count - 1 }, (_, index) => [
    font.getUint16(at + 16 + 2 * count + 2 * index),
    font.getUint16(at + 14 + 2 * index),
  ]);
}
