import type { Diagnostic } from '../../diagnostics/index.js';
import type { HandoutRecord } from '../record/manifest.js';
import { beginPart, holdsRecord, keepRecord, readRecords } from '../record/records.js';
import type { Student } from '../set/roster.js';
import { handoutPaths, makeHandout } from './make-handout.js';
import { type ClassOrder, type ClassPart, type HandoutMaker, setFingerprint } from './order.js';

/** Handouts that are there: by id, and the students of this run whose part was not made, or whose files are not here. */
export interface ProducedHandouts {
  readonly records: ReadonlyMap<string, HandoutRecord>;
  readonly missing: readonly Student[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the files of the students of this part, in any order, and keeps a record of each. A student whose files stand there with the right
 * bytes is passed over, so that a killed run goes on where it stopped. Students with mistakes have no record.
 */
export async function produceHandouts(students: readonly Student[], order: ClassOrder): Promise<ProducedHandouts> {
  const fingerprintOf = fingerprints(order);
  const known = recordsOf(order, students, fingerprintOf);
  beginPart(order.storage, partName(order.part));
  const records = new Map<string, HandoutRecord>();
  const diagnostics: Diagnostic[] = [];
  const mine = studentsOf(order.part, students);
  const waiting = [...mine].reverse();
  let done = 0;
  const work = async (make: HandoutMaker) => {
    for (let student = waiting.pop(); student !== undefined; student = waiting.pop()) {
      const fingerprint = fingerprintOf(student);
      const before = known.get(student.id);
      const isThere = before !== undefined && isWhole(before, order);
      const made = isThere ? { value: before, diagnostics: [] } : await make(student, fingerprint, before?.files ?? []);
      if (!isThere && made.value !== undefined) keepRecord(order.storage, partName(order.part), made.value);
      diagnostics.push(...made.diagnostics.map((one): Diagnostic => ({ span: student.span, ...one })));
      if (made.value !== undefined) records.set(student.id, made.value);
      done += 1;
      order.onHandout(student, done, mine.length);
    }
  };
  const helpers = (order.helpers ?? []).flatMap((make) => Array.from({ length: IN_HAND }, () => make));
  const own: HandoutMaker = (student, fingerprint, before) => makeHandout(student, fingerprint, before, order);
  const ended = await Promise.allSettled(
    [...helpers, own].map((make) =>
      work(make).catch((failure) => {
        // Where one fails, the others end with what they have in hand.
        waiting.length = 0;
        throw failure;
      }),
    ),
  );
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return { records, missing: [], diagnostics };
}

/** So many students wait with each helper, so that it need not wait for the next while this thread is busy. */
const IN_HAND = 6;

/** The records of all parts. */
export function mergedRecords(students: readonly Student[], order: ClassOrder): ProducedHandouts {
  const fingerprintOf = fingerprints(order);
  const records = recordsOf(order, students, fingerprintOf);
  const missing = students.filter((student) => {
    const record = records.get(student.id);
    return record === undefined || !isWhole(record, order);
  });
  return { records, missing, diagnostics: [] };
}

/** The records of this order's own handouts; those of other figures, which an earlier run may have left, are passed over. */
function recordsOf(
  { storage }: ClassOrder,
  students: readonly Student[],
  fingerprintOf: (student: Student) => string,
): ReadonlyMap<string, HandoutRecord> {
  const wanted = new Map(students.map((student) => [student.id, fingerprintOf(student)]));
  return new Map(readRecords(storage).flatMap((record) => (wanted.get(record.id) === record.fingerprint ? [[record.id, record]] : [])));
}

/** True when the files of a handout are those that the order asks for, and stand there as they were made. */
function isWhole(record: HandoutRecord, order: ClassOrder): boolean {
  const paths = record.files.map(({ path }) => path);
  return paths.join() === handoutPaths(record.id, order).join() && holdsRecord(order.storage, record);
}

function fingerprints(order: ClassOrder): (student: Student) => string {
  const fingerprint = setFingerprint(order);
  return ({ span: _, ...student }) => order.storage.sha256(JSON.stringify([fingerprint, student]));
}

function studentsOf(part: ClassPart, students: readonly Student[]): readonly Student[] {
  return part.kind === 'shard' ? students.filter((_, index) => index % part.count === part.index) : students;
}

/** Names the file of the records of a part. */
function partName(part: ClassPart): string {
  return part.kind === 'shard' ? `${part.index + 1}-of-${part.count}` : part.kind;
}
