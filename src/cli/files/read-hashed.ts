import { sha256 } from './hash.js';
import { readRegular } from './read-regular.js';

const MOST_BYTES = 1_000_000_000;

/** The bytes of a file that still has this hash; undefined where it is changed or gone. */
export function readHashed(file: string, hash: string): Buffer | undefined {
  try {
    const bytes = readRegular(file, MOST_BYTES);
    return sha256(bytes) === hash ? bytes : undefined;
  } catch {
    return undefined;
  }
}
