import type { Inline } from '../../document/index.js';
import { evenWidths, widthOf } from './text-width.js';

/** How long inlines are in one line, in em, with the least width of a blank; infinite where nobody can tell. */
export function inlinesWidth(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => sum + inlineWidth(inline), 0);
}

function inlineWidth(inline: Inline): number {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return widthOf(inline.text, TEXT);
    case 'blank':
      return inline.answer === undefined ? BLANK : Math.max(BLANK, widthOf(inline.answer, TEXT) + 1);
    case 'box':
      return 1;
    case 'math':
    case 'break':
      return Number.POSITIVE_INFINITY;
    case 'strong':
    case 'emphasis':
    case 'link':
      return inlinesWidth(inline.children);
  }
}

/** Digits and capitals are wider than letters are on average: so many times where a column must hold them. */
export const WIDE = 1.2;

/** 25 mm of 12 pt. */
const BLANK = 6;

/** Letters are less than half as wide as high. */
const TEXT = evenWidths(0.45);
