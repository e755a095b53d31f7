import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../src/chapter/index.js';
import {
  type ClassOrder,
  classChapters,
  createClassSet,
  type KeyRow,
  makeClassSet,
  type PageMaker,
  readKey,
  type Student,
} from '../../src/classroom/index.js';
import { studentNumber } from '../../src/exercises/index.js';
import { read, sharedWords, shippedContents } from '../support/shipped-document.js';
import { type MemoryStorage, memoryStorage } from './memory-storage.js';

const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
if (workbook === undefined) throw new Error('workbook.yaml cannot be read');
const CONTENTS = shippedContents(['01-one-purchase']);
const SET = createClassSet(CONTENTS, { seed: 'spring' });
const NOWHERE = { source: { name: 'roster.csv', text: '' }, start: 0, end: 0 };
const STUDENTS = ['01', '02', '03'].map(
  (id): Student => ({ id, name: `Name ${id}`, group: '', language: 'en', size: 'standard', number: studentNumber(id), span: NOWHERE }),
);

/** Pages that say what they are of, and files joined by putting one after the other. */
const PAGES: PageMaker = {
  render: async ({ title, handout }) => ({
    value: { path: 'a.pdf', content: `${title} ${handout?.student} ${handout?.code}\n`, pages: 1 },
    diagnostics: [],
  }),
  join: (files) => files,
};

function orderFor(storage: MemoryStorage, more: Partial<ClassOrder> = {}): ClassOrder {
  return {
    chapters: classChapters(workbook as NonNullable<typeof workbook>, CONTENTS, [sharedWords('en')], storage.sha256),
    set: SET,
    storage,
    pages: PAGES,
    generator: 'test',
    layout: new Map(),
    part: { kind: 'whole' },
    paper: 'a4',
    language: 'en',
    solutions: false,
    duplex: false,
    scans: false,
    allowRepeats: false,
    replace: false,
    onReplace: () => {},
    onHandout: () => {},
    ...more,
  };
}

const textsIn = ({ files }: MemoryStorage) => [...files].map(([file, bytes]) => `${file}\n${new TextDecoder().decode(bytes)}`).sort();

describe('a class set', () => {
  it('needs no disk: it is made in whatever holds its files, whole or in parts, with the same bytes', async () => {
    const [whole, parts] = [memoryStorage(), memoryStorage()];
    expect(await makeClassSet(STUDENTS, orderFor(whole))).toMatchObject({ kind: 'finished', handouts: 3 });
    for (const index of [1, 0]) {
      const shard = { kind: 'shard', index, count: 2 } as const;
      expect(await makeClassSet(STUDENTS, orderFor(parts, { part: shard }))).toMatchObject({ kind: 'part', shard, handouts: 2 - index });
    }
    expect(await makeClassSet(STUDENTS, orderFor(parts, { part: { kind: 'merge' } }))).toMatchObject({ kind: 'finished', handouts: 3 });
    expect(textsIn(parts)).toEqual(textsIn(whole));
  });

  it('names the students whose part is missing', async () => {
    const storage = memoryStorage();
    await makeClassSet(STUDENTS, orderFor(storage, { part: { kind: 'shard', index: 0, count: 2 } }));
    const merged = await makeClassSet(STUDENTS, orderFor(storage, { part: { kind: 'merge' } }));
    expect(merged.kind === 'missing' && merged.students.map(({ id }) => id)).toEqual(['02']);
  });

  it('takes the key from the records: no answer is worked out a second time', async () => {
    const storage = memoryStorage();
    for (const index of [0, 1]) await makeClassSet(STUDENTS, orderFor(storage, { part: { kind: 'shard', index, count: 2 } }));
    const file = 'parts/2-of-2.jsonl';
    const { checksum: _, ...record } = JSON.parse(new TextDecoder().decode(storage.read(file)));
    const changed = { ...record, answers: { ...record.answers, 1: { ...record.answers[1], shown: '4711' } } };
    storage.write(file, `${JSON.stringify({ ...changed, checksum: storage.sha256(JSON.stringify(changed)) })}\n`);
    await makeClassSet(STUDENTS, orderFor(storage, { part: { kind: 'merge' } }));
    const shown = (rows: readonly KeyRow[]) => rows.map(({ id, answers }) => `${id} ${answers[1]?.shown === '4711'}`);
    const key = readKey(storage);
    expect(shown(key.kind === 'sound' ? key.value.students : [])).toEqual(['01 false', '02 true', '03 false']);
  });

  it('lays out nothing again where a finished set lies, unless its key was changed and is replaced', async () => {
    const storage = memoryStorage();
    await makeClassSet(STUDENTS, orderFor(storage));
    const before = textsIn(storage);
    const laidOut: string[] = [];
    const pages: PageMaker = {
      ...PAGES,
      render: (document, paper) => {
        laidOut.push(document.handout?.student ?? '');
        return PAGES.render(document, paper);
      },
    };
    await makeClassSet(STUDENTS, orderFor(storage, { pages }));
    // The key alone is made anew.
    expect([laidOut.length, textsIn(storage)]).toEqual([1, before]);
    storage.write('key.json', '{}');
    expect((await makeClassSet(STUDENTS, orderFor(storage, { pages }))).kind).toBe('occupied');
    await makeClassSet(STUDENTS, orderFor(storage, { pages, replace: true }));
    expect([laidOut.length, textsIn(storage)]).toEqual([5, before]);
  });

  it('of other numbers is left as it is, until it may be replaced', async () => {
    const storage = memoryStorage();
    await makeClassSet(STUDENTS, orderFor(storage));
    const before = textsIn(storage);
    const other = createClassSet(CONTENTS, { seed: 'autumn' });
    expect(await makeClassSet(STUDENTS, orderFor(storage, { set: other }))).toMatchObject({
      kind: 'occupied',
      before: { kind: 'finished', manifest: { seed: 'spring' } },
    });
    expect(textsIn(storage)).toEqual(before);
    expect(await makeClassSet(STUDENTS, orderFor(storage, { set: other, replace: true }))).toMatchObject({ kind: 'finished' });
  });
});
