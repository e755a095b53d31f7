import { type Diagnosed, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import { keyEntries } from '../key/key.js';
import { drawnFigures, type HandoutRecord } from '../record/manifest.js';
import { beginPart, holdsRecord, keepRecord, readRecords } from '../record/records.js';
import { writeMade } from '../record/storage.js';
import { paperCode } from '../set/class-set.js';
import type { Student } from '../set/roster.js';
import { handoutDocument } from './documents.js';
import { type ClassOrder, type ClassPart, setFingerprint } from './order.js';

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
  const work = async () => {
    for (let student = waiting.pop(); student !== undefined; student = waiting.pop()) {
      const fingerprint = fingerprintOf(student);
      const before = known.get(student.id);
      const isThere = before !== undefined && holdsRecord(order.storage, before);
      const made = isThere ? { value: before, diagnostics: [] } : await produce(student, fingerprint, order);
      diagnostics.push(...made.diagnostics.map((one): Diagnostic => ({ span: student.span, ...one })));
      if (made.value !== undefined) records.set(student.id, made.value);
      done += 1;
      order.onHandout(student, done, mine.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: order.width }, work));
  } finally {
    // Where one fails, the others end with what they have in hand.
    waiting.length = 0;
  }
  return { records, missing: [], diagnostics };
}

/** The records of all parts. */
export function mergedRecords(students: readonly Student[], order: ClassOrder): ProducedHandouts {
  const fingerprintOf = fingerprints(order);
  const records = recordsOf(order, students, fingerprintOf);
  const missing = students.filter((student) => {
    const record = records.get(student.id);
    return record === undefined || !holdsRecord(order.storage, record);
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

async function produce(student: Student, fingerprint: string, order: ClassOrder): Promise<Diagnosed<HandoutRecord | undefined>> {
  const { set, storage, solutions, pages } = order;
  const paper = set.paper(student.number);
  if (paper.missing.length > 0) return { value: undefined, diagnostics: paper.missing.map((group) => nothingDrawn(student, group)) };
  const code = paperCode(set.seed, student.id, paper);
  const files = [];
  const diagnostics: Diagnostic[] = [];
  for (const kind of solutions ? (['handouts', 'solutions'] as const) : (['handouts'] as const)) {
    const document = handoutDocument(order, student, paper, code, kind === 'solutions');
    const rendered = await pages.render(document.value, order.paper);
    diagnostics.push(...document.diagnostics, ...rendered.diagnostics);
    if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
    files.push(writeMade(storage, { ...rendered.value, path: `${kind}/${student.id}.pdf` }));
  }
  const record: HandoutRecord = {
    id: student.id,
    fingerprint,
    code,
    figures: drawnFigures(paper),
    answers: Object.fromEntries(keyEntries(paper)),
    files,
  };
  keepRecord(storage, partName(order.part), record);
  return { value: record, diagnostics };
}

function nothingDrawn({ id }: Student, group: string): Diagnostic {
  return {
    code: 'vary-leaves-variants',
    severity: 'error',
    message: `No variant of ${group} was found for student ${id}.`,
    hint: '`reckoner stress` tells what refuses the others.',
  };
}
