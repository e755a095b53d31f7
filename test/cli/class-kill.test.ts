import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBytes } from './class-workbook.js';

const MAIN = path.join(import.meta.dirname, '../../dist/cli/main.js');
const KILLS = 4;
const STUDENTS = 12;

/** Runs the compiled command as a process of its own; `files` = kill it hard as soon as so many handouts stand there. */
function run(folder: string, out: string, jobs: number, files?: number): Promise<number | null> {
  const words = ['class', 'roster.csv', '--chapters', 'pool-price', '--seed', 'spring', '--out', out, '--jobs', String(jobs)];
  const child = spawn(process.execPath, [MAIN, ...words], { cwd: folder, stdio: 'ignore' });
  const watch =
    files === undefined
      ? undefined
      : setInterval(() => {
          if (finished(folder, out).length >= files) child.kill('SIGKILL');
        }, 3);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearInterval(watch);
      resolve(code);
    });
  });
}

function finished(folder: string, out: string): readonly string[] {
  const handouts = path.join(folder, out, 'handouts');
  return existsSync(handouts) ? readdirSync(handouts).filter((file) => file.endsWith('.pdf')) : [];
}

describe.skipIf(!existsSync(MAIN))('a class set that is killed', () => {
  it('again and again ends with the bytes of one that was not, with one thread or two', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-kill-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const rows = Array.from({ length: STUDENTS }, (_, index) => `26${String(index + 1).padStart(2, '0')},Student ${index + 1}\n`);
    writeFileSync(path.join(folder, 'roster.csv'), `id,name\n${rows.join('')}`);
    expect(await run(folder, 'whole', 1)).toBe(0);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      expect(await run(folder, 'killed', 1 + (kill % 2), 3 * kill - 2)).toBeNull();
      for (const file of finished(folder, 'killed')) {
        expect(readBytes(folder, `killed/handouts/${file}`) === readBytes(folder, `whole/handouts/${file}`)).toBe(true);
      }
    }
    expect(await run(folder, 'killed', 2)).toBe(0);
    const files = (out: string) =>
      readdirSync(path.join(folder, out), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(path.join(folder, out), path.join(entry.parentPath, entry.name)))
        .sort();
    expect(files('killed')).toEqual(files('whole'));
    expect(files('whole').filter((file) => readBytes(folder, `whole/${file}`) !== readBytes(folder, `killed/${file}`))).toEqual([]);
  }, 120_000);
});
