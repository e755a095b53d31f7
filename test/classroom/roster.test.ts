import { describe, expect, it } from 'vitest';
import { decodeTable, readCsv, readRoster, tableFileKind, writeCsv } from '../../src/classroom/index.js';

const cells = (text: string) => readCsv({ name: 'list.csv', text }).rows.map((row) => row.map(({ value }) => value));
const roster = (text: string) => readRoster(readCsv({ name: 'list.csv', text }), { languages: ['en', 'zh'], language: 'zh' });

describe('a CSV file', () => {
  it('is read with the separator of its lines', () => {
    expect(cells('id,name\n1,Ann\n')).toEqual([
      ['id', 'name'],
      ['1', 'Ann'],
    ]);
    expect(cells('id;name\r\n1;Ann, B.\r\n')).toEqual([
      ['id', 'name'],
      ['1', 'Ann, B.'],
    ]);
    expect(cells('id\tname\n1\tAnn')).toEqual([
      ['id', 'name'],
      ['1', 'Ann'],
    ]);
  });

  it('may have a title above the columns, which says nothing of the separator', () => {
    expect(cells('Class 7A, spring, 2026\nid;name\n1;"Ann; B"\n2;Müller, Jo\n')).toEqual([
      ['Class 7A, spring, 2026'],
      ['id', 'name'],
      ['1', 'Ann; B'],
      ['2', 'Müller, Jo'],
    ]);
    expect(cells('Class 7A\nid\tname\n1\tAnn\n')).toEqual([['Class 7A'], ['id', 'name'], ['1', 'Ann']]);
  });

  it('holds quoted cells with separators, quotes and line ends, empty cells and empty lines', () => {
    expect(cells('a,b,c\n"x, ""y""\nz",,\n\n,,\n 1 ,2,3')).toEqual([
      ['a', 'b', 'c'],
      ['x, "y"\nz', '', ''],
      ['1', '2', '3'],
    ]);
  });

  it('may hold what a spreadsheet made of a cell: a date, a cut number, the error of a formula', () => {
    const text = 'id,name,group\n1,Ann,1月2日\n2,Ben,4.40106E+17\n3,#N/A,A\n4,Err:502,A\n5,N/A,A\n6,No. #1!,A\n';
    const { value, diagnostics } = roster(text);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The spreadsheet has made a date (1月2日) of this cell.',
      'This number has more digits than a spreadsheet keeps; the last ones are lost.',
      'The formula of this cell has no result: #N/A.',
      'The formula of this cell has no result: Err:502.',
    ]);
    expect(value.map(({ name }) => name)).toEqual(['N/A', 'No. #1!']);
  });

  it('is written so that reading gives the same cells again', () => {
    const rows = [
      ['id', 'name'],
      ['1', 'Ann "B", C'],
      ['2', '王小明'],
      ['3', ''],
    ];
    const text = writeCsv(rows);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(cells(text.slice(1))).toEqual(rows);
  });

  it('is written so that a spreadsheet runs nothing of it, and numbers stay numbers', () => {
    const cells = ['=cmd()', '+1+cmd|x', '-2+3', '@SUM(A1)', ' =1', '＝1', '-12.50', '+3', '-5%', '1/2', "it's"];
    const written = writeCsv([cells]).slice(1).trimEnd().split(',');
    expect(written).toEqual(["'=cmd()", "'+1+cmd|x", "'-2+3", "'@SUM(A1)", "' =1", "'＝1", '-12.50', '+3', '-5%', '1/2', "it's"]);
  });

  it('is decoded from UTF-8 with or without a mark, and from GB 18030', () => {
    const utf8 = new TextEncoder().encode('姓名');
    expect(decodeTable(utf8)).toBe('姓名');
    expect(decodeTable(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toBe('姓名');
    // 姓 is D0D5 and 名 is C3FB in GB 2312, which GB 18030 contains
    expect(decodeTable(Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb))).toBe('姓名');
    // A mark of UTF-16, then 姓 (U+59D3), as spreadsheets write “Unicode text”.
    expect(decodeTable(Uint8Array.of(0xff, 0xfe, 0xd3, 0x59))).toBe('姓');
    expect(decodeTable(Uint8Array.of(0x31, 0, 0x32, 0))).toBeUndefined();
    expect(tableFileKind(Uint8Array.of(0x50, 0x4b, 3, 4, 0))).toBe('spreadsheet');
  });
});

describe('a class list', () => {
  it('names its columns in English or Chinese, in any order', () => {
    const { value, diagnostics } = roster('姓名,学号,班级,语言\n王小明,2026-07,二班,\nAnn,2026-08,,en\n');
    expect(diagnostics).toEqual([]);
    expect(value.map(({ id, name, group, language, size }) => [id, name, group, language, size])).toEqual([
      ['2026-07', '王小明', '二班', 'zh', 'standard'],
      ['2026-08', 'Ann', '', 'en', 'standard'],
    ]);
  });

  it('takes the number of a student from the column, else from the end of the id', () => {
    const numbers = (text: string) => roster(text).value.map(({ number }) => [number.stem, number.number]);
    expect(numbers('id,name\n7B-03,Ann\nben,Ben\n')).toEqual([
      ['7B-', 3],
      ['ben', 0],
    ]);
    expect(numbers('id,name,number\nben,Ben,14\n')).toEqual([['', 14]]);
  });

  it.each([
    ['=cmd()', 'roster-cell: The cell `=cmd()` begins like a formula.'],
    ['+1', 'roster-cell: The cell `+1` begins like a formula.'],
    ['-1', 'roster-cell: The cell `-1` begins like a formula.'],
    ['@x', 'roster-cell: The cell `@x` begins like a formula.'],
    ['../a', ''],
    ['a/b', ''],
    ['a\\b', ''],
    ['CON', ''],
    ['con.x', ''],
    ['Nul .7', ''],
    ['COM¹', ''],
    ['.hidden', ''],
    ['a:b', ''],
    ['x'.repeat(61), ''],
  ])('refuses the id %s', (id, formula) => {
    const { value, diagnostics } = roster(`id,name\n${id},Ann\n2,Ben\n`);
    expect(value.map(({ name }) => name)).toEqual(['Ben']);
    // What begins like a formula can name no file either.
    const noFile = `roster-id: The id \`${id}\` cannot name a file.`;
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual(formula === '' ? [noFile] : [formula, noFile]);
    for (const { span } of diagnostics) expect(span?.source.text.slice(span.start, span.end)).toBe(id);
  });

  it('takes an id that only begins like the name of a device', () => {
    expect(roster('id,name\nconny,Ann\ncom12,Ben\nnul-1,Cy\n').value.map(({ id }) => id)).toEqual(['conny', 'com12', 'nul-1']);
  });

  it('takes an id of sixty characters, a letter, a digit, and the signs of file names', () => {
    const ids = ['x'.repeat(60), 'a', '7', 'a-b_c.d', '七班3'];
    const { value, diagnostics } = roster(`id,name\n${ids.map((id) => `${id},Ann\n`).join('')}`);
    expect([value.map(({ id }) => id), diagnostics]).toEqual([ids, []]);
  });

  it('tells ids apart as file names do: capitals and full width are the same', () => {
    expect(roster('id,name\nA1,Ann\na1,Ben\nＡ１,Cem\n').value.map(({ name }) => name)).toEqual(['Ann']);
  });

  it('may have ten thousand rows', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `${index},Name ${index}\n`);
    expect(roster(`id,name\n${rows.join('')}`).value.length).toBe(10_000);
  });
});
