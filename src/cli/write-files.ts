import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '../diagnostics/index.js';
import type { RenderedFile } from '../render/rendered-file.js';
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
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, target);
  } catch (failure) {
    removeQuietly(temporary);
    throw explainSystemError(failure, `write ${target}`);
  }
}

/** The first failure is the one to tell; a second one while tidying up would hide it. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}
