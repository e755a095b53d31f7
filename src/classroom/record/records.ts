import type { KeyRow } from '../key/key.js';
import { type HandoutRecord, KEY, MANIFEST, type MadeFile, type Manifest } from './manifest.js';
import { holdsFile, parseJson, readJson, readText, type SetStorage } from './storage.js';

/** Holds a file of records for each part that was begun. */
const PARTS = 'parts';

/** Undefined where no set was finished. */
export function readManifest(storage: SetStorage): Manifest | undefined {
  return readJson(storage, MANIFEST) as Manifest | undefined;
}

/** The rows of the key of a finished set. */
export function readKeyRows(storage: SetStorage): readonly KeyRow[] {
  return (JSON.parse(readText(storage, KEY)) as { readonly students: readonly KeyRow[] }).students;
}

/** Records of finished handouts by id: those of the finished set, where its key is as it was made, and of every part that was begun. */
export function readRecords(storage: SetStorage): ReadonlyMap<string, HandoutRecord> {
  const lines = storage
    .list(PARTS)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readText(storage, `${PARTS}/${file}`).split('\n'))
    .map(parseJson)
    // The last line of a killed run may be torn.
    .filter(isRecord);
  return new Map([...finishedRecords(storage), ...lines].map((record) => [record.id, record]));
}

function isRecord(line: unknown): line is HandoutRecord {
  return typeof line === 'object' && line !== null && 'answers' in line;
}

/** The manifest holds the figures of each student, the key the answers. */
function finishedRecords(storage: SetStorage): readonly HandoutRecord[] {
  const manifest = readManifest(storage);
  const key = manifest?.files.find(({ path }) => path === KEY);
  if (manifest === undefined || key === undefined || !holdsFile(storage, key)) return [];
  const answers = new Map(readKeyRows(storage).map((row) => [row.id, row.answers]));
  return manifest.students.flatMap(({ id, fingerprint, code, figures, files }) => {
    const own = answers.get(id);
    return own === undefined ? [] : [{ id, fingerprint, code, figures, answers: own, files }];
  });
}

/** True when every file of a record stands there with the bytes that were written. */
export function holdsRecord(storage: SetStorage, { files }: HandoutRecord): boolean {
  return files.every((file) => holdsFile(storage, file));
}

/** Keeps a record, after its files stand under their names. Each part has a file of its own, so that several may run at once. */
export function keepRecord(storage: SetStorage, part: string, record: HandoutRecord): void {
  storage.append(`${PARTS}/${part}.jsonl`, `${JSON.stringify(record)}\n`);
}

/** Folders of the files that belong to one student. */
const STUDENT_FOLDERS = ['handouts', 'solutions'] as const;

/** Takes away what only an unfinished set needs, and what a killed run left half-written. */
export function tidySet(storage: SetStorage): void {
  storage.remove(PARTS);
  for (const folder of ['', ...STUDENT_FOLDERS]) storage.sweep(folder);
}

/** What differs between a finished set and its manifest, a line for each file that is missing, changed, or no part of the set. */
export function verifySet(storage: SetStorage, manifest: Manifest): readonly string[] {
  const files = filesOf(manifest);
  const known = new Set(files.map(({ path }) => path));
  const found = STUDENT_FOLDERS.flatMap((folder) => storage.list(folder).map((name) => `${folder}/${name}`));
  return [
    ...files.flatMap((file) => {
      if (!storage.has(file.path)) return [`${file.path} is missing`];
      return holdsFile(storage, file) ? [] : [`${file.path} is not as it was made`];
    }),
    ...found.filter((file) => !known.has(file)).map((file) => `${file} belongs to no student of this set`),
  ];
}

/** Every file of which the manifest knows the hash. */
export function filesOf({ files, students }: Manifest): readonly MadeFile[] {
  return [...files, ...students.flatMap((student) => student.files)];
}
