import type { Source } from '../../../source/index.js';
import type { Language } from '../../model/words.js';
import type { LintWords } from './lint-words.js';
import type { PhraseKey } from './phrases.js';

/** The words of one language that every chapter shares, read from `templates/words/<language>.yaml`. */
export interface SharedWords {
  readonly language: Language;
  /** BCP 47, with the script where the language alone does not tell how its characters are drawn: `zh-Hans`. */
  readonly tag: string;
  /** A class set that names no language is made in this one. */
  readonly isFirst: boolean;
  readonly source: Source;
  /** How two forms of a unit are used: `1 point, 2 points, yuan/point`, or `2 个积分, 元/个`. */
  readonly unitForms: 'singular-plural' | 'number-slash';
  /** True where words are parted by spaces; false joins lines without one, and sets characters that are as wide as high. */
  readonly spaced: boolean;
  readonly phrases: ReadonlyMap<PhraseKey, string>;
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly misconceptions: ReadonlyMap<string, Misconception>;
  /** Absent = this language is not looked through. */
  readonly lint?: LintWords;
}

/** A wrong way of thinking, by its code K1 to K14, and what a teacher may answer. */
export interface Misconception {
  readonly name: string;
  readonly say: string;
}
