import type { TypedAnswers } from '../../../classroom/index.js';
import {
  addRemarks,
  type ChangedRemarks,
  CLASS_FORMAT,
  type FinishedSet,
  type RemarkChange,
  readAccepted,
  undoRemarks,
  writeRemarks,
} from '../../../classroom/index.js';
import { packed } from '../store/zip.js';
import type { OpenedClass } from './open-class.js';
import { answersFile } from './typed-answers.js';

/** What a teacher decides about answers after the lesson: plain data. */
export interface Decision {
  readonly kind: 'void' | 'give' | 'accept';
  readonly label: string;
  /** Id; empty = the class. */
  readonly student: string;
  /** What is right, too, as it is typed: `5.33`, `5.33..5.4`, `C`. */
  readonly accepted: string;
  readonly reason: string;
  /** `2026-03-01`. */
  readonly date: string;
}

export type DecisionFault = Exclude<ChangedRemarks['kind'], 'changed'> | 'no-accepted' | 'turned' | 'unknown-answer';

/** The set with one decision more; or why it cannot be made. */
export function decide(set: FinishedSet, decision: Decision): FinishedSet | DecisionFault {
  const change = changeOf(set, decision);
  if (typeof change === 'string') return change;
  return withRemarks(set, addRemarks(set.remarks, [change], decision.reason, decision.date));
}

/** The set without what was decided under a number; it stays in the record, with the date. */
export function takeBack(set: FinishedSet, number: number, date: string): FinishedSet | DecisionFault {
  return withRemarks(set, undoRemarks(set.remarks, [number], date));
}

function changeOf({ manifest, rows }: FinishedSet, { kind, label, student, accepted }: Decision): RemarkChange | DecisionFault {
  const isKnown = manifest.exercises.some(({ columns }) => columns.some((column) => column.label === label));
  if (!isKnown || (student !== '' && !rows.some(({ id }) => id === student))) return 'unknown-answer';
  const whom = student === '' ? {} : { student };
  if (kind !== 'accept') return { kind, label, ...whom };
  const answer = readAccepted(accepted);
  if (answer === undefined) return 'no-accepted';
  return answer.kind === 'turned' ? 'turned' : { kind, label, answer, ...whom };
}

function withRemarks(set: FinishedSet, changed: ChangedRemarks): FinishedSet | DecisionFault {
  return changed.kind === 'changed' ? { ...set, remarks: changed.remarks } : changed.kind;
}

/** The set with what was decided and typed, to be kept in the place of the one that was opened: packed, or `remarks.json` alone where only the key was opened. */
export function savedSet(
  { storage, isWhole }: OpenedClass,
  set: FinishedSet,
  typed: TypedAnswers,
): { readonly name: string; readonly bytes: Uint8Array } {
  const { seed, fingerprint } = set.manifest;
  if (set.remarks.length > 0) writeRemarks(storage, { reckoner: CLASS_FORMAT, set: fingerprint, remarks: set.remarks });
  if (!isWhole) return { name: 'remarks.json', bytes: storage.has('remarks.json') ? storage.read('remarks.json') : new Uint8Array() };
  // Also where nothing is typed any more: what was deleted must not come back.
  storage.write('answers.csv', answersFile(set, typed));
  return { name: `class-${seed}.zip`, bytes: packed(storage.files) };
}
