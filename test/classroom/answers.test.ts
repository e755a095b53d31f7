import { describe, expect, it } from 'vitest';
import { type KeyExercise, type KeyRow, readAnswers, readCsv } from '../../src/classroom/index.js';

const column = (label: string) => ({ label, chapter: 'shop', exercise: 'take', answer: 'take', unit: 'yuan' });
const EXERCISES: readonly KeyExercise[] = [
  { number: 1, chapter: 'shop', exercise: 'take', marks: 2, columns: [column('1.1'), column('1.2')] },
];
const student = (id: string, code: string): KeyRow => ({ id, name: id, group: '', code, answers: {} });
const STUDENTS = [student('007', 'AAAAA'), student('12', 'BBBBB')];

function read(text: string) {
  const { value, diagnostics } = readAnswers(readCsv({ name: 'answers.csv', text }), EXERCISES, STUDENTS);
  return {
    typed: Object.fromEntries([...value].map(([id, answers]) => [id, Object.fromEntries(answers)])),
    messages: diagnostics.map(({ code, message }) => `${code}: ${message}`),
  };
}

const NOBODY = 'answers-student: No student of this set has the id `7`; the row is not counted.';

describe('an id whose zeros a spreadsheet has taken', () => {
  it('counts with the code of the student', () => {
    expect(read('id,code,1.1\n7,AAAAA,5\n')).toEqual({ typed: { '007': { '1.1': '5' } }, messages: [] });
    expect(read('id,code,1.1\n7,ａａａａａ,5\n').typed).toEqual({ '007': { '1.1': '5' } });
  });

  it.each([
    ['no column for it', 'id,1.1\n7,5\n'],
    ['an empty cell', 'id,code,1.1\n7,,5\n'],
    ['the code of another', 'id,code,1.1\n7,BBBBB,5\n'],
  ])('does not count with %s', (_, text) => {
    expect(read(text)).toEqual({ typed: {}, messages: [NOBODY] });
  });

  it('needs no code where it is written whole', () => {
    expect(read('id,1.1\n007,5\n')).toEqual({ typed: { '007': { '1.1': '5' } }, messages: [] });
  });
});

it('a row with the code of another paper is not counted', () => {
  expect(read('id,code,1.1\n12,AAAAA,5\n')).toEqual({
    typed: {},
    messages: ['answers-student: The code `AAAAA` is not that of 12, which is BBBBB; the row is not counted.'],
  });
});

it('two rows of one student count once where they are the same, and not where they differ', () => {
  expect(read('id,1.1,1.2\n12,5,6\n12,5,6\n').typed).toEqual({ '12': { '1.1': '5', '1.2': '6' } });
  expect(read('id,1.1,1.2\n12,5,6\n12,5,7\n12,5,6\n').typed).toEqual({});
});

it('a column that stands twice is not counted, nor is one that is no answer', () => {
  expect(read('id,1.1,1.1,1.2,9\n12,5,6,7,8\n')).toEqual({
    typed: { '12': { '1.2': '7' } },
    messages: [
      'answers-columns: The column `1.1` stands twice; neither is counted.',
      'answers-columns: The column `9` is no answer of this set and is not counted.',
    ],
  });
});

describe('a line with as many commas as semicolons or tabs', () => {
  const cells = (text: string) => readCsv({ name: 'list.csv', text }).rows.map((row) => row.map(({ value }) => value));

  it('is set apart by commas, then by semicolons', () => {
    expect(cells('id,name;first\n1,Ann;B\n')).toEqual([
      ['id', 'name;first'],
      ['1', 'Ann;B'],
    ]);
    expect(cells('id,name\tfirst\n')).toEqual([['id', 'name\tfirst']]);
    expect(cells('id;name\tfirst\n')).toEqual([['id', 'name\tfirst']]);
  });

  it('is set apart by what it has most of', () => {
    expect(cells('id;name;the first, or only\n')).toEqual([['id', 'name', 'the first, or only']]);
    expect(cells('id\tname;a\tb;c\td\n')).toEqual([['id', 'name;a', 'b;c', 'd']]);
  });
});
