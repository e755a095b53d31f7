import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { classWorkbook } from './class-workbook.js';
import { runIn } from './fake-terminal.js';
import { smallWorkbook, sumsWith } from './small-workbook.js';

const isUnix = process.platform !== 'win32';

describe('a workbook beside which other things lie', () => {
  it('is read past folders, pipes, devices and huge files that it does not name', async () => {
    const folder = smallWorkbook();
    const place = (name: string) => path.join(folder, 'chapters', name);
    mkdirSync(place('foo.yaml'));
    writeFileSync(place('huge.yaml'), '');
    truncateSync(place('huge.yaml'), 300_000_000);
    if (isUnix) {
      execFileSync('mkfifo', [place('pipe.yaml')]);
      symlinkSync('/dev/zero', place('zero.yaml'));
      symlinkSync('nowhere', place('gone.yaml'));
    }
    const run = await runIn(folder, ['check']);
    expect([run.exitCode, run.error]).toEqual([0, '']);
  });

  it.skipIf(!isUnix).each<[string, (file: string) => void, string]>([
    ['a link to nowhere', (file) => symlinkSync('nowhere', file), 'it does not exist'],
    ['a link to itself', (file) => symlinkSync(path.basename(file), file), 'a link leads to itself'],
    ['a pipe', (file) => void execFileSync('mkfifo', [file]), 'is no file but a pipe or device'],
    ['a device', (file) => symlinkSync('/dev/zero', file), 'is no file but a pipe or device'],
    ['a folder', (file) => mkdirSync(file), 'is no file but a folder'],
    ['a huge file', (file) => huge(file), '300.0 MB; a file of a workbook has at most 2 MB'],
    ['a file in GBK', (file) => writeFileSync(file, Buffer.from('---\ntitle: \xd1\xa1\xd4\xf1\n---\n', 'latin1')), 'is not in UTF-8'],
    ['a file in UTF-16', (file) => writeFileSync(file, '\ufeff---\ntitle: A\n---\n', 'utf16le'), 'is in UTF-16 or no text at all'],
  ])('says of words that are %s that they cannot be read', async (_, make, says) => {
    const folder = smallWorkbook();
    make(path.join(folder, 'chapters/01-shares/xx.md'));
    const run = await runIn(folder, ['check']);
    expect([run.exitCode, run.error]).toEqual([1, expect.stringContaining(says)]);
  });

  it.skipIf(!isUnix)('says of a workbook.yaml or a class list that is no file that it is none', async () => {
    const folder = classWorkbook();
    symlinkSync('/dev/zero', path.join(folder, 'list.csv'));
    const run = await runIn(folder, ['class', 'list.csv', '--seed', 'spring']);
    expect([run.exitCode, run.error]).toEqual([2, expect.stringContaining('list.csv is no file but a pipe or device.')]);
    const other = smallWorkbook({ 'workbook.yaml': '' });
    truncateSync(path.join(other, 'chapters/workbook.yaml'), 300_000_000);
    const checked = await runIn(other, ['check']);
    expect([checked.exitCode, checked.error]).toEqual([2, expect.stringContaining('workbook.yaml is 300.0 MB')]);
  });
});

