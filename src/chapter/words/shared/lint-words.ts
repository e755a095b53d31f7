/** What a language counts as good style, from the section `lint:` of its shared words. */
export interface LintWords {
  /** Words of a sentence, or characters where words are not parted by spaces; 0 = any number. */
  readonly longestSentence: number;
  /** Words that say of what a percentage is taken (`of`, `rate`). */
  readonly bases: readonly string[];
  /** Words before a number that counts nothing (`exercise`, `line`). */
  readonly labels: readonly string[];
  /** Words that no text of a workbook uses. */
  readonly banned: readonly string[];
}
