import type { Student } from '../set/roster.js';
import { KEY, MANIFEST, type Manifest, SHEET } from './manifest.js';
import { filesOf, hasBegun, readManifest } from './records.js';
import { holdsFile, type SetStorage } from './storage.js';

/** What stands in a folder before a set is made there. */
export type Before =
  /** Nothing, or an unfinished set, which is gone on with. */
  | { readonly kind: 'free' }
  /** `edited`: files made to be changed, which somebody has changed. */
  | { readonly kind: 'finished'; readonly manifest: Manifest; readonly edited: readonly string[] }
  /** A manifest that cannot be read, so that nobody knows what the folder holds; or a key that somebody has changed. */
  | { readonly kind: 'damaged'; readonly file: string; readonly reason: string; readonly manifest?: Manifest }
  /** Files of somebody else that have the names of this set's files. */
  | { readonly kind: 'foreign'; readonly files: readonly string[] };

const WHOLE_FILES = ['handouts.pdf', 'solutions.pdf', 'key.pdf', 'key.docx', 'key-1.docx', 'key.csv', KEY, SHEET];

/** Word files and spreadsheets are there to be changed; nobody changes a PDF. */
const EDITABLE = /\.(docx|xlsx)$/;

export function whatStandsThere(storage: SetStorage, students: readonly Student[]): Before {
  const manifest = readManifest(storage);
  const begun = hasBegun(storage);
  switch (manifest.kind) {
    case 'sound':
      // Where a part is begun, a stopped run may have written the key of another set; it says so itself before it goes on.
      if (!begun && isKeyChanged(storage, manifest.value)) {
        return { kind: 'damaged', file: KEY, reason: 'has been changed since it was made', manifest: manifest.value };
      }
      return { kind: 'finished', manifest: manifest.value, edited: begun ? [] : editedFiles(storage, manifest.value) };
    case 'damaged':
      return manifest;
    case 'absent': {
      if (begun) return { kind: 'free' };
      // A folder stands in the way in any case; the system says so when it is written to.
      const own = students.flatMap(({ id }) =>
        ['handouts', 'solutions'].flatMap((kind) => ['pdf', 'docx'].map((format) => `${kind}/${id}.${format}`)),
      );
      const files = [...WHOLE_FILES, MANIFEST, ...own].filter((file) => storage.has(file));
      return files.length === 0 ? { kind: 'free' } : { kind: 'foreign', files };
    }
  }
}

/** A key that is gone is made again, and nothing is overwritten by it. */
function isKeyChanged(storage: SetStorage, { files }: Manifest): boolean {
  const made = files.find(({ path }) => path === KEY);
  return storage.has(KEY) && (made === undefined || !holdsFile(storage, made));
}

function editedFiles(storage: SetStorage, manifest: Manifest): readonly string[] {
  return filesOf(manifest).flatMap((file) =>
    EDITABLE.test(file.path) && storage.has(file.path) && !holdsFile(storage, file) ? [file.path] : [],
  );
}
