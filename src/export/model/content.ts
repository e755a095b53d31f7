import type { Chart, MathNode, MoneyMap } from '../../document/index.js';

/** What an item shows, as plainly as every learning platform can: paragraphs, lists and tables with blanks in them. */
export type Content =
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Content[])[] }
  | { readonly kind: 'table'; readonly table: ContentTable }
  | { readonly kind: 'picture'; readonly picture: Picture; readonly alt: string }
  /** The options of a choice that stands on its own, by the place of the blank in the item. */
  | { readonly kind: 'options'; readonly blank: number };

export interface ContentTable {
  /** Empty = there is no head. */
  readonly head: readonly (readonly Piece[])[];
  readonly rows: readonly (readonly (readonly Piece[])[])[];
}

export type Picture = { readonly kind: 'chart'; readonly chart: Chart } | { readonly kind: 'money'; readonly map: MoneyMap };

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'code'; readonly text: string }
  /** In one line (`320 yuan ÷ 190.4 points`), and as a tree to be drawn. */
  | { readonly kind: 'math'; readonly linear: string; readonly math: MathNode }
  /** The place of the blank in the item. */
  | { readonly kind: 'blank'; readonly blank: number }
  | { readonly kind: 'break' };

/** What a student writes or chooses in one place, and how it is graded. */
export type Blank = NumberBlank | TextBlank | ChoiceBlank;

interface BlankParts {
  /** `first-price.2`: equal in every language and variant. */
  readonly id: string;
  /** What is asked for in this place, for an item that shows the blank alone. */
  readonly label: string;
}

export interface NumberBlank extends BlankParts {
  readonly kind: 'number';
  /** A union of closed intervals, one or more, by rising order and apart from each other; bounds are exact decimals. */
  readonly accepted: readonly WrittenInterval[];
  /** The right figure as the key prints it, in digits: `1.68`. Lies in `accepted`. */
  readonly shown: string;
  /** What follows the figure in words; empty for a pure number. */
  readonly unit: string;
  readonly misconceptions: readonly NumberMisconception[];
}

export interface NumberMisconception extends Feedback {
  readonly accepted: WrittenInterval;
}

/** What is said to a wrong answer: the name of the misconception (`K3`, in words), and what a teacher may answer. */
export interface Feedback {
  readonly code: string;
  readonly name: string;
  readonly say: readonly Piece[];
}

/** A word, a letter or the number of a line. */
export interface TextBlank extends BlankParts {
  readonly kind: 'text';
  /** The first is the one that the key prints; capitals make no difference. */
  readonly accepted: readonly string[];
}

/** One of several options, of which exactly one is right. */
export interface ChoiceBlank extends BlankParts {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

export interface Option {
  /** `a`, `b`, …: within its blank. */
  readonly id: string;
  readonly text: string;
  readonly right: boolean;
  readonly feedback?: Feedback;
}

export interface WrittenInterval {
  readonly low: string;
  readonly high: string;
}
