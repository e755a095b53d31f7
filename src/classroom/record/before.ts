import type { Student } from '../set/roster.js';
import { KEY, MANIFEST, type Manifest } from './manifest.js';
import { hasBegun, readManifest } from './records.js';
import type { SetStorage } from './storage.js';

/** What stands in a folder before a set is made there. */
export type Before =
  /** Nothing, or an unfinished set, which is gone on with. */
  | { readonly kind: 'free' }
  | { readonly kind: 'finished'; readonly manifest: Manifest }
  /** A manifest that cannot be read, so that nobody knows what the folder holds. */
  | { readonly kind: 'damaged'; readonly file: string; readonly reason: string }
  /** Files of somebody else that have the names of this set's files. */
  | { readonly kind: 'foreign'; readonly files: readonly string[] };

const WHOLE_FILES = ['handouts.pdf', 'solutions.pdf', 'key.pdf', 'key.csv', KEY];

export function whatStandsThere(storage: SetStorage, students: readonly Student[]): Before {
  const manifest = readManifest(storage);
  switch (manifest.kind) {
    case 'sound':
      return { kind: 'finished', manifest: manifest.value };
    case 'damaged':
      return manifest;
    case 'absent': {
      if (hasBegun(storage)) return { kind: 'free' };
      // A folder stands in the way in any case; the system says so when it is written to.
      const files = [...WHOLE_FILES, MANIFEST, ...students.map(({ id }) => `handouts/${id}.pdf`)].filter((file) => storage.has(file));
      return files.length === 0 ? { kind: 'free' } : { kind: 'foreign', files };
    }
  }
}
