import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readStarter, sharedLanguages } from '../files/read-starter.js';
import { writeFiles } from '../files/write-files.js';
import { chooseFrom } from '../options/selection.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

export interface NewFlags {
  readonly lang: string;
}

/** Makes a folder with a small workbook that checks without errors, for the author to change. Never writes into a folder that holds anything. */
export function runNew(name: string, flags: NewFlags, terminal: Terminal): number {
  const folder = path.resolve(terminal.folder, name);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`${folder} is there already and is not empty.`, 'Name a new folder.');
  const languages = chooseFrom(flags.lang, sharedLanguages(), 'language');
  const files = readStarter({ name: path.basename(folder), languages });
  writeFiles(files, folder);
  const shown = path.relative(terminal.folder, folder) || '.';
  terminal.out(
    `${files.map((file) => `${path.join(shown, file.path)}\n`).join('')}\nNext: cd ${shown}, then \`reckoner check\` and \`reckoner build\`.\n`,
  );
  return 0;
}
