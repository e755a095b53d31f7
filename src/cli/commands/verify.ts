import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { MadeFile } from '../../classroom/index.js';
import { openClassFolder } from '../class/store.js';
import { sha256 } from '../files/hash.js';
import { counted } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** Compares every file of a set with its manifest; exit code 1 when one is missing, changed, or no part of the set. */
export function runVerify(name: string, terminal: Terminal): number {
  const folder = openClassFolder(path.resolve(terminal.folder, name), 'verify');
  const manifest = folder.manifest();
  if (manifest === undefined) {
    throw new UsageError(`There is no finished class set in ${folder.folder}.`, 'Finish it by running the same `reckoner class` again.');
  }
  const files: readonly MadeFile[] = [...manifest.files, ...manifest.students.flatMap((student) => student.files)];
  const faults = files.flatMap(({ path: file, sha256: expected }) => {
    if (!existsSync(path.join(folder.folder, file))) return [`${file} is missing`];
    return sha256(folder.read(file)) === expected ? [] : [`${file} is not as it was made`];
  });
  const known = new Set(files.map((file) => file.path));
  const foreign = ['handouts', 'solutions'].flatMap((inside) =>
    entries(path.join(folder.folder, inside))
      .map((file) => `${inside}/${file}`)
      .filter((file) => !known.has(file))
      .map((file) => `${file} belongs to no student of this set`),
  );
  for (const fault of [...faults, ...foreign]) terminal.error(`${fault}\n`);
  const all = `${counted(files.length, 'file')} of ${counted(manifest.students.length, 'student')}, seed ${manifest.seed}`;
  const found = faults.length + foreign.length;
  terminal.out(found === 0 ? `${all}: as they were made\n` : `${all}: ${counted(found, 'fault')}\n`);
  return found === 0 ? 0 : 1;
}

function entries(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
