import { type Diagnosed, type Diagnostic, hasErrors } from '../../diagnostics/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { type KeyExercise, type KeyRow, keyCsv, keyExercises } from '../key/key.js';
import type { Before } from '../record/before.js';
import {
  CLASS_FORMAT,
  type HandoutRecord,
  KEY,
  type KeyFile,
  MANIFEST,
  type MadeFile,
  type Manifest,
  paperOfFigures,
  SHEET,
} from '../record/manifest.js';
import { filesOf, readRecords, tidySet } from '../record/records.js';
import { sealedJson } from '../record/sealed.js';
import { writeMade } from '../record/storage.js';
import type { Student } from '../set/roster.js';
import { keyDocuments } from './documents.js';
import { kindsOf } from './make-handout.js';
import { type ClassOrder, type HandoutFormat, setFingerprint } from './order.js';
import { type KeptAside, putRemarksAside, renewAnswers } from './renew.js';

export interface FinishedFiles {
  readonly files: readonly MadeFile[];
  /** What people wrote for the set that stood there before. */
  readonly kept: readonly KeptAside[];
}

interface Made {
  readonly student: Student;
  readonly record: HandoutRecord;
}

/** What belongs to the whole set, once every handout is there: the file for the copier, the keys, the table to type answers into, the manifest. */
export async function finishSet(
  students: readonly Student[],
  records: ReadonlyMap<string, HandoutRecord>,
  before: Before,
  order: ClassOrder,
): Promise<Diagnosed<FinishedFiles>> {
  const { set, storage, chapters } = order;
  const made = students.flatMap((student): readonly Made[] => {
    const record = records.get(student.id);
    return record === undefined ? [] : [{ student, record }];
  });
  const exercises = keyExercises(paperOfFigures(set.plans, []));
  const rows = made.map(({ student: { id, name, group }, record: { code, answers } }): KeyRow => ({ id, name, group, code, answers }));
  const key = await renderKey(exercises, rows, order);
  if (hasErrors(key.diagnostics)) return { value: { files: [], kept: [] }, diagnostics: key.diagnostics };
  const json: KeyFile = { reckoner: CLASS_FORMAT, seed: set.seed, version: chapters.workbook.version, exercises, students: rows };
  const begun = manifestOf(made, exercises, order);
  const files: MadeFile[] = [
    ...(order.formats.includes('pdf') ? joinedFiles(made, order) : []),
    ...key.value.flatMap(({ format, parts }) => (format === 'pdf' ? [joinedKey(parts, order)] : keyParts(parts, order))),
    writeMade(storage, { path: 'key.csv', content: keyCsv(exercises, rows) }),
    writeMade(storage, { path: KEY, content: jsonText(json) }, 'lasting'),
    ...(order.sheet === undefined ? [] : [writeMade(storage, { path: SHEET, content: order.sheet(begun, rows) })]),
  ];
  const manifest: Manifest = { ...begun, files };
  const manifestBefore = 'manifest' in before ? before.manifest : undefined;
  const earlier = [...(manifestBefore === undefined ? [] : filesOf(manifestBefore)), ...readRecords(storage).flatMap((one) => one.files)];
  const seedBefore = manifestBefore?.seed;
  const kept = putRemarksAside(storage, manifest.fingerprint, seedBefore);
  const answers = renewAnswers(storage, exercises, rows, seedBefore);
  storage.write(MANIFEST, `${sealedJson(manifest, storage.sha256, 1)}\n`, 'lasting');
  tidySet(storage, manifest, earlier);
  return { value: { files, kept: [...kept, ...answers] }, diagnostics: key.diagnostics };
}

function manifestOf(made: readonly Made[], exercises: readonly KeyExercise[], order: ClassOrder): Omit<Manifest, 'files'> {
  const { set, chapters, generator } = order;
  return {
    reckoner: CLASS_FORMAT,
    generator,
    version: chapters.workbook.version,
    seed: set.seed,
    fingerprint: setFingerprint(order),
    chapters: chapters.hashes,
    exercises,
    students: made.map(({ student: { name, group, language, size }, record: { answers: _, ...kept } }) => ({
      ...kept,
      name,
      group,
      language,
      size,
    })),
  };
}

interface RenderedKey {
  readonly format: HandoutFormat;
  readonly parts: readonly RenderedFile[];
}

async function renderKey(
  exercises: readonly KeyExercise[],
  rows: readonly KeyRow[],
  order: ClassOrder,
): Promise<Diagnosed<readonly RenderedKey[]>> {
  const diagnostics: Diagnostic[] = [];
  const keys: RenderedKey[] = [];
  const documents = keyDocuments(order, exercises, rows, order.language);
  for (const format of order.formats) {
    const parts: RenderedFile[] = [];
    for (const document of documents) {
      const rendered = await order.pages.render(document, order.paper, format);
      parts.push(rendered.value);
      diagnostics.push(...rendered.diagnostics);
    }
    keys.push({ format, parts });
  }
  return { value: keys, diagnostics };
}

/** Word files cannot be joined: where the key has several parts, each is a file with a number. */
function keyParts(parts: readonly RenderedFile[], { storage }: ClassOrder): readonly MadeFile[] {
  return parts.map((part, index) => writeMade(storage, { ...part, path: parts.length === 1 ? 'key.docx' : `key-${index + 1}.docx` }));
}

function joinedKey(parts: readonly RenderedFile[], { storage, pages }: ClassOrder): MadeFile {
  const path = 'key.pdf';
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return writeMade(storage, { ...only, path });
  const bytes = parts.map(({ content }) => (typeof content === 'string' ? new TextEncoder().encode(content) : content));
  return { path, sha256: storage.writePieces(path, pages.join(bytes, { duplex: false })) };
}

/** The pages of all students in one file, written piece by piece: a province does not fit into memory. */
function joinedFiles(made: readonly Made[], { storage, pages, solutions, duplex }: ClassOrder): readonly MadeFile[] {
  return kindsOf(solutions).map((kind) => {
    const path = `${kind}.pdf`;
    function* sources(): Generator<Uint8Array> {
      for (const { record } of made)
        for (const file of record.files) if (file.path.startsWith(`${kind}/`) && file.path.endsWith('.pdf')) yield storage.read(file.path);
    }
    return { path, sha256: storage.writePieces(path, pages.join(sources(), { duplex })) };
  });
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
