/** Part of what was typed in a cell. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where in the table something stands. */
export interface Cell {
  /** `flyer` = of no cell alone. */
  readonly part: 'flyer' | 'line' | 'column' | 'reading' | 'payment' | 'promise' | 'rounds';
  readonly id: number;
  readonly field: 'name' | 'figure' | 'formula' | 'start';
}

/** What is wrong or missing in a cell, as a key of the page's words with what fills its slots. */
export interface Fault {
  readonly cell: Cell;
  readonly says: FaultKind;
  readonly slots: Readonly<Record<string, string>>;
  /** Of the text in the cell; absent = the whole. */
  readonly stretch?: Stretch;
  /** Nothing is wrong: something is still to be typed. */
  readonly isGap?: boolean;
}

export const FAULT_KINDS = [
  'name-missing',
  'name-twice',
  'figure-missing',
  'figure-no-number',
  'figure-two-numbers',
  'figure-unit',
  'figure-digits',
  'figure-unknown-here',
  'formula-missing',
  'unknown-name',
  'unknown-name-meant',
  'unknown-unit',
  'unknown-unit-meant',
  'sign-missing',
  'strange-sign',
  'open-quotation',
  'not-readable',
  'waits',
  'statement-used',
  'statement-figure',
  'column-statement',
  'rounds-name',
  'units-clash',
  'units-clash-printed',
  'needs-itself',
  'divides-by-zero',
  'too-large',
  'no-such-round',
  'column-later',
  'column-without-round',
  'condition-for-number',
  'number-for-condition',
  'pure-number',
  'money-balances',
  'never-reached',
  'story-broken',
  'banned-words',
  'too-deep',
  'other',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
