import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Manifest, readManifest, type SetStorage } from '../../classroom/index.js';
import { sha256, startSha256 } from '../files/hash.js';
import { explainSystemError } from '../files/system-error.js';
import { makeFolder, TEMPORARY, writeFiles, writePieces } from '../files/write-files.js';
import { UsageError } from '../terminal/usage-error.js';

/** A folder of the disk for the files of a class set. Nothing is read or written outside it. */
export function openStorage(folder: string): SetStorage {
  const place = (file: string) => path.join(folder, file);
  const list = (inside: string) => (existsSync(place(inside)) ? readdirSync(place(inside)).sort() : []);
  return {
    sha256,
    list,
    has: (file) => existsSync(place(file)),
    read: (file) => {
      try {
        return readFileSync(place(file));
      } catch (failure) {
        throw explainSystemError(failure, `read ${place(file)}`);
      }
    },
    write: (file, content) => writeFiles([{ path: file, content }], folder),
    writePieces: (file, pieces) => {
      const hash = startSha256();
      writePieces(place(file), hash.through(pieces));
      return hash.end();
    },
    append: (file, text) => {
      try {
        makeFolder(path.dirname(place(file)));
        appendFileSync(place(file), text);
      } catch (failure) {
        throw explainSystemError(failure, `write ${path.dirname(place(file))}`);
      }
    },
    remove: (inside) => rmSync(place(inside), { recursive: true, force: true }),
    sweep: (inside) => {
      for (const file of list(inside)) if (TEMPORARY.test(file)) rmSync(path.join(folder, inside, file), { force: true });
    },
  };
}

/** The manifest of the finished set in a folder; a UsageError where there is none. */
export function needManifest(storage: SetStorage, folder: string): Manifest {
  const manifest = readManifest(storage);
  if (manifest !== undefined) return manifest;
  throw new UsageError(`There is no finished class set in ${folder}.`, 'Finish it by running the same `reckoner class` again.');
}
