import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FinishedSet } from '../../../src/classroom/index.js';
import { type Decision, decide, savedSet, takeBack } from '../../../src/desk/classroom/mark/decide.js';
import { type DroppedFile, type OpenedClass, openClass } from '../../../src/desk/classroom/mark/open-class.js';
import { markClass, resultFiles } from '../../../src/desk/classroom/mark/results.js';
import { answersFile, readAnswersFile } from '../../../src/desk/classroom/mark/typed-answers.js';
import { classWorkbook } from '../../cli/class-workbook.js';
import { runIn } from '../../cli/fake-terminal.js';
import { nativeTools } from './native-tools.js';

const DATE = '2026-03-01';

async function madeSet() {
  const folder = classWorkbook();
  const run = await runIn(folder, ['class', 'roster.csv', '--seed', 'spring', '--exercises', 'take,say', '--out', 'set']);
  expect([run.exitCode, run.error]).toEqual([0, '']);
  return folder;
}

/** The files below a folder, by their paths. */
function filesBelow(folder: string): Record<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file).replaceAll('\\', '/'), new Uint8Array(readFileSync(file))];
    }),
  );
}

const inZip = (files: Record<string, Uint8Array>): DroppedFile => ({ name: 'class.zip', bytes: zipSync(files, { level: 0 }) });
const text = (content: string | Uint8Array) => (typeof content === 'string' ? content : Buffer.from(content).toString('latin1'));

function openedIn(files: readonly DroppedFile[]): OpenedClass {
  const opened = openClass(files);
  if ('why' in opened) throw new Error(JSON.stringify(opened));
  return opened;
}

/** Typed answers of two students; the third handed in nothing. The second wrote the misconception K9, a third of `spend`. */
function typedTable({ rows }: FinishedSet): string {
  const [ann, ben] = rows;
  const third = ben?.answers['1.2']?.misconceptions[0]?.value ?? '';
  return `id,1.1,1.2\n01,${ann?.answers['1.1']?.shown},7\n02,${ben?.answers['1.1']?.shown} yuan,${Number(third).toFixed(2)}\n`;
}

const VOID: Decision = { kind: 'void', label: '1.2', student: '01', accepted: '', reason: 'torn page', date: DATE };

async function typedIn(set: FinishedSet) {
  const read = await readAnswersFile({ name: 'typed.csv', bytes: new TextEncoder().encode(typedTable(set)) }, set);
  if (read.kind !== 'answers') throw new Error(read.why);
  return read.typed;
}

