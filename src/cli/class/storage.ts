import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { KEY, MANIFEST, type Manifest, readManifest, type SetFile, type SetStorage } from '../../classroom/index.js';
import { sha256, startSha256 } from '../files/hash.js';
import { explainSystemError } from '../files/system-error.js';
import { makeFolder, TEMPORARY, writeFiles, writePieces } from '../files/write-files.js';
import { UsageError } from '../terminal/usage-error.js';
import type { FolderLock } from './lock.js';

/**
 * A folder of the disk for the files of a class set. Nothing is read or written outside it, and nothing is written once the lock is
 * lost. What the system refuses is a UsageError.
 */
export function openStorage(folder: string, lock?: Pick<FolderLock, 'hold'>): SetStorage {
  const place = (file: string) => path.join(folder, file);
  const list = (inside: string) =>
    refusals(`read ${place(inside)}`, () => (existsSync(place(inside)) ? readdirSync(place(inside)).sort() : []));
  const change = <T>(file: string, work: () => T): T => {
    lock?.hold();
    return refusals(`write ${place(file)}`, () => {
      refuseLink(folder, path.dirname(file));
      return work();
    });
  };
  return {
    sha256,
    list,
    has: (file) => refusals(`read ${place(file)}`, () => statSync(place(file), { throwIfNoEntry: false })?.isFile() ?? false),
    read: (file) => refusals(`read ${place(file)}`, () => readFileSync(place(file))),
    write: (file, content, kept) => change(file, () => writeFiles([{ path: file, content }], folder, kept)),
    writePieces: (file, pieces) =>
      change(file, () => {
        const hash = startSha256();
        writePieces(place(file), hash.through(held(pieces, lock)));
        return hash.end();
      }),
    appendLine: (file, line) =>
      change(file, () => {
        makeFolder(path.dirname(place(file)));
        appendFileSync(place(file), `${endsInLine(place(file)) ? '' : '\n'}${line}\n`);
      }),
    remove: (file) => change(file, () => rmSync(place(file), { force: true })),
    removeEmpty: (inside) =>
      change(inside, () => {
        if (existsSync(place(inside)) && readdirSync(place(inside)).length === 0) rmdirSync(place(inside));
      }),
    sweep: (inside) =>
      change(inside, () => {
        if (inside !== '' && isLink(place(inside))) return;
        for (const file of list(inside)) if (TEMPORARY.test(file)) rmSync(path.join(folder, inside, file), { force: true });
      }),
  };
}

/** A link in place of a folder of the set would lead to files of others. */
function refuseLink(folder: string, inside: string): void {
  if (inside === '.' || !isLink(path.join(folder, inside))) return;
  throw new UsageError(
    `${path.join(folder, inside)} is a link; a class set is written into folders of its own.`,
    'Take the link away, or choose another folder with `--out`.',
  );
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function* held(pieces: Iterable<Uint8Array>, lock: Pick<FolderLock, 'hold'> | undefined): Generator<Uint8Array> {
  for (const piece of pieces) {
    lock?.hold();
    yield piece;
  }
}

function refusals<T>(attempt: string, work: () => T): T {
  try {
    return work();
  } catch (failure) {
    throw explainSystemError(failure, attempt);
  }
}

/** False where the last line was cut off, as a power cut or a full disk leaves it. */
function endsInLine(file: string): boolean {
  if (!existsSync(file)) return true;
  const open = openSync(file, 'r');
  try {
    const { size } = fstatSync(open);
    const last = Buffer.alloc(1);
    return size === 0 || (readSync(open, last, 0, 1, size - 1) === 1 && last[0] === 0x0a);
  } finally {
    closeSync(open);
  }
}

/** The manifest of the finished set in a folder; a UsageError where there is none, or it is damaged. */
export function needManifest(storage: SetStorage, folder: string): Manifest {
  return soundOr(readManifest(storage), folder) ?? failAbsent(MANIFEST, folder);
}

/** A file without which there is no set to work on. */
export function failAbsent(file: string, folder: string): never {
  return file === KEY
    ? fail(`There is no ${KEY} in ${folder}.`, MAKE_AGAIN)
    : fail(`There is no finished class set in ${folder}.`, 'Finish it by running the same `reckoner class` again.');
}

/** What a file of the set holds; undefined where there is none, a UsageError where it is damaged. */
export function soundOr<T>(found: SetFile<T>, folder: string, hint = MAKE_AGAIN): T | undefined {
  if (found.kind === 'damaged') failDamaged(found, folder, hint);
  return found.kind === 'sound' ? found.value : undefined;
}

export function failDamaged(
  { file, reason }: { readonly file: string; readonly reason: string },
  folder: string,
  hint = MAKE_AGAIN,
): never {
  return fail(`${path.join(folder, file)} ${reason}.`, hint);
}

/** What was decided can only be decided again. */
export const REMARKS_HINT = 'Take it from a copy, or delete it and enter the remarks anew with `reckoner remark`.';

const MAKE_AGAIN = 'Take it from a copy, or make the set again: the same `reckoner class`, with `--replace`, gives the same files.';

function fail(message: string, hint: string): never {
  throw new UsageError(message, hint);
}
