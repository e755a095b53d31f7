import { unzipSync } from 'fflate';
import { type PackedFile, zipped } from '../../../export/index.js';

/** A ZIP file of these files, in the order of their paths. What is packed in itself is left as it is. */
export function packed(files: Iterable<readonly [path: string, content: string | Uint8Array]>): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return zipped(sorted.map(([path, content]): PackedFile => ({ path, content, stored: path.endsWith('.pdf') })));
}

/** Room for a set of two thousand students with solutions. */
const MOST_BYTES = 1_000_000_000;
const MOST_FILES = 10_000;

export type Unpacked =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Uint8Array> }
  /** No ZIP file, or one that is damaged. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-much' };

/**
 * The files of a ZIP file that `isWanted` names, by their paths. Their sizes are told before they are unpacked, and none gets more room
 * than it says.
 */
export function unpacked(bytes: Uint8Array, isWanted: (path: string) => boolean): Unpacked {
  let [size, count] = [0, 0];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isWanted(name)) return false;
        size += originalSize;
        count += 1;
        return size <= MOST_BYTES && count <= MOST_FILES;
      },
    });
    return size > MOST_BYTES || count > MOST_FILES ? { kind: 'too-much' } : { kind: 'files', files: new Map(Object.entries(files)) };
  } catch {
    // The packer tells a damaged file by an exception.
    return { kind: 'broken' };
  }
}
