/** What a teacher decided about one answer after the lesson. */
export type RemarkChange = {
  /** A label of the key, such as `2.1`. */
  readonly label: string;
  /** Id of the student whom it concerns; absent = the class. */
  readonly student?: string;
} & (
  | { readonly kind: 'void' }
  /** Everybody who handed in earns the marks of the answer. */
  | { readonly kind: 'give' }
  | { readonly kind: 'accept'; readonly answer: AcceptedAnswer }
);

/** Amounts as decimal text. A value is accepted as the key accepts its own: whatever rounds to it. */
export type AcceptedAnswer =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'interval'; readonly low: string; readonly high: string }
  | { readonly kind: 'word'; readonly word: string };

/** A change with its number in the set, counted from 1 and never given twice, and why and when it was made. */
export interface Remark {
  readonly number: number;
  /** `2026-03-01`. */
  readonly date: string;
  readonly reason: string;
  readonly change: RemarkChange;
  /** The date on which it was taken back. */
  readonly undone?: string;
}

/** What stands in remarks.json. */
export interface RemarkFile {
  readonly reckoner: number;
  /** Fingerprint of the set for which the remarks were made. */
  readonly set: string;
  readonly remarks: readonly Remark[];
}

/** `5.33`, `5.33..5.4` or `C`, as it is typed. */
export function acceptedText(answer: AcceptedAnswer): string {
  switch (answer.kind) {
    case 'value':
      return answer.value;
    case 'interval':
      return `${answer.low}..${answer.high}`;
    case 'word':
      return answer.word;
  }
}
