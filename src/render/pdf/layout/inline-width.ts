import type { Inline } from '../../../document/index.js';

/** How long inlines are in one line, in em, with the least width of a blank; infinite where nobody can tell. */
export function inlinesWidth(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => sum + inlineWidth(inline), 0);
}

function inlineWidth(inline: Inline): number {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return textWidth(inline.text);
    case 'blank':
      return inline.answer === undefined ? BLANK : Math.max(BLANK, textWidth(inline.answer) + 1);
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
const LETTER = 0.45;

/** Chinese characters and full-width marks take 1 em, others as much as a letter. */
export function textWidth(text: string, letter = LETTER): number {
  return [...text].reduce((sum, character) => sum + (/[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]/u.test(character) ? 1 : letter), 0);
}
