import { collectDiagnostics, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import { type Before, whatStandsThere } from '../record/before.js';
import type { MadeFile } from '../record/manifest.js';
import { checkRepeats, checkSpaces } from '../record/repeats.js';
import type { Student } from '../set/roster.js';
import { finishSet } from './finish.js';
import { mergedRecords, produceHandouts } from './handouts.js';
import { type ClassOrder, leftOut, type Shard, setFingerprint } from './order.js';
import type { KeptAside } from './renew.js';

export type ClassOutcome =
  /** Something lies there that a class may hold in its hands: nothing was written. */
  | { readonly kind: 'occupied'; readonly before: Before }
  /** Students whose handouts a merge lacks. */
  | { readonly kind: 'missing'; readonly students: readonly Student[] }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'part'; readonly shard: Shard; readonly handouts: number; readonly diagnostics: readonly Diagnostic[] }
  /** `files` are those of the whole set. */
  | {
      readonly kind: 'finished';
      readonly handouts: number;
      readonly files: readonly MadeFile[];
      readonly kept: readonly KeptAside[];
      readonly diagnostics: readonly Diagnostic[];
    };

/** Makes a handout for each student, with the keys; or one part of them, or the parts joined. The same order gives the same bytes. */
export async function makeClassSet(students: readonly Student[], order: ClassOrder): Promise<ClassOutcome> {
  const { set, storage, part, allowRepeats, replace } = order;
  const short = checkSpaces(set, students.length, allowRepeats);
  if (hasErrors(short)) return { kind: 'refused', diagnostics: short };
  const before = whatStandsThere(storage, students);
  if (wouldReplace(before, order)) {
    if (!replace) return { kind: 'occupied', before };
    order.onReplace(before);
  }
  const { records, missing, diagnostics: found } = await (part.kind === 'merge' ? mergedRecords : produceHandouts)(students, order);
  if (missing.length > 0) return { kind: 'missing', students: missing };
  const papers = students.flatMap((student) => {
    const record = records.get(student.id);
    return record === undefined ? [] : [{ student, figures: record.figures }];
  });
  const diagnostics = collectDiagnostics([...found, ...checkRepeats(set, papers, allowRepeats)]);
  if (hasErrors(diagnostics)) return { kind: 'refused', diagnostics };
  const handouts = records.size;
  if (part.kind === 'shard') return { kind: 'part', shard: part, handouts, diagnostics };
  const finished = await finishSet(students, records, before, order);
  const all = [...diagnostics, ...finished.diagnostics];
  return hasErrors(all) ? { kind: 'refused', diagnostics: all } : { kind: 'finished', handouts, ...finished.value, diagnostics: all };
}

/** A set that was made from the same is gone over again, which changes nothing; it may get formats besides, and lose none unasked. */
function wouldReplace(before: Before, order: ClassOrder): boolean {
  switch (before.kind) {
    case 'free':
      return false;
    case 'finished':
      return (
        before.manifest.fingerprint !== setFingerprint(order) || before.edited.length > 0 || leftOut(before.manifest, order).length > 0
      );
    case 'foreign':
      // Handouts that were copied without their records are missing from a merge, which says so.
      return order.part.kind !== 'merge';
    case 'damaged':
      return true;
  }
}
