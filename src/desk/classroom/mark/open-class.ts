import { type FinishedSet, hasChaptersOf, openSet } from '../../../classroom/index.js';
import { type MemoryStorage, memoryStorage } from '../store/memory-storage.js';
import { unpacked } from '../store/zip.js';
import type { ClassroomTools } from '../tools/tools.js';

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A set that is open to be marked. */
export interface OpenedClass {
  readonly set: FinishedSet;
  readonly storage: MemoryStorage;
  /** The whole set is here, not only its key: it can be saved again with what was decided. */
  readonly isWhole: boolean;
  /** Files that are missing or not as they were made; the key is sound. */
  readonly changed: readonly string[];
  /** remarks.json is that of another set and does not count. */
  readonly hasForeignRemarks: boolean;
}

/** Why there is no set in the files: a file that is missing or damaged, a chapter that the desk does not have, or none at all. */
export type NoClass =
  | { readonly why: 'no-set' | 'broken' | 'too-much' | 'other-key' }
  | { readonly why: 'absent' | 'damaged' | 'other-chapters'; readonly file: string };

/** Files of a set, in a folder of the ZIP file or not; nothing else is unpacked. */
const SET_FILE =
  /^(?:[^/\\]+\/)?(?:(?:handouts|solutions)\/[^/\\]+\.pdf|(?:handouts|solutions|key)\.pdf|key\.csv|answers\.csv|(?:manifest|key|remarks)\.json)$/;
const OWN_FILES = ['manifest.json', 'key.json', 'remarks.json'];

/** Opens a set: a ZIP file as the desk makes it, or its manifest.json and key.json (and remarks.json) by themselves. */
export function openClass(files: readonly DroppedFile[]): OpenedClass | NoClass {
  const [zip] = files.filter(({ bytes }) => isZip(bytes));
  if (zip === undefined) return openLoose(files);
  const read = unpacked(zip.bytes, (path) => SET_FILE.test(path));
  if (read.kind !== 'files') return { why: read.kind };
  const manifest = [...read.files.keys()].find((path) => path === 'manifest.json' || path.endsWith('/manifest.json'));
  if (manifest === undefined) return { why: 'no-set' };
  const folder = manifest.slice(0, -'manifest.json'.length);
  const own = [...read.files].flatMap(([path, bytes]) => (path.startsWith(folder) ? [[path.slice(folder.length), bytes] as const] : []));
  return opened(memoryStorage(new Map(own)), true);
}

function openLoose(files: readonly DroppedFile[]): OpenedClass | NoClass {
  const own = files.flatMap(({ name, bytes }) => (OWN_FILES.includes(name) ? [[name, bytes] as const] : []));
  return own.length === 0 ? { why: 'no-set' } : opened(memoryStorage(new Map(own)), false);
}

function opened(storage: MemoryStorage, isWhole: boolean): OpenedClass | NoClass {
  const found = openSet(storage);
  switch (found.kind) {
    case 'open': {
      const { set, changed, hasForeignRemarks } = found;
      // Of the key by itself the handouts are not here, which is as it should be.
      const told = isWhole ? changed : changed.filter(({ isMissing }) => !isMissing);
      return { set, storage, isWhole, changed: told.map(({ path }) => path), hasForeignRemarks };
    }
    case 'absent':
      return { why: 'absent', file: found.file };
    case 'damaged':
      return { why: 'damaged', file: found.file };
    case 'other-key':
      return { why: 'other-key' };
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** False where the chapters have changed since the set was made, or are not among those of the desk: earlier errors are not carried forward. */
export function carriesErrors({ set: { manifest } }: OpenedClass, { chapters }: ClassroomTools): boolean {
  return hasChaptersOf(manifest, chapters(manifest.chapters.map(({ name }) => name)));
}
