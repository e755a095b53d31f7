import { describe, expect, it } from 'vitest';
import { keySchema, manifestSchema, remarkSchema, shaped } from '../../src/classroom/record/schema.js';

type Json = Readonly<Record<string, unknown>>;

const HASH = 'a'.repeat(64);
const ENTRY = { shown: '4', exact: '4', places: 0, low: '3.5', high: '4.5', misconceptions: [{ code: 'K2', value: '-0.25' }] };
const COLUMN = { label: '1.1', chapter: 'shares', exercise: 'take', answer: 'take', unit: 'yuan' };

function key(entry: Json = {}, exercise: Json = {}): Json {
  return {
    reckoner: 2,
    seed: 'spring',
    version: '1',
    exercises: [{ number: 1, chapter: 'shares', exercise: 'take', marks: 2, columns: [COLUMN], ...exercise }],
    students: [{ id: '01', name: '王小明', group: '', code: 'C01', answers: { '1.1': { ...ENTRY, ...entry } } }],
  };
}

function manifest(more: Json = {}, file: Json = {}): Json {
  const files = [{ path: 'handouts/01.pdf', sha256: HASH, pages: 2, ...file }];
  const student = { id: '01', fingerprint: HASH, code: 'C01', figures: [], files, name: '', group: '', language: 'zh', size: 'large' };
  return {
    reckoner: 2,
    generator: '',
    version: '1',
    seed: '春-1_a.b',
    fingerprint: HASH,
    chapters: [],
    exercises: [],
    students: [student],
    files,
    ...more,
  };
}

const remark = (change: Json): Json => ({ reckoner: 2, set: HASH, remarks: [{ number: 1, date: '2026-03-01', reason: '', change }] });

describe('a file of a set that is as it should be', () => {
  it.each([
    ['a figure', key()],
    ['a word without a figure', key({ word: 'C', exact: '', low: '', high: '' })],
    ['26 options', key({ options: Array(26).fill('1') })],
    ['a figure of a thousand digits', key({ exact: '9'.repeat(1000) })],
    ['a text of four thousand characters', key({ shown: 'x'.repeat(4000) })],
    ['a hundred places', key({ places: 100 })],
    ['a hundred places before the point', key({ places: -100 })],
    ['no marks', key({}, { marks: 0 })],
    ['the longest label', key({}, { columns: [{ ...COLUMN, label: '1234.1234' }] })],
  ])('is a key with %s', (_, value) => expect(shaped(keySchema, value)).toEqual({ value }));

  it.each([
    ['a handout', manifest()],
    ['a solution', manifest({}, { path: 'solutions/01.pdf' })],
    ['a file of no pages', manifest({ files: [{ path: 'key.csv', sha256: HASH }] })],
  ])('is a manifest with %s', (_, value) => expect(shaped(manifestSchema, value)).toEqual({ value }));

  it.each([
    ['that an answer does not count', remark({ kind: 'void', label: '1.1' })],
    ['that everybody has a mark', remark({ kind: 'give', label: '1', student: '01' })],
    ['that an interval counts', remark({ kind: 'accept', label: '1', answer: { kind: 'interval', low: '1', high: '2' } })],
  ])('is a remark %s', (_, value) => expect(shaped(remarkSchema, value)).toEqual({ value }));
});

describe('a file of a set that somebody changed', () => {
  const WHERE = 'students.0.answers.1.1';

  it.each([
    ['27 options', key({ options: Array(27).fill('1') }), `\`${WHERE}.options\` `],
    ['an option that is no figure', key({ options: ['1e5'] }), `\`${WHERE}.options.0\` is no figure`],
    ['a figure of more digits', key({ exact: '9'.repeat(1001) }), `\`${WHERE}.exact\` `],
    ['a longer text', key({ shown: 'x'.repeat(4001) }), `\`${WHERE}.shown\` `],
    ['more places', key({ places: 101 }), `\`${WHERE}.places\` `],
    ['more places before the point', key({ places: -101 }), `\`${WHERE}.places\` `],
    ['half a place', key({ places: 0.5 }), `\`${WHERE}.places\` `],
    ['neither figure nor word', key({ low: '', exact: '' }), 'has an answer without a figure'],
    ['marks below nothing', key({}, { marks: -1 }), '`exercises.0.marks` '],
    ['a label that is none', key({}, { columns: [{ ...COLUMN, label: '1.2.3' }] }), '`exercises.0.columns.0.label` is no label'],
    ['a label that is too long', key({}, { columns: [{ ...COLUMN, label: '12345' }] }), '`exercises.0.columns.0.label` is no label'],
  ])('is a key with %s', (_, value, reason) => expect(shaped(keySchema, value)).toEqual({ reason: expect.stringContaining(reason) }));

  it.each([
    ['a file outside the folder', manifest({}, { path: '../01.pdf' }), 'is no place in the folder'],
    ['a file that is hidden', manifest({}, { path: 'handouts/.01.pdf' }), 'is no place in the folder'],
    ['a file further below', manifest({}, { path: 'handouts/a/01.pdf' }), 'is no place in the folder'],
    ['a file elsewhere', manifest({}, { path: 'marks/01.pdf' }), 'is no place in the folder'],
    ['a seed that is none', manifest({ seed: 'a b' }), '`seed` is no seed'],
    ['half a hash', manifest({ fingerprint: HASH.slice(1) }), '`fingerprint` is no SHA-256'],
    ['half a page', manifest({}, { pages: 0.5 }), '`students.0.files.0.pages` '],
  ])('is a manifest with %s', (_, value, reason) =>
    expect(shaped(manifestSchema, value)).toEqual({ reason: expect.stringContaining(reason) }),
  );

  it.each([
    ['of another kind', remark({ kind: 'other', label: '1' })],
    ['on half an interval', remark({ kind: 'accept', label: '1', answer: { kind: 'interval', low: '1' } })],
  ])('is a remark %s', (_, value) => expect(shaped(remarkSchema, value)).toEqual({ reason: expect.stringContaining('`remarks.0.change') }));
});
