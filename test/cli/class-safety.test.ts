import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiledCommand } from '../support/once-per-run.js';
import { classWorkbook, ROSTER, readBytes } from './class-workbook.js';
import { runIn } from './fake-terminal.js';

const MAKE = ['class', 'roster.csv', '--seed', 'spring', '--out'];

function filesBelow(folder: string): readonly string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
}

describe('a class set that cannot be written', () => {
  it.each([
    ['roster.csv', 'a file stands where a folder is needed'],
    ['roster.csv/below', 'a part of the path is a file, not a folder'],
  ])('says so for the folder %s', async (out, says) => {
    const run = await runIn(classWorkbook(), [...MAKE, out]);
    expect([run.exitCode, run.error.includes(says), run.error.includes('hint: ')]).toEqual([2, true, true]);
  });

  it.skipIf(!existsSync('/proc/self'))('ends where the system says of an existing folder that it does not exist', async () => {
    const run = await runIn(classWorkbook(), [...MAKE, '/proc/no-such-folder']);
    expect([run.exitCode, run.error]).toEqual([
      2,
      expect.stringMatching(/^reckoner: Cannot write \/proc\/no-such-folder: its folder cannot be made\.\nhint: /),
    ]);
  });

  it('stops at the file that cannot be written, and goes on from there when it can', async () => {
    const [whole, stopped] = [classWorkbook(), classWorkbook()];
    await runIn(whole, [...MAKE, 'set']);
    mkdirSync(path.join(stopped, 'set/handouts/02.pdf'), { recursive: true });
    const run = await runIn(stopped, [...MAKE, 'set']);
    expect([run.exitCode, run.error.includes('02.pdf: a folder stands where a file is needed')]).toEqual([2, true]);
    expect(existsSync(path.join(stopped, 'set/manifest.json'))).toBe(false);
    rmSync(path.join(stopped, 'set/handouts/02.pdf'), { recursive: true });
    expect((await runIn(stopped, [...MAKE, 'set'])).exitCode).toBe(0);
    expect(filesBelow(path.join(stopped, 'set'))).toEqual(filesBelow(path.join(whole, 'set')));
  });

  // A file-size limit refuses a write in the middle of a file, as a full disk does.
  it.skipIf(!existsSync('/bin/sh'))('leaves no half of a file when the room ends, and loses nothing', async () => {
    const [whole, cramped] = [classWorkbook(), classWorkbook()];
    await runIn(whole, [...MAKE, 'set']);
    const sizeOf = (file: string) => statSync(path.join(whole, 'set', file)).size;
    const largest = Math.max(...['01', '02', '03'].map((id) => sizeOf(`handouts/${id}.pdf`)));
    const blocks = Math.ceil(largest / 512);
    expect(blocks * 512).toBeLessThan(sizeOf('handouts.pdf'));
    const script = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`;
    const limited = spawnSync('/bin/sh', ['-c', script, process.execPath, await compiledCommand(), ...MAKE, 'set', '--jobs', '1'], {
      cwd: cramped,
      encoding: 'utf8',
    });
    expect([limited.status, limited.stderr]).toEqual([2, expect.stringMatching(/handouts\.pdf: the system allows no file of that size\./)]);
    expect(filesBelow(path.join(cramped, 'set'))).toEqual(['handouts/01.pdf', 'handouts/02.pdf', 'handouts/03.pdf', 'parts/whole.jsonl']);
    expect((await runIn(cramped, [...MAKE, 'set'])).exitCode).toBe(0);
    const files = filesBelow(path.join(whole, 'set'));
    expect(filesBelow(path.join(cramped, 'set'))).toEqual(files);
    expect(files.filter((file) => readBytes(whole, `set/${file}`) !== readBytes(cramped, `set/${file}`))).toEqual([]);
  });
});

describe('what people have written', () => {
  it('is never overwritten by marks: neither the answers that were typed nor a file of the set', async () => {
    const folder = classWorkbook();
    await runIn(folder, ['class', 'roster.csv', '--seed', 'spring', '--out', 'set']);
    const typed = readFileSync(path.join(folder, 'set/answers.csv'), 'utf8').replace(/,,\r\n/g, ',5,6\r\n');
    for (const file of ['set/answers.csv', 'answers.csv', 'typed.csv']) writeFileSync(path.join(folder, file), typed);
    mkdirSync(path.join(folder, 'linked'));
    linkSync(path.join(folder, 'typed.csv'), path.join(folder, 'linked/students.csv'));
    symlinkSync('set', path.join(folder, 'way'));
    for (const [answers, out] of [
      ['set/answers.csv', 'set'],
      ['typed.csv', 'set'],
      ['typed.csv', 'way'],
      ['answers.csv', '.'],
      ['typed.csv', 'linked'],
    ] as const) {
      const { exitCode, error } = await runIn(folder, ['mark', 'set', answers, '--out', out]);
      expect([answers, out, exitCode, error]).toEqual([answers, out, 2, expect.stringContaining('would be written over')]);
    }
    for (const file of ['set/answers.csv', 'answers.csv', 'typed.csv'])
      expect(readBytes(folder, file)).toBe(Buffer.from(typed).toString('latin1'));
    expect((await runIn(folder, ['mark', 'set', 'set/answers.csv'])).exitCode).toBe(0);
  });

  it('lies not behind a link: a folder of the set that leads elsewhere is refused', async () => {
    const folder = classWorkbook();
    mkdirSync(path.join(folder, 'set'));
    mkdirSync(path.join(folder, 'elsewhere'));
    symlinkSync('../elsewhere', path.join(folder, 'set/handouts'));
    const { exitCode, error } = await runIn(folder, ['class', 'roster.csv', '--seed', 'spring', '--out', 'set']);
    expect([exitCode, error]).toEqual([2, expect.stringContaining('handouts is a link')]);
    expect(readdirSync(path.join(folder, 'elsewhere'))).toEqual([]);
  });

  it('as links that lead to themselves ends no command without a message', async () => {
    const folder = classWorkbook();
    await runIn(folder, ['class', 'roster.csv', '--seed', 'spring', '--out', 'set']);
    for (const file of ['remarks.json', 'key.pdf']) {
      rmSync(path.join(folder, 'set', file), { force: true });
      symlinkSync(file, path.join(folder, 'set', file));
    }
    for (const words of [
      ['verify', 'set'],
      ['mark', 'set', 'set/answers.csv'],
      ['remark', 'set', '--list'],
      ['class', 'roster.csv', '--seed', 'autumn', '--out', 'set', '--replace'],
    ]) {
      const { exitCode, error } = await runIn(folder, words);
      expect([words[0], exitCode, error]).toEqual([words[0], 2, expect.stringContaining('a link leads to itself')]);
    }
  });
});

describe('a class list with names of paths', () => {
  it('makes files in the folder of the set and nowhere else', async () => {
    const folder = classWorkbook('id,name,group\n01,../../outside,../..\n02,CON,a/b\n03,C:\\temp\\x,NUL\n');
    const before = filesBelow(folder);
    expect((await runIn(folder, [...MAKE, 'set'])).exitCode).toBe(0);
    const made = filesBelow(folder).filter((file) => !before.includes(file));
    expect(made.filter((file) => !file.startsWith(`set${path.sep}`))).toEqual([]);
    expect(made.filter((file) => file.includes('handouts/'))).toEqual([
      'set/handouts/01.pdf',
      'set/handouts/02.pdf',
      'set/handouts/03.pdf',
    ]);
    expect(readdirSync(path.dirname(folder)).filter((file) => file === 'outside')).toEqual([]);
  });

  it('and with names that no handout has room for is refused', async () => {
    const folder = classWorkbook(`${ROSTER}04,${'x'.repeat(81)},\n`);
    const run = await runIn(folder, [...MAKE, 'set']);
    expect([run.exitCode, run.error.includes('This name has 81 characters'), existsSync(path.join(folder, 'set'))]).toEqual([
      1,
      true,
      false,
    ]);
  });

  it('finds every mistake among ten thousand rows before anything is made', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `${index + 1},Name ${index + 1}\n`).join('');
    const folder = classWorkbook();
    writeFileSync(path.join(folder, 'roster.csv'), `id,name\n${rows}1,Again\n99999,=cmd()\n`);
    const run = await runIn(folder, [...MAKE, 'set']);
    expect([run.exitCode, run.error.match(/^roster\.csv:\d+:\d+: error \S+/gm)]).toEqual([
      1,
      ['roster.csv:10002:1: error roster-id', 'roster.csv:10003:7: error roster-cell'],
    ]);
    expect(existsSync(path.join(folder, 'set'))).toBe(false);
  });
});