describe('words that nobody writes', () => {
  it.each([
    ['stars in stars', `${'*'.repeat(60_000)}a${'*'.repeat(60_000)}`, 'more than 50 deep'],
    ['one directive after the other', '::: note\nx\n:::\n'.repeat(3000), 'at most 500 directives'],
    ['figures that are never closed', '{{'.repeat(40_000), 'opened here and not closed'],
  ])('%s end with a place and a message', async (_, text, says) => {
    const folder = smallWorkbook();
    const file = path.join(folder, 'chapters/01-shares/en.md');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n${text}\n`);
    const { exitCode, error } = await runIn(folder, ['check']);
    expect([exitCode, error]).toEqual([1, expect.stringContaining(says)]);
    expect(error).toMatch(/^chapters\/01-shares\/\S+:\d+:\d+: error/);
  });
});

describe('a CSV file of more cells than any class list', () => {
  it('is refused before it is laid out', async () => {
    const folder = classWorkbook(`id,name\n${','.repeat(15_000_000)}\n`);
    const { exitCode, error } = await runIn(folder, ['class', 'roster.csv', '--seed', 'spring']);
    expect([exitCode, error]).toEqual([2, expect.stringContaining('has about 15000004 cells; a table has at most 1000000')]);
  });
});

describe('many mistakes', () => {
  it('stand in JSON up to the first hundred, errors before warnings, with a count of the rest', async () => {
    const steps = Array.from({ length: 150 }, (_, index) => `s${index}: nothing`).join(', ');
    const folder = smallWorkbook({ '01-shares/sums.yaml': `examples:\n  a:\n    steps: { ${steps} }\n` });
    for (const command of ['check', 'audit']) {
      const { diagnostics, moreDiagnostics } = JSON.parse((await runIn(folder, [command, '--json'])).out);
      const text = (await runIn(folder, [command])).error;
      const [, rest] = /… and (\d+) errors?, 0 warnings more/.exec(text) ?? [];
      expect([command, diagnostics.length, moreDiagnostics]).toEqual([command, 100, Number(rest)]);
    }
  });

  it('are printed up to the first hundred, with a count of the rest', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `${index},=cmd()\n`).join('');
    const run = await runIn(classWorkbook(`id,name\n${rows}`), ['class', 'roster.csv', '--seed', 'spring']);
    expect(run.exitCode).toBe(1);
    expect(run.error.match(/error roster-cell/g)?.length).toBe(100);
    expect(run.error).toContain('… and 9900 errors, 0 warnings more; mend these first.\n');
  });

  it.each([
    ['a key', sumsWith('exercises:', `${'k'.repeat(60_000)}: 1\nexercises:`)],
    ['a name', sumsWith('take: spend * rate', `take: spend * ${'n'.repeat(60_000)}`)],
    ['a unit', sumsWith('1000 yuan', `1000 ${'u'.repeat(60_000)}`)],
  ])('of sixty thousand characters, such as %s, are cut', async (_, sums) => {
    const run = await runIn(smallWorkbook({ '01-shares/sums.yaml': sums }), ['check']);
    expect([run.exitCode, run.error.length < 8000]).toEqual([1, true]);
  });

  it('in a directive of sixty thousand characters are cut', async () => {
    const folder = smallWorkbook();
    writeFileSync(path.join(folder, 'chapters/01-shares/xx.md'), `---\ntitle: A\n---\n\n::: ${'d'.repeat(60_000)}\n:::\n`);
    expect((await runIn(folder, ['check'])).error.length).toBeLessThan(8000);
  });
});

describe('definitions that cannot be worked out', () => {
  const words = (names: readonly string[]) =>
    `---\ntitle: T\ngoal: G.\nminutes: 45\nperiods: 1\nobjectives: [O]\ncompetences: [C]\nmaterials: [M]\nnames:\n${names
      .map((name) => `  ${name}: ${name.replace('.', ' ')}\n`)
      .join('')}---\n\n::: worked a.x\n:::\n\n::: formula a.x\n:::\n\n::: exercise first\nHow much is {{a.s}}?\n:::\n`;
  const CHAIN = ['a.s', 'a.x', ...Array.from({ length: 4001 }, (_, index) => `a.x${index}`)];
  const sums = (steps: string) =>
    `examples:\n  a:\n    givens: { s: 1 yuan }\n    steps:\n${steps}exercises:\n  first: { compute: a.s, marks: 1, level: basic }\n`;

  it.each([
    ['need each other', '      x: 1 yuan + y\n      y: 1 yuan + x\n', ['a.s', 'a.x', 'a.y'], 'acyclic-definitions'],
    ['need themselves', '      x: 1 yuan + x\n', ['a.s', 'a.x'], 'acyclic-definitions'],
    [
      'rest on thousands of others',
      `      x0: s\n${Array.from({ length: 4000 }, (_, index) => `      x${index + 1}: x${index} + 1 yuan\n`).join('')}      x: x4000\n`,
      CHAIN,
      'formula-depth',
    ],
    [
      'need each other in a long circle',
      `      x: x0\n      x0: x4000\n${Array.from({ length: 4000 }, (_, index) => `      x${index + 1}: x${index} + 1 yuan\n`).join('')}`,
      CHAIN,
      'formula-depth',
    ],
  ])('because they %s are reported by every command', async (_, steps, names, code) => {
    const folder = smallWorkbook({ '01-shares/sums.yaml': sums(steps), '01-shares/en.md': words(names) });
    for (const command of [['check'], ['explain', 'a.x'], ['audit'], ['stress'], ['build', '--edition', 'student', '--format', 'html']]) {
      const run = await runIn(folder, command);
      expect([command[0], run.exitCode, run.error.includes(code)]).toEqual([command[0], 1, true]);
    }
  });
});

describe('`build` with an option that it does not know', () => {
  it.each([
    [['--lang', 'fr']],
    [['--lang', 'EN']],
    [['--lang', 'en;zh']],
    [['--edition', 'pupil']],
    [['--format', 'doc']],
    [['--jobs', 'many']],
  ])('ends with a message: %j', async (words) => {
    const { exitCode, error } = await runIn(smallWorkbook(), ['build', ...words]);
    expect([exitCode, error]).toEqual([2, expect.stringMatching(/^reckoner: /)]);
  });
});

function huge(file: string): void {
  writeFileSync(file, '');
  truncateSync(file, 300_000_000);
}
