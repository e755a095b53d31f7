import { readFileSync } from 'node:fs';
import { characterCheck } from '../../render/pdf/index.js';
import { lightFont } from './light-font.js';

/** Fonts of which a quarter is enough for nearly every page, by their paths. */
export type LightFonts = ReadonlyMap<string, Uint8Array>;

/** From here on characters are those of East Asia, of which a page needs few. */
const EAST_ASIAN = 0x2e80;
/** In bytes. A smaller font is served whole. */
const LARGE = 8_000_000;

/**
 * The large ones of these font files with the characters that pages of this workbook may have: those of its texts, those that are in daily use
 * (GB 2312), and whatever another of the fonts has, so that a page looks the same with the light font and the whole one.
 */
export function lightFonts(paths: readonly string[], texts: readonly string[]): LightFonts {
  const files = paths.map((path) => ({ path, font: new Uint8Array(readFileSync(path)) }));
  const large = files.filter(({ font }) => font.length > LARGE);
  const isElsewhereMissing = characterCheck(files.filter(({ font }) => font.length <= LARGE).map(({ font }) => font));
  const used = new Set([...dailyCharacters(), ...texts.flatMap((text) => [...text])]);
  const isKept = (point: number) => {
    const character = String.fromCodePoint(point);
    return point < EAST_ASIAN || used.has(character) || isElsewhereMissing(character).length === 0;
  };
  return new Map(large.map(({ path, font }) => [path, lightFont(font, isKept)]));
}

/** All characters of GB 2312: 94 rows of 94, a byte for each from A1 on. */
function dailyCharacters(): string {
  const cells = Array.from({ length: 94 * 94 }, (_, index) => [0xa1 + Math.floor(index / 94), 0xa1 + (index % 94)]);
  return new TextDecoder('gbk').decode(Uint8Array.from(cells.flat()));
}
