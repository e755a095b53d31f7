import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../terminal/usage-error.js';

/** A file that is there and is not read: it has more bytes than it may have. */
export class TooLarge extends Error {
  constructor(readonly size: number) {
    super(`${size} bytes`);
  }
}

/**
 * The bytes of a file that has at most `most` of them; else throws `TooLarge`, before anything is read. A folder, a pipe or a device is
 * a UsageError: opening some of them waits for ever, and some never end.
 */
export function readRegular(file: string, most: number): Buffer {
  const open = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(open);
    if (!stats.isFile()) throw new UsageError(`${file} is no file but a ${stats.isDirectory() ? 'folder' : 'pipe or device'}.`);
    if (stats.size > most) throw new TooLarge(stats.size);
    // Some systems show files of endless text with the size 0; a file may grow while it is read. Neither gets more room than allowed.
    const bytes = Buffer.alloc(most < stats.size + 1 ? most + 1 : stats.size + 1);
    return readAll(open, bytes, most);
  } finally {
    closeSync(open);
  }
}

function readAll(open: number, room: Buffer, most: number): Buffer {
  let [bytes, filled] = [room, 0];
  for (;;) {
    const read = readSync(open, bytes, filled, bytes.length - filled, null);
    if (read === 0) return bytes.subarray(0, filled);
    filled += read;
    if (filled > most) throw new TooLarge(filled);
    if (filled === bytes.length) bytes = Buffer.concat([bytes], Math.min(most + 1, bytes.length * 2 + 1));
  }
}
