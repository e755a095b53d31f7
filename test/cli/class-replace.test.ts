import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { classWorkbook, ROSTER, readBytes } from './class-workbook.js';
import { runIn } from './fake-terminal.js';

const make = (folder: string, seed: string, ...more: readonly string[]) =>
  runIn(folder, ['class', 'roster.csv', '--seed', seed, '--out', 'set', ...more]);
const textOf = (folder: string, file: string) => readFileSync(path.join(folder, 'set', file), 'utf8');

function filesBelow(folder: string): readonly string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')).sort();
}

describe('what somebody else put into the folder of a set', () => {
  it('stays, whatever it is called, and is not written over', async () => {
    const folder = classWorkbook();
    const own = [
      'parts/thesis.txt',
      'parts/notes.jsonl',
      'parts/whole.jsonl.txt',
      '.draft.12.tmp',
      'handouts/.07.pdf.tmp',
      'handouts/plan.txt',
    ];
    for (const file of own) {
      mkdirSync(path.join(folder, 'set', path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, 'set', file), 'mine');
    }
    writeFileSync(path.join(folder, 'set/parts/9-of-9.jsonl'), 'mine, by chance of this name\n');
    expect((await make(folder, 'spring')).exitCode).toBe(0);
    expect((await make(folder, 'autumn', '--replace')).exitCode).toBe(0);
    expect(own.map((file) => textOf(folder, file))).toEqual(own.map(() => 'mine'));
    expect(textOf(folder, 'parts/9-of-9.jsonl')).toBe('mine, by chance of this name\n');
  });

  it.each(['handouts/02.pdf', 'handouts/02.docx', 'solutions/02.pdf', 'key-1.docx'])(
    'and has the name of a file of the set is named, and nothing is made unasked: %s',
    async (file) => {
      const folder = classWorkbook();
      mkdirSync(path.dirname(path.join(folder, 'set', file)), { recursive: true });
      writeFileSync(path.join(folder, 'set', file), 'mine');
      const run = await make(folder, 'spring');
      expect([run.exitCode, run.error]).toEqual([
        2,
        expect.stringContaining(`it holds files of this set's names that no class set made: ${file}.`),
      ]);
      expect(filesBelow(path.join(folder, 'set'))).toEqual([file]);
      expect((await make(folder, 'spring', '--replace')).exitCode).toBe(0);
    },
  );
});

describe('--replace', () => {
  it('says what it replaces, renews an empty answers.csv and takes away handouts of students who are no more on the list', async () => {
    const folder = classWorkbook();
    await make(folder, 'spring', '--solutions');
    const before = textOf(folder, 'answers.csv');
    writeFileSync(path.join(folder, 'roster.csv'), ROSTER.replace('02,Ben,7A\n', ''));
    const run = await make(folder, 'autumn', '--replace');
    expect(run.error).toBe('Replacing: it holds a finished set with the seed spring (3 students, shares). Other now: the seed (autumn).\n');
    expect(filesBelow(path.join(folder, 'set'))).toEqual([
      'answers.csv',
      'handouts.pdf',
      'handouts/01.pdf',
      'handouts/03.pdf',
      'key.csv',
      'key.json',
      'key.pdf',
      'manifest.json',
    ]);
    expect(textOf(folder, 'answers.csv')).not.toBe(before);
    expect((await runIn(folder, ['verify', 'set'])).exitCode).toBe(0);
    expect((await runIn(folder, ['mark', 'set', 'set/answers.csv'])).error).toBe('');
  });

  it('keeps typed answers of the set before under another name', async () => {
    const folder = classWorkbook();
    await make(folder, 'spring');
    const typed = textOf(folder, 'answers.csv').replace(/^(01,.*?),,/m, '$1,200,66.67');
    writeFileSync(path.join(folder, 'set/answers.csv'), typed);
    expect((await make(folder, 'spring')).error).toBe('');
    expect(textOf(folder, 'answers.csv')).toBe(typed);
    const run = await make(folder, 'autumn', '--replace');
    expect(run.error).toContain('answers.csv of the set before stays as answers-spring.csv.\n');
    expect(textOf(folder, 'answers-spring.csv')).toBe(typed);
    expect(textOf(folder, 'answers.csv')).not.toContain('66.67');
  });

  it('is asked for where the manifest is torn, and then makes the set again', async () => {
    const folder = classWorkbook();
    await make(folder, 'spring');
    const whole = readBytes(folder, 'set/manifest.json');
    truncateSync(path.join(folder, 'set/manifest.json'), 700);
    for (const seed of ['spring', 'autumn']) {
      const run = await make(folder, seed);
      expect([run.exitCode, run.error]).toEqual([
        2,
        expect.stringContaining('manifest.json is cut off or no JSON; it may be that of a finished set'),
      ]);
    }
    const again = await make(folder, 'spring', '--replace');
    expect([again.exitCode, again.error]).toEqual([0, expect.stringMatching(/^Replacing: manifest\.json is cut off/)]);
    expect(readBytes(folder, 'set/manifest.json')).toBe(whole);
  });
});

it('a torn last record swallows nothing: the next stands on a line of its own', async () => {
  const folder = classWorkbook();
  await make(folder, 'spring', '--shard', '1/2');
  await make(folder, 'spring', '--shard', '2/2');
  const file = path.join(folder, 'set/parts/1-of-2.jsonl');
  truncateSync(file, readFileSync(file).length - 10);
  expect((await make(folder, 'spring', '--shard', '1/2')).exitCode).toBe(0);
  const merged = await make(folder, 'spring', '--merge');
  expect([merged.exitCode, merged.out]).toEqual([0, expect.stringMatching(/^3 handouts in set/)]);
  expect((await runIn(folder, ['verify', 'set'])).exitCode).toBe(0);
});

it('a folder that is taken away meanwhile ends the run with a message', async () => {
  const folder = classWorkbook(`${ROSTER}${Array.from({ length: 40 }, (_, index) => `1${index + 10},Name,\n`).join('')}`);
  const run = make(folder, 'spring');
  const set = path.join(folder, 'set/handouts');
  const watch = setInterval(() => {
    try {
      if (readdirSync(set).length > 2) rmSync(path.join(folder, 'set'), { recursive: true, force: true });
    } catch {}
  }, 1);
  const { exitCode, error } = await run;
  clearInterval(watch);
  expect([exitCode, error]).toEqual([2, expect.stringMatching(/^reckoner: (The lock of \S+ has been taken away|Cannot (read|write) )/)]);
});
