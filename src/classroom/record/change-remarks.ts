import { type AcceptedAnswer, acceptedText, type Remark, type RemarkChange } from './remarks.js';

/** Characters of a reason: it stands beside every mark that changes. */
export const LONGEST_REASON = 300;
const LONGEST_ANSWER = 100;

export type ChangedRemarks =
  | { readonly kind: 'changed'; readonly remarks: readonly Remark[] }
  | { readonly kind: 'no-reason' | 'long-reason' }
  /** A remark in force that says so already. */
  | { readonly kind: 'said'; readonly remark: Remark }
  | { readonly kind: 'unknown'; readonly number: number }
  | { readonly kind: 'undone'; readonly remark: Remark };

/** The remarks with new ones at the end, each with the next number; `date` such as `2026-03-01`. */
export function addRemarks(now: readonly Remark[], changes: readonly RemarkChange[], typed: string, date: string): ChangedRemarks {
  const reason = typed.replace(/\s+/g, ' ').trim();
  if (reason === '') return { kind: 'no-reason' };
  if (reason.length > LONGEST_REASON) return { kind: 'long-reason' };
  for (const change of changes) {
    const same = now.find((one) => one.undone === undefined && isSameChange(one.change, change));
    if (same !== undefined) return { kind: 'said', remark: same };
  }
  const last = now.at(-1)?.number ?? 0;
  const added = changes.map((change, index): Remark => ({ number: last + 1 + index, date, reason, change }));
  return { kind: 'changed', remarks: [...now, ...added] };
}

/** The remarks with some taken back; they stay, with the date. */
export function undoRemarks(now: readonly Remark[], numbers: readonly number[], date: string): ChangedRemarks {
  for (const number of numbers) {
    const found = now.find((one) => one.number === number);
    if (found === undefined) return { kind: 'unknown', number };
    if (found.undone !== undefined) return { kind: 'undone', remark: found };
  }
  return { kind: 'changed', remarks: now.map((one) => (numbers.includes(one.number) ? { ...one, undone: date } : one)) };
}

function isSameChange(one: RemarkChange, other: RemarkChange): boolean {
  const text = (change: RemarkChange) =>
    JSON.stringify([change.kind, change.label, change.student ?? null, change.kind === 'accept' ? acceptedText(change.answer) : '']);
  return text(one) === text(other);
}

const FIGURE = '[+-]?\\d{1,40}(?:\\.\\d{1,40})?';
const VALUE = new RegExp(`^(${FIGURE})$`);
const INTERVAL = new RegExp(`^(${FIGURE})\\s*\\.\\.\\s*(${FIGURE})$`);

/** What is right, too, as a teacher types it: `5.33`, `5.33..5.4`, or a letter or text; undefined where nothing is said. */
export function readAccepted(
  text: string,
): AcceptedAnswer | { readonly kind: 'turned'; readonly low: string; readonly high: string } | undefined {
  const typed = plainAccepted(text);
  if (typed.replace(/[\s.,;:]/g, '') === '' || typed.length > LONGEST_ANSWER) return undefined;
  const [, value] = VALUE.exec(typed) ?? [];
  if (value !== undefined) return { kind: 'value', value: unsigned(value) };
  const [, low, high] = INTERVAL.exec(typed) ?? [];
  if (low === undefined || high === undefined) return { kind: 'word', word: typed };
  return Number(low) > Number(high) ? { kind: 'turned', low, high } : { kind: 'interval', low: unsigned(low), high: unsigned(high) };
}

/** Full width and typographic minus signs make no difference. */
export function plainAccepted(text: string): string {
  return text.normalize('NFKC').replace(/[−–]/g, '-').trim();
}

function unsigned(figure: string): string {
  return figure.replace(/^\+/, '');
}
