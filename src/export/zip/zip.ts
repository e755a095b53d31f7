import { strToU8, type Zippable, zipSync } from 'fflate';

export interface PackedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Left as it is: the first file of an EPUB must be. */
  readonly stored?: boolean;
}

/** Every file of every package has this time, read in whatever zone: no clock reaches the bytes. */
const TIME = '1980-01-02T12:00:00';

/** A ZIP file with its files in the order given; the same files give the same bytes. */
export function zipped(files: readonly PackedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const { path, content, stored = false } of files) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    entries[path] = [bytes, { level: stored ? 0 : 6, mtime: TIME }];
  }
  return zipSync(entries);
}
