import type { SetStorage } from '../../../classroom/index.js';
import { concatenated } from '../../../render/pdf/index.js';
import { sha256 } from './sha256.js';

/** The files of a class set in memory. */
export interface MemoryStorage extends SetStorage {
  /** By path, with forward slashes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function memoryStorage(from: ReadonlyMap<string, Uint8Array> = new Map()): MemoryStorage {
  const files = new Map(from);
  const hashes = new WeakMap<Uint8Array, string>();
  const read = (file: string) => {
    const content = files.get(file);
    if (content === undefined) throw new Error(`${file} is not there`);
    return content;
  };
  // A file is hashed when it is written and again when it is vouched for; its bytes are never changed in place.
  const hash = (content: string | Uint8Array) => {
    if (typeof content === 'string') return sha256(content);
    const known = hashes.get(content) ?? sha256(content);
    hashes.set(content, known);
    return known;
  };
  return {
    files,
    sha256: hash,
    has: (file) => files.has(file),
    read,
    list: (folder) =>
      [...files.keys()]
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1))
        .sort(),
    write: (file, content) => void files.set(file, typeof content === 'string' ? new TextEncoder().encode(content) : content),
    writePieces: (file, pieces) => {
      const content = concatenated([...pieces]);
      files.set(file, content);
      return hash(content);
    },
    appendLine: (file, line) => {
      const before = files.get(file) ?? new Uint8Array();
      const start = before.length === 0 || before.at(-1) === LINE_END ? '' : '\n';
      files.set(file, concatenated([before, new TextEncoder().encode(`${start}${line}\n`)]));
    },
    remove: (file) => void files.delete(file),
    removeEmpty: () => {},
    sweep: () => {},
  };
}

const LINE_END = 0x0a;
