import { answersCsv, type FinishedSet, readAnswers, readTable, type TableRefusal, type TypedAnswers } from '../../../classroom/index.js';
import { hasErrors } from '../../../diagnostics/index.js';
import { type Mistake, mistakeOf } from '../../told/mistake.js';
import type { DroppedFile } from './open-class.js';

export type ReadAnswersFile =
  /** With an error among the mistakes there are no answers. */
  | { readonly kind: 'answers'; readonly typed: TypedAnswers; readonly mistakes: readonly Mistake[]; readonly others: readonly string[] }
  | { readonly kind: 'refused'; readonly why: TableRefusal | 'too-much' };

/** Answers from a file (CSV or XLSX), by id and label. */
export async function readAnswersFile({ name, bytes }: DroppedFile, { manifest, rows }: FinishedSet): Promise<ReadAnswersFile> {
  const read = await readTable(name, bytes);
  if (read.kind === 'refused') return read;
  if (read.kind === 'too-much') return { kind: 'refused', why: 'too-much' };
  const { value, diagnostics } = readAnswers(read.table, manifest.exercises, rows);
  return { kind: 'answers', typed: hasErrors(diagnostics) ? new Map() : value, mistakes: diagnostics.map(mistakeOf), others: read.others };
}

/** What was typed as `answers.csv`, which the desk and the command line read again. */
export function answersFile({ manifest, rows }: FinishedSet, typed: TypedAnswers): string {
  return answersCsv(manifest.exercises, rows, typed);
}
