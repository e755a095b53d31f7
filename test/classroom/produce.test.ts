import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '../../src/chapter/index.js';
import {
  type ClassOrder,
  classChapters,
  createClassSet,
  type HandoutMaker,
  type KeyRow,
  makeClassSet,
  makeHandout,
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

/** The same, with what was asked for noted down: `docx of Name 01 01`. */
function notingPages(): { readonly pages: PageMaker; readonly asked: string[] } {
  const asked: string[] = [];
  const render: PageMaker['render'] = (document, paper, format) => {
    asked.push(`${format} of ${document.handout?.student}`);
    return PAGES.render(document, paper, format);
  };
  return { pages: { ...PAGES, render }, asked };
}

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
    formats: ['pdf'],
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

  it('has the pages of all students in one file for the copier, and their solutions in another', async () => {
    const storage = memoryStorage();
    await makeClassSet(STUDENTS, orderFor(storage, { solutions: true }));
    const text = (file: string) => new TextDecoder().decode(storage.read(file));
    const students = STUDENTS.map(({ id }) => id);
    for (const kind of ['handouts', 'solutions']) {
      expect(text(`${kind}.pdf`)).toBe(students.map((id) => text(`${kind}/${id}.pdf`)).join(''));
    }
    expect([...storage.files.keys()].filter((file) => file.includes('/')).sort()).toEqual(
      ['handouts', 'solutions'].flatMap((kind) => students.map((id) => `${kind}/${id}.pdf`)),
    );
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
    const { pages, asked } = notingPages();
    await makeClassSet(STUDENTS, orderFor(storage, { pages }));
    // The key alone is made anew.
    expect([asked.length, textsIn(storage)]).toEqual([1, before]);
    storage.write('key.json', '{}');
    expect((await makeClassSet(STUDENTS, orderFor(storage, { pages }))).kind).toBe('occupied');
    await makeClassSet(STUDENTS, orderFor(storage, { pages, replace: true }));
    expect([asked.length, textsIn(storage)]).toEqual([5, before]);
  });

  it.each(['this thread', 'a helper'])('gets Word files besides, and no PDF again that stands there, when %s makes them', async (maker) => {
    const [storage, fresh] = [memoryStorage(), memoryStorage()];
    // As a stopped run leaves it: two of three students have a PDF.
    await makeClassSet(STUDENTS, orderFor(storage, { part: { kind: 'shard', index: 0, count: 2 } }));
    const { pages, asked } = notingPages();
    const order = orderFor(storage, { formats: ['pdf', 'docx'], pages });
    const helper: HandoutMaker = (student, fingerprint, before) => makeHandout(student, fingerprint, before, order);
    await makeClassSet(STUDENTS, maker === 'a helper' ? { ...order, helpers: [helper] } : order);
    const wanted = [
      'docx of Name 01 01',
      'pdf of Name 02 02',
      'docx of Name 02 02',
      'docx of Name 03 03',
      'pdf of Answer key',
      'docx of Answer key',
    ];
    expect([...asked].sort()).toEqual([...wanted].sort());
    await makeClassSet(STUDENTS, orderFor(fresh, { formats: ['pdf', 'docx'] }));
    expect(textsIn(storage)).toEqual(textsIn(fresh));
  });

  it('keeps typed answers of the set before, and throws away a table in which nobody typed', async () => {
    const keptOf = async (table: string) => {
      const storage = memoryStorage();
      await makeClassSet(STUDENTS, orderFor(storage));
      storage.write('answers.csv', table);
      await makeClassSet(STUDENTS, orderFor(storage, { set: createClassSet(CONTENTS, { seed: 'autumn' }), replace: true }));
      return storage.has('answers-spring.csv') && new TextDecoder().decode(storage.read('answers-spring.csv')) === table;
    };
    expect(await keptOf('id,name,code,1.1,1.2\n01,Ann,OLD1,,\n02,Ben,OLD2,,\n')).toBe(false);
    // One figure of one student is enough.
    expect(await keptOf('id,name,code,1.1,1.2\n01,Ann,OLD1,,\n02,Ben,OLD2,,7\n')).toBe(true);
    expect(await keptOf('x\n1\n')).toBe(true);
    expect(await keptOf('')).toBe(false);
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