describe('a set that is marked in memory', () => {
  it('has the results of the command line, byte for byte, with what was decided after the lesson', async () => {
    const folder = await madeSet();
    const tools = nativeTools(folder);
    const opened = openedIn([inZip(filesBelow(path.join(folder, 'set')))]);
    writeFileSync(path.join(folder, 'typed.csv'), typedTable(opened.set));
    const typed = await typedIn(opened.set);

    const asMarked = async (set: FinishedSet) => {
      expect((await runIn(folder, ['mark', 'set', 'typed.csv'])).exitCode).toBe(0);
      const marked = markClass(set, typed, 'en', tools);
      const { files, mistakes } = await resultFiles(set, marked, tools);
      expect(mistakes).toEqual([]);
      const theirs = filesBelow(path.join(folder, 'set/marks'));
      expect(files.map((file) => file.path).sort()).toEqual(Object.keys(theirs).sort());
      for (const file of files)
        expect([file.path, text(typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content)]).toEqual([
          file.path,
          text(theirs[file.path] ?? ''),
        ]);
    };
    await asMarked(opened.set);

    await runIn(folder, ['remark', 'set', '--void', '1.2', '--student', '01', '--reason', 'torn page']);
    await runIn(folder, ['remark', 'set', '--accept', '1.2=6..8', '--reason', 'rounded  early']);
    await runIn(folder, ['remark', 'set', '--undo', '1']);
    const first = decide(opened.set, VOID) as FinishedSet;
    const second = decide(first, { ...VOID, kind: 'accept', student: '', accepted: '６..8', reason: 'rounded  early' }) as FinishedSet;
    const third = takeBack(second, 1, DATE) as FinishedSet;
    await asMarked(third);
    const saved = savedSet(opened, third, typed);
    expect(saved.name).toBe('class-spring.zip');
    const own = unzipSync(saved.bytes);
    expect(text(own['remarks.json'] ?? '')).toBe(text(readFileSync(path.join(folder, 'set/remarks.json'))));
    // The set that was saved is opened again with all that was decided and typed.
    const again = openedIn([{ name: saved.name, bytes: saved.bytes }]);
    expect([again.set, again.changed]).toEqual([third, []]);
    const kept = await readAnswersFile({ name: 'answers.csv', bytes: own['answers.csv'] ?? new Uint8Array() }, again.set);
    expect(kept).toMatchObject({ kind: 'answers', mistakes: [] });
    expect(kept.kind === 'answers' && kept.typed.get('02')).toEqual(typed.get('02'));
    // What was deleted since does not come back: the table is the empty one of the set.
    const empty = unzipSync(savedSet(again, again.set, new Map()).bytes)['answers.csv'] ?? '';
    expect(text(empty)).toBe(text(readFileSync(path.join(folder, 'set/answers.csv'))));
  });

  it('tells a page what became of each answer, and of the class as bars', async () => {
    const folder = await madeSet();
    const { set } = openedIn([inZip(filesBelow(path.join(folder, 'set')))]);
    const { results } = markClass(set, await typedIn(set), 'en', nativeTools(folder));
    expect(results.students.map(({ id, handedIn, total, outOf }) => [id, handedIn, total, outOf])).toEqual([
      ['01', true, '1', '2'],
      ['02', true, '1', '2'],
      ['03', false, '0', '2'],
    ]);
    expect(results.students[1]?.answers['1.2']).toMatchObject({
      mark: 'wrong',
      earns: false,
      misconception: expect.stringMatching(/./),
    });
    expect(results.figures.map(({ label, solved, bars }) => [label, solved, bars.map(({ kind, times }) => `${kind} ${times}`)])).toEqual([
      ['1.1', 100, ['right 2']],
      ['1.2', 0, ['misconception 1', 'wrong 1']],
    ]);
  });

  it('is decided about in no way that says nothing or twice the same', async () => {
    const folder = await madeSet();
    const { set } = openedIn([inZip(filesBelow(path.join(folder, 'set')))]);
    const tried = (more: Partial<Decision>, from = set) => decide(from, { ...VOID, ...more });
    expect(tried({ label: '9' })).toBe('unknown-answer');
    expect(tried({ student: '99' })).toBe('unknown-answer');
    expect(tried({ reason: '  ' })).toBe('no-reason');
    expect(tried({ reason: 'x'.repeat(301) })).toBe('long-reason');
    expect(tried({ kind: 'accept', accepted: ' . ' })).toBe('no-accepted');
    expect(tried({ kind: 'accept', accepted: '5..4' })).toBe('turned');
    const once = tried({}) as FinishedSet;
    expect(tried({}, once)).toBe('said');
    expect(takeBack(once, 2, DATE)).toBe('unknown');
    expect(takeBack(takeBack(once, 1, DATE) as FinishedSet, 1, DATE)).toBe('undone');
  });
});

