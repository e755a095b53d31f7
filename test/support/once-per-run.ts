import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The command in `dist`, compiled from the sources as they are now. */
export async function compiledCommand(): Promise<string> {
  await oncePerRun('program', () => runNode('scripts/compile.mjs'));
  return path.join(ROOT, 'dist/cli/main.js');
}

/** A folder with every chapter and the whole workbook as HTML, in both languages and every edition, as the compiled program writes them. */
export async function builtPages(): Promise<string> {
  const command = await compiledCommand();
  return oncePerRun('pages', (folder) => runNode(command, 'build', '--format', 'html', '--out', folder));
}

function runNode(...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words[0]} ended with ${status}: ${stderr}`);
}

/** A folder that the first test to ask for it fills; the other tests of a run, in whichever process, wait until it is filled. */
async function oncePerRun(name: string, fill: (folder: string) => void): Promise<string> {
  const folder = path.join(inject('runFolder'), name);
  const [filled, failed] = [`${folder}.filled`, `${folder}.failed`];
  if (isFirstToMake(folder)) {
    try {
      fill(folder);
    } catch (error) {
      mkdirSync(failed);
      throw error;
    }
    mkdirSync(filled);
  }
  while (!existsSync(filled)) {
    if (existsSync(failed)) throw new Error(`${name} could not be made; the test that tried first says why`);
    await setTimeout(50);
  }
  return folder;
}

/** One process alone can make a folder. */
function isFirstToMake(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
