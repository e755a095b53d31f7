// Finished sets of a small workbook, made once for all inputs of a process.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommandLine } from '../../dist/cli/program.js';
import { ROSTER, WORKBOOK } from '../small-workbook.mjs';

/** What `class` is called with for a set of this seed. */
export const classWords = (seed, out, ...more) => ['class', 'roster.csv', '--seed', seed, '--out', out, '--jobs', '1', ...more];

/** A folder with the workbook, the class list, and the sets `spring` and `autumn`. */
export async function sharedSets(base) {
  const folder = path.join(base, 'shared');
  if (existsSync(path.join(folder, 'done'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries({ ...WORKBOOK, 'roster.csv': ROSTER })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  for (const seed of ['spring', 'autumn']) {
    let said = '';
    const terminal = {
      out: () => {},
      error: (text) => {
        said += text;
      },
      folder,
      colour: false,
      interactive: false,
      now: () => 0,
      today: () => '2026-03-01',
    };
    const code = await runCommandLine(classWords(seed, seed), terminal);
    if (code !== 0) throw new Error(`the set for the inputs was not made: ${said}`);
  }
  writeFileSync(path.join(folder, 'done'), '');
  return folder;
}

export const copyInto = (folder, work, names) => {
  for (const name of names) cpSync(path.join(folder, name), path.join(work, name), { recursive: true });
};

export const keyOf = (folder, seed) => JSON.parse(readFileSync(path.join(folder, seed, 'key.json'), 'utf8'));
