import type { RenderedFile } from '../../render/output/rendered-file.js';
import type { Sha256 } from '../set/chapters.js';
import type { MadeFile } from './manifest.js';

/** What holds the files of a class set, such as a folder of a disk. Paths lie below it and have forward slashes. */
export interface SetStorage {
  readonly sha256: Sha256;
  /** True for a file, not for a folder or a device. */
  has(file: string): boolean;
  read(file: string): Uint8Array;
  /** Names of what stands in a folder, in order; none where there is no such folder. */
  list(folder: string): readonly string[];
  /**
   * Whole or not at all, over what stood there. `lasting`: when it returns, the file is on the disk and outlives a power cut; for what
   * nobody could make again, or what vouches for the rest.
   */
  write(file: string, content: string | Uint8Array, kept?: 'lasting'): void;
  /** As `write`, for what comes in pieces and need not fit into memory. Returns the SHA-256 of the whole. */
  writePieces(file: string, pieces: Iterable<Uint8Array>): string;
  /** Adds a line. A line that a killed run left without its end stays by itself. */
  appendLine(file: string, line: string): void;
  /** Takes away a file; nothing where there is none. */
  remove(file: string): void;
  /** Takes away a folder in which nothing is left. */
  removeEmpty(folder: string): void;
  /** Takes away what a killed run left half-written in a folder. Nobody else may write there meanwhile. */
  sweep(folder: string): void;
}

/** Writes a file of a set; what the manifest says of it. */
export function writeMade(storage: SetStorage, { path, content, pages }: RenderedFile, kept?: 'lasting'): MadeFile {
  storage.write(path, content, kept);
  return { path, sha256: storage.sha256(content), ...(pages === undefined ? {} : { pages }) };
}

/** True when a file stands there with the bytes that were written. */
export function holdsFile(storage: SetStorage, { path, sha256 }: MadeFile): boolean {
  return storage.has(path) && storage.sha256(storage.read(path)) === sha256;
}

export function readText(storage: SetStorage, file: string): string {
  return new TextDecoder().decode(storage.read(file));
}
