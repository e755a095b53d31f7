import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

export interface PackedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Every file has this time, read in whatever zone: no clock reaches the bytes. */
const TIME = '1980-01-02T12:00:00';

/** A ZIP file with its files in the order given; the same files give the same bytes. What is packed in itself is left as it is. */
export function packed(files: readonly PackedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, content } of files) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    entries[path] = [bytes, { level: path.endsWith('.pdf') ? 0 : 6, mtime: TIME }];
  }
  return zipSync(entries);
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
