import path from 'node:path';
import { filesOf, readKey, readRemarks, verifySet } from '../../classroom/index.js';
import { needManifest, openStorage, REMARKS_HINT, soundOr } from '../class/storage.js';
import { counted } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';

/** Compares every file of a set with its manifest; exit code 1 when one is missing, changed, or no part of the set, 2 when one cannot be read. */
export function runVerify(name: string, terminal: Terminal): number {
  const folder = path.resolve(terminal.folder, name);
  const storage = openStorage(folder);
  const manifest = needManifest(storage, folder);
  soundOr(readKey(storage), folder);
  soundOr(readRemarks(storage), folder, REMARKS_HINT);
  const faults = verifySet(storage, manifest);
  for (const fault of faults) terminal.error(`${fault}\n`);
  const all = `${counted(filesOf(manifest).length, 'file')} of ${counted(manifest.students.length, 'student')}, seed ${manifest.seed}`;
  terminal.out(faults.length === 0 ? `${all}: as they were made\n` : `${all}: ${counted(faults.length, 'fault')}\n`);
  return faults.length === 0 ? 0 : 1;
}
