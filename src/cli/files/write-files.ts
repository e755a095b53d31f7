import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '../../diagnostics/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { explainSystemError } from './system-error.js';

/**
 * Writes files below `folder`, each whole or not at all: under a temporary name first, then renamed over what was there.
 * Throws a UsageError when the system refuses; no path leaves the folder. `lasting` waits until the files are on the disk.
 */
export function writeFiles(files: readonly RenderedFile[], folder: string, kept?: 'lasting'): void {
  for (const file of files) writeWhole(path.resolve(folder, file.path), file.content, folder, kept);
}

function writeWhole(target: string, content: string | Uint8Array, folder: string, kept: 'lasting' | undefined): void {
  invariant(target.startsWith(path.resolve(folder) + path.sep), `${target} lies outside the output folder`);
  throughTemporary(target, (temporary) => writeFileSync(temporary, content, { flush: kept === 'lasting' }));
  if (kept === 'lasting') flushFolder(path.dirname(target));
}

/** The new name, too, is on the disk. Some systems open no folder, and some disks have nothing to flush. */
function flushFolder(folder: string): void {
  try {
    const open = openSync(folder, 'r');
    try {
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  } catch {}
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

/** True where two paths lead to one file, through links or in letters that the disk takes for the same. */
export function isSameFile(one: string, other: string): boolean {
  try {
    const [first, second] = [one, other].map((file) => statSync(file, { bigint: true }));
    return first?.dev === second?.dev && first?.ino === second?.ino;
  } catch {
    return false;
  }
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
