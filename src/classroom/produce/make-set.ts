import { collectDiagnostics, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import type { MadeFile } from '../record/manifest.js';
import { readManifest } from '../record/records.js';
import { checkRepeats, checkSpaces } from '../record/repeats.js';
import type { Student } from '../set/roster.js';
import { finishSet } from './finish.js';
import { mergedRecords, produceHandouts } from './handouts.js';
import { type ClassOrder, type Shard, setFingerprint } from './order.js';

export type ClassOutcome =
  /** A finished set of other numbers lies there, which is what a class holds in its hands: nothing was written. */
  | { readonly kind: 'occupied'; readonly seed: string }
  /** Students whose handouts a merge lacks. */
  | { readonly kind: 'missing'; readonly students: readonly Student[] }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'part'; readonly shard: Shard; readonly handouts: number; readonly diagnostics: readonly Diagnostic[] }
  /** `files` are those of the whole set. */
  | {
      readonly kind: 'finished';
      readonly handouts: number;
      readonly files: readonly MadeFile[];
      readonly diagnostics: readonly Diagnostic[];
    };

/** Makes a handout for each student, with the keys; or one part of them, or the parts joined. The same order gives the same bytes. */
export async function makeClassSet(students: readonly Student[], order: ClassOrder): Promise<ClassOutcome> {
  const { set, storage, part, allowRepeats, replace } = order;
  const short = checkSpaces(set, students.length, allowRepeats);
  if (hasErrors(short)) return { kind: 'refused', diagnostics: short };
  const manifest = readManifest(storage);
  if (manifest !== undefined && manifest.fingerprint !== setFingerprint(order) && !replace)
    return { kind: 'occupied', seed: manifest.seed };
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
  const finished = await finishSet(students, records, order);
  const all = [...diagnostics, ...finished.diagnostics];
  return hasErrors(all) ? { kind: 'refused', diagnostics: all } : { kind: 'finished', handouts, files: finished.value, diagnostics: all };
}