describe('a set is opened', () => {
  it('from the folder that a packer put around it, and from manifest and key by themselves', async () => {
    const files = filesBelow(path.join(await madeSet(), 'set'));
    const inFolder = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`七(1)班/${name}`, bytes]));
    expect(openedIn([inZip(inFolder)])).toMatchObject({ isWhole: true, changed: [] });
    const loose = ['manifest.json', 'key.json'].map((name) => ({ name, bytes: files[name] ?? new Uint8Array() }));
    const opened = openedIn(loose);
    expect(opened).toMatchObject({ isWhole: false, changed: [] });
    const decided = decide(opened.set, VOID) as FinishedSet;
    expect(savedSet(opened, decided, new Map())).toMatchObject({ name: 'remarks.json' });
    expect(openClass(loose.slice(0, 1))).toEqual({ why: 'absent', file: 'key.json' });
    expect(openClass(loose.slice(1))).toEqual({ why: 'absent', file: 'manifest.json' });
  });

  it('naming each file that was changed, and not at all where the key was', async () => {
    const files = filesBelow(path.join(await madeSet(), 'set'));
    const with_ = (name: string, bytes: Uint8Array) => openClass([inZip({ ...files, [name]: bytes })]);
    expect(with_('handouts/02.pdf', Uint8Array.of(1))).toMatchObject({ changed: ['handouts/02.pdf'] });
    const key = Buffer.from(files['key.json'] ?? []).toString();
    expect(with_('key.json', new TextEncoder().encode(key.replace(/"low": "[^"]*"/, '"low": "1"')))).toEqual({ why: 'other-key' });
    expect(with_('key.json', new TextEncoder().encode(key.slice(0, 500)))).toMatchObject({ why: 'damaged', file: 'key.json' });
    expect(with_('manifest.json', new TextEncoder().encode('{"reckoner":2}'))).toMatchObject({ why: 'damaged', file: 'manifest.json' });
    expect(with_('remarks.json', new TextEncoder().encode('[]'))).toMatchObject({ why: 'damaged', file: 'remarks.json' });
    expect(with_('manifest.json', new TextEncoder().encode('{"reckoner":99}'))).toMatchObject({
      why: 'damaged',
      file: 'manifest.json',
    });
  });

  it('from no other file, with a word for what is wrong', () => {
    const hostile = zipSync({
      '__proto__/manifest.json': Uint8Array.of(123),
      '../manifest.json': Uint8Array.of(1),
      '/etc/key.json': Uint8Array.of(1),
    });
    expect(openClass([{ name: 'a.zip', bytes: hostile }])).toMatchObject({ why: 'damaged', file: 'manifest.json' });
    expect(openClass([{ name: 'a.zip', bytes: zipSync({ 'b.txt': Uint8Array.of(1) }) }])).toEqual({ why: 'no-set' });
    expect(openClass([{ name: 'a.zip', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9) }])).toEqual({ why: 'broken' });
    expect(openClass([{ name: 'picture.png', bytes: Uint8Array.of(0x89, 0x50) }])).toEqual({ why: 'no-set' });
  });
});

describe('answers that are read from a file', () => {
  it('are none where a cell has become a date, and every mistake has its place', async () => {
    const { set } = openedIn([inZip(filesBelow(path.join(await madeSet(), 'set')))]);
    const read = await readAnswersFile({ name: 'a.csv', bytes: new TextEncoder().encode('id,1.1,9\n01,1月2日,5\n99,1,1\n') }, set);
    expect(
      read.kind === 'answers' && [read.typed.size, read.mistakes.map(({ place, sentence }) => `${place?.text} ${sentence?.name}`)],
    ).toEqual([0, ['a.csv:1:8 unknown-column', 'a.csv:2:4 date-cell', 'a.csv:3:1 unknown-student']]);
    expect(await readAnswersFile({ name: 'a', bytes: new TextEncoder().encode('<html>') }, set)).toEqual({
      kind: 'refused',
      why: 'web-page',
    });
  });

  it('are written as they were typed, so that they are read again', async () => {
    const { set } = openedIn([inZip(filesBelow(path.join(await madeSet(), 'set')))]);
    const typed = new Map([
      [
        '03',
        new Map([
          ['1.1', '1,234.5'],
          ['1.2', '-"5"'],
        ]),
      ],
    ]);
    const read = await readAnswersFile({ name: 'a.csv', bytes: new TextEncoder().encode(answersFile(set, typed)) }, set);
    expect(read.kind === 'answers' && read.typed.get('03')).toEqual(
      new Map([
        ['1.1', '1,234.5'],
        ['1.2', '\'-"5"'],
      ]),
    );
  });
});
