/** Characters from `first` to `last` have the glyphs from `glyph` on. */
export interface CharacterGroup {
  readonly first: number;
  readonly last: number;
  readonly glyph: number;
}

/** Of a character map that has all of Unicode as groups. */
export const GROUPED = 12;

/** Where each of the character maps in a table `cmap` begins; its first two bytes are its format. */
export function characterMaps(cmap: DataView): readonly number[] {
  return Array.from({ length: cmap.byteLength < 4 ? 0 : cmap.getUint16(2) }, (_, index) => cmap.getUint32(4 + 8 * index + 4));
}

/** The groups of the map at `start`, whose format is `GROUPED`, in the order of their characters. */
export function characterGroups(cmap: DataView, start: number): readonly CharacterGroup[] {
  return Array.from({ length: cmap.getUint32(start + 12) }, (_, index) => {
    const at = start + 16 + 12 * index;
    return { first: cmap.getUint32(at), last: cmap.getUint32(at + 4), glyph: cmap.getUint32(at + 8) };
  });
}
