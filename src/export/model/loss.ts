/** What a target cannot carry of an exercise. */
export interface Loss {
  readonly code: LossCode;
  /** `pool-price.first-price`; of a spreadsheet's figure, its example and name: `pool-price.ladder.orders_to_16`. */
  readonly exercise: string;
  /** The row of a table of rounds that it is about. */
  readonly row?: number;
}

/** Every loss, with the sentence that explains it. */
export const LOSSES = {
  'follow-on': 'a figure that follows from an earlier wrong one counts as wrong',
  'other-readings': 'figures under another reading, which the key prints, count as wrong',
  'own-spelling': 'figures are typed in digits; 万, per cent signs, fractions and units behind them are not read',
  'other-figures': 'each student gets figures of his own; those of the printed page are not among them',
  'fewer-variants': 'there are fewer variants than were asked for',
  'needs-page': 'speaks of the pages of the chapter, which must lie beside it',
  'read-by-teacher': 'a person reads and marks the answer',
  'on-paper': 'nothing on the page grades it: it is done on paper',
  drawing: 'the drawing is made on paper, and a person marks it',
  picture: 'the picture is replaced by its description',
  'math-in-line': 'formulas stand in one line, without fraction bars',
  'split-into-blanks': 'each blank is an item of its own',
  'no-misconceptions': 'advice on likely mistakes is left out',
  'no-advice-on-figures': 'advice on likely wrong figures is left out; that on wrong options is there',
  'exact-match': 'the answer has to be typed exactly as it is printed',
  'no-key': 'working and points for marking are left out',
  'fixed-figure': 'the figure needs a row that the table of rounds does not reach, and does not follow changes',
  'found-by-trying': 'the figure is found by trying, which no cell does, and does not follow changes',
  'table-cut': 'the table of rounds ends before the example does',
  'digits-cut': 'figures have more than 15 digits, of which a spreadsheet keeps 15',
  'tested-to-row': 'a claim about every row is tested as far as the table of rounds goes',
} as const satisfies Readonly<Record<string, string>>;

export type LossCode = keyof typeof LOSSES;
