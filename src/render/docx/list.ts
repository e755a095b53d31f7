import { type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import type { Block } from '../../document/index.js';
import { drawParagraph } from './paragraph.js';
import { type Draw, type FileBlock, narrowed, type Place } from './place.js';
import { STYLES } from './styles.js';

type List = Extract<Block, { kind: 'list' }>;

/**
 * Names of the two lists of a file. The library writes them into the text between braces until it knows their numbers; no text of a chapter
 * can hold them, since a zero-width space never reaches the file.
 */
const BULLETS = '\u200Bbullets';
const NUMBERS = '\u200Bnumbers';

/** What the lists of a file look like, level by level. */
export function numberingOf(): INumberingOptions {
  const levels = [0, 1, 2];
  const place = (level: number) => ({ paragraph: { indent: { left: INDENT * (level + 1), hanging: HANGING } } });
  return {
    config: [
      {
        reference: BULLETS,
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.BULLET,
          text: level === 1 ? '–' : '•',
          suffix: LevelSuffix.TAB,
          style: place(level),
        })),
      },
      {
        reference: NUMBERS,
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.DECIMAL,
          text: `%${level + 1}.`,
          suffix: LevelSuffix.TAB,
          style: place(level),
        })),
      },
    ],
  };
}

/** The style of an entry in text of each style. */
const ENTRIES: Readonly<Record<string, string>> = { [STYLES.body]: STYLES.listEntry, [STYLES.desk]: STYLES.deskEntry };

/** In twips. */
const INDENT = 400;
const HANGING = 300;

/** A real list; each ordered one counts from 1. What an entry holds besides its first paragraph stands below it. */
export function drawList(list: List, place: Place, draw: Draw, level = 0): FileBlock[] {
  const instance = place.nextList();
  const inside = narrowed(place, place.width - INDENT);
  return list.items.flatMap((blocks, index) => {
    const last = index === list.items.length - 1;
    const inner = { ...inside, stays: place.stays || (index === 0 && !last) };
    const [first, ...others] = blocks;
    const numbering = { reference: list.ordered ? NUMBERS : BULLETS, level: Math.min(level, 2), instance, custom: true };
    const inlines = first?.kind === 'paragraph' ? first.inlines : [];
    const style = ENTRIES[place.style] ?? place.style;
    const entry = drawParagraph(inlines, inner, { style, numbering, indent: INDENT * (level + 1) });
    const rest = first?.kind === 'paragraph' ? others : blocks;
    return [entry, ...rest.flatMap((block) => (block.kind === 'list' ? drawList(block, inner, draw, level + 1) : draw([block], inner)))];
  });
}
