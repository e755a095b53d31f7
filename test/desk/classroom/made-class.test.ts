import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ClassChoice, prepareClass, studentsOf } from '../../../src/desk/classroom/make/choice.js';
import { type MakeOptions, makeClass } from '../../../src/desk/classroom/make/make-class.js';
import { sampleHandouts } from '../../../src/desk/classroom/make/samples.js';
import type { ClassroomTools } from '../../../src/desk/classroom/tools/tools.js';
import { classWorkbook, ROSTER } from '../../cli/class-workbook.js';
import { runIn } from '../../cli/fake-terminal.js';
import { nativeTools } from './native-tools.js';

const CHOICE: ClassChoice = {
  chapters: ['shares'],
  exercises: [],
  seed: 'spring',
  language: 'en',
  paper: 'a4',
  solutions: false,
  duplex: false,
  scans: true,
  allowRepeats: false,
};

async function made(roster: string, choice: ClassChoice, tools: ClassroomTools, options: MakeOptions = {}) {
  const list = await studentsOf({ kind: 'file', name: 'roster.csv', bytes: new TextEncoder().encode(roster) }, choice, tools);
  const prepared = prepareClass(choice, tools);
  if (list.kind !== 'list' || typeof prepared === 'string') throw new Error('the class cannot be prepared');
  return makeClass(list.students, choice, prepared, tools, options);
}

/** The files below a folder with their bytes, in order. */
function filesBelow(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(folder, file).replaceAll('\\', '/'), readFileSync(file).toString('latin1')] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

const unpackedFiles = (zip: Uint8Array) =>
  Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]);

describe('a class that is made in memory', () => {
  it.each<[what: string, flags: readonly string[], choice: Partial<ClassChoice>]>([
    ['as it is by default', [], {}],
    [
      'with templates, solutions, for both sides of the paper',
      ['--no-qr', '--solutions', '--duplex'],
      { scans: false, solutions: true, duplex: true },
    ],
    [
      'with exercises that are named, on other paper',
      ['--exercises', 'take,say', '--paper', 'letter'],
      { exercises: ['shares.take', 'shares.say'], paper: 'letter' },
    ],
  ])('has the files of the command line, byte for byte: %s', async (_, flags, choice) => {
    const folder = classWorkbook();
    const run = await runIn(folder, ['class', 'roster.csv', '--seed', 'spring', '--out', 'set', ...flags]);
    expect([run.exitCode, run.error]).toEqual([0, '']);
    const own = await made(ROSTER, { ...CHOICE, ...choice }, nativeTools(folder));
    expect(own).toMatchObject({ kind: 'made', name: 'class-spring.zip', handouts: 3, warnings: [] });
    expect(own.kind === 'made' && unpackedFiles(own.zip)).toEqual(filesBelow(path.join(folder, 'set')));
  });

  it('tells how far it is, and is stopped between two handouts', async () => {
    const tools = nativeTools(classWorkbook());
    const told: string[] = [];
    const stop = new AbortController();
    const onProgress = (done: number, wanted: number) => {
      told.push(`${done} of ${wanted}`);
      if (done === 2) stop.abort();
    };
    expect(await made(ROSTER, CHOICE, tools, { onProgress, signal: stop.signal })).toEqual({ kind: 'cancelled' });
    expect(told).toEqual(['1 of 3', '2 of 3']);
  });

  it('is not made where students would share their numbers; nothing but what is wrong comes back', async () => {
    // 20 values of `spend` and 4 of `rate` are at most 80 variants.
    const roster = `id,name\n${Array.from({ length: 81 }, (_, index) => `${index + 1},Name ${index + 1}\n`).join('')}`;
    const refused = await made(roster, CHOICE, nativeTools(classWorkbook()));
    expect(refused).toMatchObject({
      kind: 'refused',
      mistakes: [{ code: 'variants-suffice', sentence: { name: 'few-variants', slots: { students: '81', exercises: 'take' } } }],
    });
    expect(Object.keys(refused)).toEqual(['kind', 'mistakes']);
  });

  it('warns of a character that no font has, with the student', async () => {
    const own = await made('id,name\n1,Ann 🦊\n', CHOICE, nativeTools(classWorkbook()));
    const warnings = own.kind === 'made' ? own.warnings : [];
    // Once on the handout and once in the key, which has no line of the list.
    expect(warnings.map(({ code, place }) => `${code} ${place?.text} ${place?.quoted}`)).toEqual([
      'page-characters roster.csv:2:3 1,Ann 🦊',
      'page-characters undefined undefined',
    ]);
  });

  it('has the handouts that were looked at before: the first, one in the middle and the last', async () => {
    const tools = nativeTools(classWorkbook());
    const prepared = prepareClass(CHOICE, tools);
    const roster = ['07 Ann', '08 Ben', '09 Cem', '10 Dai', '11 Eva'].join('\n');
    const list = await studentsOf({ kind: 'typed', name: 'typed', text: roster }, CHOICE, tools);
    if (typeof prepared === 'string' || list.kind !== 'list') throw new Error('the class cannot be prepared');
    const samples = sampleHandouts(list.students, CHOICE, prepared);
    expect(samples.map(({ id, name }) => `${id} ${name}`)).toEqual(['07 Ann', '09 Cem', '11 Eva']);
    const own = await makeClass(list.students, CHOICE, prepared, tools);
    if (own.kind !== 'made') throw new Error('the class is not made');
    const { students } = JSON.parse(Buffer.from(unzipSync(own.zip)['manifest.json'] ?? []).toString()) as {
      students: { id: string; code: string }[];
    };
    const codes = new Map(students.map(({ id, code }) => [id, code]));
    expect(samples.map(({ document }) => document.handout?.code)).toEqual(['07', '09', '11'].map((id) => codes.get(id)));
  });

  it.each([
    [{ seed: 'not a seed' }, 'no-seed'],
    [{ chapters: [] }, 'no-chapter'],
    [{ exercises: ['shares.nothing'] }, 'nothing-varies'],
  ])('cannot be prepared from %j', (choice, fault) => {
    expect(prepareClass({ ...CHOICE, ...choice }, nativeTools(classWorkbook()))).toBe(fault);
  });
});

describe('a list of a class', () => {
  it.each([
    ['an old spreadsheet', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'old-spreadsheet'],
    ['a web page', new TextEncoder().encode('<html><table>'), 'web-page'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2), 'no-text'],
    ['a damaged spreadsheet', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), 'broken-spreadsheet'],
    ['too many bytes', new Uint8Array(20_000_001), 'too-much'],
    ['nobody', new TextEncoder().encode('id,name\n'), 'nobody'],
  ])('that is %s says so', async (_, bytes, why) => {
    expect(await studentsOf({ kind: 'file', name: 'list', bytes }, CHOICE, nativeTools(classWorkbook()))).toEqual({ kind: 'refused', why });
  });
});
