import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiledCommand } from '../support/once-per-run.js';
import { classWorkbook, readBytes } from './class-workbook.js';

const STUDENTS = 12;

/** Names of files in the folder of a set, those that are being written included. */
type Moment = (names: readonly string[]) => boolean;

const handouts =
  (count: number, ending = 'pdf'): Moment =>
  (names) =>
    names.filter((name) => /^handouts\/[^.]/.test(name) && name.endsWith(`.${ending}`)).length >= count;
const writing =
  (file: string): Moment =>
  (names) =>
    names.some((name) => name.startsWith(`.${file}.`));

/** Between two handouts, and while a file of the whole set is half-written. The last ones may pass too quickly to be caught. */
const MOMENTS: readonly (readonly [when: string, moment: Moment, isSure: boolean])[] = [
  ['with nothing finished', (names) => names.length > 0, true],
  ['after 2 handouts', handouts(2), true],
  ['after 6 handouts', handouts(6), true],
  ['after 9 handouts', handouts(9), true],
  ['while the file for the copier is written', writing('handouts.pdf'), false],
  ['before the keys are finished', (names) => names.includes('handouts.pdf') && !names.includes('manifest.json'), false],
  ['while the manifest is written', writing('manifest.json'), false],
];

/** The first runs make PDFs alone: Word files are then added to those that are there. */
const MOMENTS_WITH_WORD: readonly (readonly [formats: string, moment: Moment])[] = [
  ['pdf', handouts(5)],
  ['pdf,docx', handouts(2, 'docx')],
  ['pdf,docx', handouts(7, 'docx')],
];

/** Runs the compiled command as a process of its own, and kills it hard at the moment given. Gives the exit code; null = killed. */
async function run(folder: string, out: string, jobs: number, moment?: Moment, formats = 'pdf'): Promise<number | null> {
  const words = ['class', 'roster.csv', '--seed', 'spring', '--out', out, '--jobs', String(jobs), '--format', formats];
  const child = spawn(process.execPath, [await compiledCommand(), ...words], { cwd: folder, stdio: 'ignore' });
  return new Promise((resolve) => {
    let ended = false;
    const watch = () => {
      if (ended || moment === undefined) return;
      const found = filesNow(path.join(folder, out));
      if (found !== undefined && moment(found)) child.kill('SIGKILL');
      else setTimeout(watch, 1);
    };
    watch();
    child.on('exit', (code) => {
      ended = true;
      resolve(code);
    });
  });
}

/** Undefined when a folder goes while it is read: the command takes away the parts that it has joined. */
function filesNow(folder: string): readonly string[] | undefined {
  try {
    return filesBelow(folder);
  } catch (failure) {
    if ((failure as { readonly code?: string }).code === 'ENOENT') return undefined;
    throw failure;
  }
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')).sort();
}

function setFolder(): { readonly folder: string; readonly same: (file: string) => boolean } {
  const rows = Array.from({ length: STUDENTS }, (_, index) => `26${String(index + 1).padStart(2, '0')},Student ${index + 1}\n`);
  const folder = classWorkbook(`id,name\n${rows.join('')}`);
  return { folder, same: (file) => readBytes(folder, `whole/${file}`) === readBytes(folder, `killed/${file}`) };
}

describe('a class set that is killed', () => {
  it('again and again has whole files only, and ends with the bytes of one that was not, with one thread or two', async () => {
    const { folder, same } = setFolder();
    expect(await run(folder, 'whole', 1)).toBe(0);
    const whole = filesBelow(path.join(folder, 'whole'));
    for (const [index, [when, moment, isSure]] of MOMENTS.entries()) {
      const code = await run(folder, 'killed', 1 + (index % 2), moment);
      expect([when, isSure || code !== 0 ? code : null]).toEqual([when, null]);
      const named = filesBelow(path.join(folder, 'killed')).filter((file) => !/(^|\/)\.|^parts\//.test(file));
      expect([when, named.filter((file) => !whole.includes(file) || !same(file))]).toEqual([when, []]);
    }
    expect(await run(folder, 'killed', 2)).toBe(0);
    expect(filesBelow(path.join(folder, 'killed'))).toEqual(whole);
    expect(whole.filter((file) => !same(file))).toEqual([]);
  });

  it('and gets Word files besides is the same with one thread or two', async () => {
    const { folder, same } = setFolder();
    expect(await run(folder, 'whole', 2, undefined, 'pdf,docx,xlsx')).toBe(0);
    for (const [index, [formats, moment]] of MOMENTS_WITH_WORD.entries())
      expect([index, await run(folder, 'killed', 2 - (index % 2), moment, formats)]).toEqual([index, null]);
    expect(await run(folder, 'killed', 1, undefined, 'pdf,docx,xlsx')).toBe(0);
    const whole = filesBelow(path.join(folder, 'whole'));
    // A PDF and a Word file for each, four of the key, four of the class.
    expect([whole.length, filesBelow(path.join(folder, 'killed'))]).toEqual([2 * STUDENTS + 8, whole]);
    expect(whole.filter((file) => !same(file))).toEqual([]);
  });
});
