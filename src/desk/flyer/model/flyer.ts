/** Languages in which a flyer's names are written and the page speaks. */
export type FlyerLanguage = 'zh' | 'en';

/**
 * Where the figure of a line comes from: the flyer gives it, somebody supposes it because the flyer does not say, or it follows from
 * the lines above by a formula.
 */
export const ORIGINS = ['flyer', 'supposed', 'worked'] as const;
export type Origin = (typeof ORIGINS)[number];

/** A line of the table, as it was typed. */
export interface Line {
  /** Never given twice in a flyer. */
  readonly id: number;
  /** What the figure is called, or what a statement says: `price`, `每晚价格`. */
  readonly name: string;
  readonly origin: Origin;
  /** `1000元`, `2.5%`; of a worked line what the flyer prints for it, or empty; of a supposed line `? 元` where nobody knows. */
  readonly figure: string;
  /** Of a worked line: a formula in the names of other lines, or a comparison. */
  readonly formula: string;
}

/** A column of the rounds: what it starts with, and what each round makes of it. */
export interface Column {
  readonly id: number;
  readonly name: string;
  /** A formula; empty = nothing before the first round. */
  readonly start: string;
  readonly becomes: string;
}

/** What happens again and again: each month, each order. */
export interface Rounds {
  /** What one round is called: `month`, `单`. */
  readonly each: string;
  /** How many are shown. */
  readonly count: number;
  /** Nothing happens after the last of them; false = they go on and on. */
  readonly ends: boolean;
  readonly columns: readonly Column[];
}

/** Another way to understand the flyer: some lines or columns are figured otherwise. */
export interface Reading {
  readonly id: number;
  readonly name: string;
  readonly changes: readonly { readonly of: number; readonly formula: string }[];
}

/** Somebody pays somebody the figure of a line. */
export interface Payment {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  /** The line paid; 0 = not chosen yet. */
  readonly line: number;
}

/** A flyer as somebody typed it in, right or wrong. Plain data: kept, exported and opened as JSON. */
export interface Flyer {
  readonly title: string;
  readonly language: FlyerLanguage;
  readonly lines: readonly Line[];
  readonly rounds: Rounds;
  readonly readings: readonly Reading[];
  readonly payments: readonly Payment[];
  /** Lines of what is promised and of what is there to pay it; 0 = not chosen. */
  readonly promise: { readonly promised: number; readonly funded: number };
}

/** Beyond this a table is no flyer. */
export const MOST_LINES = 200;
export const MOST_COLUMNS = 12;
export const MOST_READINGS = 12;
export const MOST_PAYMENTS = 40;
export const MOST_ROUNDS = 1000;
export const LONGEST_NAME = 80;
export const LONGEST_FIGURE = 60;
export const LONGEST_FORMULA = 1000;

export function emptyFlyer(language: FlyerLanguage): Flyer {
  const line = (id: number, origin: Origin): Line => ({ id, name: '', origin, figure: '', formula: '' });
  return {
    title: '',
    language,
    lines: [line(1, 'flyer'), line(2, 'flyer'), line(3, 'worked')],
    rounds: { each: '', count: 12, ends: false, columns: [] },
    readings: [],
    payments: [],
    promise: { promised: 0, funded: 0 },
  };
}

/** True for a line into which nothing was typed yet. */
export function isEmptyLine({ name, figure, formula }: Line): boolean {
  return [name, figure, formula].every((text) => text.trim() === '');
}

export function isEmptyColumn({ name, start, becomes }: Column): boolean {
  return [name, start, becomes].every((text) => text.trim() === '');
}
