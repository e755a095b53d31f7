import type { KeyRow } from '../key/key.js';
import { KEY, MANIFEST, type Manifest } from './manifest.js';
import { type ChangedFile, changedFiles, changedText, filesOf, readKey, readManifest, readRemarks } from './records.js';
import type { Remark } from './remarks.js';
import type { SetStorage } from './storage.js';

/** A finished set with its key, to be marked. */
export interface FinishedSet {
  readonly manifest: Manifest;
  readonly rows: readonly KeyRow[];
  /** What was decided after the lesson, undone remarks included. */
  readonly remarks: readonly Remark[];
}

export type OpenedSet =
  /** `changed` are files other than the key. */
  | { readonly kind: 'open'; readonly set: FinishedSet; readonly changed: readonly ChangedFile[]; readonly hasForeignRemarks: boolean }
  /** A file of the set that is not there. */
  | { readonly kind: 'absent'; readonly file: string }
  /** `reason` is a clause such as `is cut off`. */
  | { readonly kind: 'damaged'; readonly file: string; readonly reason: string }
  /** The key is not the one that the manifest vouches for; it would mark wrongly. */
  | { readonly kind: 'other-key'; readonly line: string };

/** Opens a finished set to be marked. Remarks on another set, which a copied file brings along, do not count. */
export function openSet(storage: SetStorage): OpenedSet {
  const [manifest, key, remarks] = [readManifest(storage), readKey(storage), readRemarks(storage)];
  if (manifest.kind === 'absent') return { kind: 'absent', file: MANIFEST };
  if (manifest.kind === 'damaged') return manifest;
  if (key.kind === 'absent') return { kind: 'absent', file: KEY };
  if (key.kind === 'damaged') return key;
  if (remarks.kind === 'damaged') return remarks;
  const { files, exercises, fingerprint } = manifest.value;
  const changed = changedFiles(storage, filesOf(manifest.value));
  const wrong = changed.find(({ path }) => path === KEY);
  const isWhole = files.some(({ path }) => path === KEY) && JSON.stringify(key.value.exercises) === JSON.stringify(exercises);
  if (wrong !== undefined || !isWhole)
    return { kind: 'other-key', line: wrong === undefined ? `${KEY} is not that of this set` : changedText(wrong) };
  const isForeign = remarks.kind === 'sound' && remarks.value.set !== fingerprint;
  const own = remarks.kind === 'sound' && !isForeign ? remarks.value.remarks : [];
  return {
    kind: 'open',
    set: { manifest: manifest.value, rows: key.value.students, remarks: own },
    changed,
    hasForeignRemarks: isForeign,
  };
}
