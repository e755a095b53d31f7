import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readList } from '../../../src/desk/classroom/list/read-list.js';
import { placeText } from '../../../src/source/index.js';

const DEFAULTS = { languages: ['en', 'zh'], language: 'zh' };

async function read(text: string) {
  const list = await readList({ kind: 'typed', name: 'typed', text }, DEFAULTS);
  if (list.kind !== 'list') return list.why;
  const mistakes = list.mistakes.map(({ span, message }) => `${span === undefined ? '' : placeText(span)} ${message}`);
  return mistakes.length > 0
    ? mistakes
    : list.students.map(({ id, name, group }) => [id, name, group].filter((one) => one !== '').join('|'));
}

describe('a class list that is typed', () => {
  it.each([
    ['names alone, which get numbers', 'Ann Smith\n\n  王小明 \r\nBen\n', ['01|Ann Smith', '02|王小明', '03|Ben']],
    ['Chinese names one behind the other', '张三、李四、王五', ['01|张三', '02|李四', '03|王五']],
    ['an id before each name', '07 王小明\n08  李 娜\n', ['07|王小明', '08|李 娜']],
    ['cells from a spreadsheet', '2026001\t王小明\t七(1)班\n2026002\t李娜\t七(1)班\n', ['2026001|王小明|七(1)班', '2026002|李娜|七(1)班']],
    ['commas of both kinds', '1，张三\n2,李四', ['1|张三', '2|李四']],
    ['a list with the names of its columns', '姓名,学号\n张三,1\n', ['1|张三']],
    ['one name', 'Ann', ['01|Ann']],
    ['a name with a number in it, where nothing else has one', 'Ann\nR2 D2\nBen', ['01|Ann', '02|R2 D2', '03|Ben']],
  ])('is read: %s', async (_, text, students) => {
    expect(await read(text)).toEqual(students);
  });

  it('names every mistake with its line and column, and gives no students then', async () => {
    expect(await read('07 王小明\n李娜\n07 张三\n 09 =SUM(A1)\n10 赵六')).toEqual([
      'typed:2:1 This student has no id.',
      'typed:3:1 The id `07` stands twice in the class list.',
      'typed:4:5 The cell `=SUM(A1)` begins like a formula.',
    ]);
  });

  it('says so where nobody is named', async () => {
    expect(await read(' \n\n')).toBe('nobody');
    expect(await read('id,name\n')).toBe('nobody');
  });

  it('gives as many students as names, numbered in their order, however many there are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('Ann', '王小明', 'Ben Li'), { minLength: 1, maxLength: 300 }), async (names) => {
        const list = await readList({ kind: 'typed', name: 'typed', text: names.join('\n') }, DEFAULTS);
        const students = list.kind === 'list' ? list.students : [];
        expect(students.map(({ name }) => name)).toEqual(names);
        expect(students.map(({ number }) => number.number)).toEqual(names.map((_, index) => index + 1));
        expect(new Set(students.map(({ id }) => id.length)).size).toBe(1);
      }),
    );
  });
});
