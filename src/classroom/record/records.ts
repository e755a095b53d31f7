import { type HandoutRecord, KEY, type KeyFile, MANIFEST, type MadeFile, type Manifest, REMARKS } from './manifest.js';
import type { RemarkFile } from './remarks.js';
import { keySchema, manifestSchema, recordSchema, remarkSchema, shaped } from './schema.js';
import { openSealed, readPlain, readSealed, type SetFile, sealedJson } from './sealed.js';
import { holdsFile, readText, type SetStorage } from './storage.js';

/** Holds a file of records for each part that was begun. */
const PARTS = 'parts';
/** What the file of a part is called: `whole.jsonl`, `3-of-8.jsonl`. */
const PART_FILE = /^(whole|merge|\d+-of-\d+)\.jsonl$/;

/** Absent where no set was finished. */
export function readManifest(storage: SetStorage): SetFile<Manifest> {
  return readSealed(storage, MANIFEST, (value) => shaped(manifestSchema, value));
}

/** The key of a finished set; its bytes are vouched for by the manifest. */
export function readKey(storage: SetStorage): SetFile<KeyFile> {
  return readPlain(storage, KEY, (value) => shaped(keySchema, value));
}

/** What was decided about the answers after the lesson; absent where nothing was. */
export function readRemarks(storage: SetStorage): SetFile<RemarkFile> {
  return readSealed(storage, REMARKS, (value) => shaped(remarkSchema, value));
}

export function writeRemarks(storage: SetStorage, remarks: RemarkFile): void {
  storage.write(REMARKS, `${sealedJson(remarks, storage.sha256, 1)}\n`, 'lasting');
}

/** Records of finished handouts: those of the finished set, where its key is as it was made, and then those of every part that was begun. */
export function readRecords(storage: SetStorage): readonly HandoutRecord[] {
  const lines = partFiles(storage).flatMap((file) => readText(storage, file).split('\n'));
  return [...finishedRecords(storage), ...lines.flatMap((line) => readRecord(storage, line) ?? [])];
}

function partFiles(storage: SetStorage): readonly string[] {
  return storage
    .list(PARTS)
    .filter((name) => PART_FILE.test(name))
    .map((name) => `${PARTS}/${name}`)
    .filter((file) => storage.has(file));
}

/** Undefined for a line that a killed run left torn, or that was changed: its handout is made again. */
function readRecord(storage: SetStorage, line: string): HandoutRecord | undefined {
  if (line === '') return undefined;
  const found = openSealed(line, storage.sha256, (value) => shaped(recordSchema, value));
  return 'value' in found ? found.value : undefined;
}

/** The manifest holds the figures of each student, the key the answers. */
function finishedRecords(storage: SetStorage): readonly HandoutRecord[] {
  const manifest = readManifest(storage);
  if (manifest.kind !== 'sound') return [];
  const { files: all, students } = manifest.value;
  const made = all.find(({ path }) => path === KEY);
  if (made === undefined || !holdsFile(storage, made)) return [];
  const key = readKey(storage);
  if (key.kind !== 'sound') return [];
  const answers = new Map(key.value.students.map((row) => [row.id, row.answers]));
  return students.flatMap(({ id, fingerprint, code, figures, files }) => {
    const own = answers.get(id);
    return own === undefined ? [] : [{ id, fingerprint, code, figures, answers: own, files }];
  });
}

/** True when every file of a record stands there with the bytes that were written. */
export function holdsRecord(storage: SetStorage, { files }: HandoutRecord): boolean {
  return files.every((file) => holdsFile(storage, file));
}

/** Notes that a part is being made, before its first file: what stands in the folder from now on may be half of a set. */
export function beginPart(storage: SetStorage, part: string): void {
  const file = `${PARTS}/${part}.jsonl`;
  if (!storage.has(file)) storage.appendLine(file, '');
}

/** True where a part was begun and the set is not finished. */
export function hasBegun(storage: SetStorage): boolean {
  return partFiles(storage).length > 0;
}

/** Keeps a record, after its files stand under their names. Each part has a file of its own, so that several may run at once. */
export function keepRecord(storage: SetStorage, part: string, record: HandoutRecord): void {
  storage.appendLine(`${PARTS}/${part}.jsonl`, sealedJson(record, storage.sha256));
}

/** Folders of the files that belong to one student. */
const STUDENT_FOLDERS = ['handouts', 'solutions'] as const;

/**
 * Takes away what only an unfinished set needs, what a killed run left half-written, and the files of `earlier` sets that are no part of
 * this one and are still as they were made. Nothing else: what somebody put into the folder stays.
 */
export function tidySet(storage: SetStorage, manifest: Manifest, earlier: readonly MadeFile[]): void {
  for (const file of partFiles(storage)) if (isRecords(storage, file)) storage.remove(file);
  storage.removeEmpty(PARTS);
  for (const folder of ['', ...STUDENT_FOLDERS, PARTS]) storage.sweep(folder);
  const own = new Set(filesOf(manifest).map(({ path }) => path));
  for (const file of earlier) if (!own.has(file.path) && holdsFile(storage, file)) storage.remove(file.path);
  for (const folder of STUDENT_FOLDERS) storage.removeEmpty(folder);
}

const RECORD_BEGINS = '{"id":';

/** True when every line is a record, whole or cut off. */
function isRecords(storage: SetStorage, file: string): boolean {
  const lines = readText(storage, file).split('\n');
  return lines.every((line) => RECORD_BEGINS.startsWith(line.slice(0, RECORD_BEGINS.length)));
}

/** What differs between a finished set and its manifest, a line for each file that is missing, changed, or no part of the set. */
export function verifySet(storage: SetStorage, manifest: Manifest): readonly string[] {
  const files = filesOf(manifest);
  const known = new Set(files.map(({ path }) => path));
  const found = STUDENT_FOLDERS.flatMap((folder) => storage.list(folder).map((name) => `${folder}/${name}`));
  return [
    ...changedFiles(storage, files).map(changedText),
    ...found.filter((file) => !known.has(file)).map((file) => `${file} belongs to no student of this set`),
  ];
}

/** A file that is missing or not as it was made. */
export interface ChangedFile {
  readonly path: string;
  readonly isMissing: boolean;
}

export function changedFiles(storage: SetStorage, files: readonly MadeFile[]): readonly ChangedFile[] {
  return files.flatMap((file) => {
    const isMissing = !storage.has(file.path);
    return isMissing || !holdsFile(storage, file) ? [{ path: file.path, isMissing }] : [];
  });
}

export function changedText({ path, isMissing }: ChangedFile): string {
  return `${path} is ${isMissing ? 'missing' : 'not as it was made'}`;
}

/** Every file of which the manifest knows the hash. */
export function filesOf({ files, students }: Pick<Manifest, 'files' | 'students'>): readonly MadeFile[] {
  return [...files, ...students.flatMap((student) => student.files)];
}
