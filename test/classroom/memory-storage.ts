import { createHash } from 'node:crypto';
import type { SetStorage } from '../../src/classroom/index.js';

export interface MemoryStorage extends SetStorage {
  readonly files: Map<string, Uint8Array>;
}

/** The folder of a class set in memory. */
export function memoryStorage(): MemoryStorage {
  const files = new Map<string, Uint8Array>();
  const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
  const bytes = (content: string | Uint8Array) => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
  const read = (file: string) => {
    const content = files.get(file);
    if (content === undefined) throw new Error(`${file} is not there`);
    return content;
  };
  const write = (file: string, content: string | Uint8Array) => void files.set(file, bytes(content));
  return {
    files,
    sha256,
    has: (file) => files.has(file),
    read,
    write,
    list: (folder) =>
      [...files.keys()]
        .filter((file) => file.startsWith(`${folder}/`))
        .map((file) => file.slice(folder.length + 1))
        .sort(),
    writePieces: (file, pieces) => {
      write(file, Buffer.concat([...pieces]));
      return sha256(read(file));
    },
    appendLine: (file, line) => {
      const before = Buffer.from(files.get(file) ?? bytes('')).toString();
      write(file, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${line}\n`);
    },
    remove: (file) => void files.delete(file),
    removeEmpty: () => {},
    sweep: () => {},
  };
}
