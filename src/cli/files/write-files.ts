import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '../../diagnostics/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { explainSystemError } from './system-error.js';

/**
 * Writes files below `folder`, each whole or not at all: under a temporary name first, then renamed over what was there.
 * Throws a UsageError when the system refuses; no path leaves the folder.
 */
export function writeFiles(files: readonly RenderedFile[], folder: string): void {
  for (const file of files) writeWhole(path.resolve(folder, file.path), file.content, folder);
}

function writeWhole(target: string, content: string | Uint8Array, folder: string): void {
  invariant(target.startsWith(path.resolve(folder) + path.sep), `${target} lies outside the output folder`);
  throughTemporary(target, (temporary) => writeFileSync(temporary, content));
}

/** As `writeFiles` does, a file that comes in pieces: whole under its name, or not there. */
export function writePieces(target: string, pieces: Iterable<Uint8Array>): void {
  throughTemporary(target, (temporary) => {
    const open = openSync(temporary, 'w');
    try {
      for (const piece of pieces) for (let done = 0; done < piece.length; ) done += writeSync(open, piece, done);
    } finally {
      closeSync(open);
    }
  });
}

function throughTemporary(target: string, write: (temporary: string) => void): void {
  const temporary = temporaryFor(target);
  try {
    makeFolder(path.dirname(target));
    write(temporary);
    renameSync(temporary, target);
  } catch (failure) {
    removeQuietly(temporary);
    throw explainSystemError(failure, `write ${target}`);
  }
}

/**
 * Makes a folder and those above it that are missing. Node's own way of doing so never ends where the system says of an existing folder
 * that it does not exist, as it does for `/proc`.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  const above = path.dirname(folder);
  if (above !== folder && !existsSync(above)) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (failure) {
    // Another thread or part may have been faster.
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw failure;
  }
}

/** The name of a file that is being written, or that a killed run left. */
export const TEMPORARY = /^\..+\.[0-9a-f]{16}\.reckoner-tmp$/;

/** Where a file is written before it gets its name. Numbers of processes are equal in two containers; chance is not. */
export function temporaryFor(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}.${randomName()}.reckoner-tmp`);
}

export function randomName(): string {
  return randomBytes(8).toString('hex');
}

/** The first failure is the one to tell; a second one while tidying up would hide it. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}
