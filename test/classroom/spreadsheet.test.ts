import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeSheets, { type SheetData } from 'write-excel-file/node';
import { type CellFault, readRoster, readSpreadsheet, tableFileKind } from '../../src/classroom/index.js';
import { printDiagnostic } from '../../src/diagnostics/index.js';

async function bytesOf(data: SheetData): Promise<Uint8Array> {
  return new Uint8Array(await writeSheets(data).toBuffer());
}

const read = async (data: SheetData) => readBytes(await bytesOf(data));

async function readBytes(bytes: Uint8Array) {
  const found = await readSpreadsheet('list.xlsx', bytes);
  if (found === undefined || 'tooMuch' in found) throw new Error('the sheet was written a moment ago');
  return found;
}
const roster = async (data: SheetData) => readRoster((await read(data)).table, { languages: ['en', 'zh'], language: 'zh' });

describe('a spreadsheet', () => {
  it('keeps the zeros of an id that is text and adds none to a number', async () => {
    const { value, diagnostics } = await roster([
      ['学号', '姓名', '班级'],
      ['007', '王小明', '二班'],
      [7.5, 'Ann', null],
      [8, 'Ben', 3],
      [20260109, '𠮷田', '二班'],
    ]);
    expect(diagnostics).toEqual([]);
    expect(value.map(({ id, name, group }) => [id, name, group])).toEqual([
      ['007', '王小明', '二班'],
      ['7.5', 'Ann', ''],
      ['8', 'Ben', '3'],
      ['20260109', '𠮷田', '二班'],
    ]);
  });

  it('is read past a title and empty rows, whatever spaces stand in the names of the columns', async () => {
    const { value } = await roster([
      ['高一（2）班学生名单', null, null],
      [],
      ['序号', '姓　名', ' 学 号 '],
      [1, '王小明', '01'],
      [],
      [2, 'Ann', '02'],
    ]);
    expect(value.map(({ id, name }) => `${id} ${name}`)).toEqual(['01 王小明', '02 Ann']);
  });

  it('has places that name its cells: row 5 of column B', async () => {
    const { diagnostics } = await roster([['id', 'name'], ['01', 'Ann'], [], [], ['02', '=cmd()']]);
    expect(diagnostics.map((one) => printDiagnostic(one).split('\n')[0])).toEqual(['list.xlsx:B5: error roster-cell']);
  });

  it('says of a formula without a saved value that it holds none', async () => {
    const { diagnostics } = await roster([
      ['id', 'name'],
      ['01', { type: 'Formula', value: '="Ann"' }],
    ]);
    expect(diagnostics.map(({ message, hint }) => [message, hint?.includes('A formula counts only')])).toEqual([
      ['This student has no name.', true],
    ]);
  });

  it('says where it made a date of a class, or cut a number, but only in columns that are read', async () => {
    const { diagnostics } = await roster([
      ['id', 'name', 'group', '出生日期'],
      ['01', 'Ann', { value: new Date(Date.UTC(2026, 0, 2)), format: 'yyyy-mm-dd' }, { value: new Date(0), format: 'yyyy-mm-dd' }],
      [Number('440106200801011234'), 'Ben', '7A', null],
    ]);
    expect(diagnostics.map((one) => [printDiagnostic(one).split(' ')[0], one.message])).toEqual([
      ['list.xlsx:C2:', 'The spreadsheet has made a date (2026-01-02) of this cell.'],
      ['list.xlsx:A3:', 'This number has more digits than a spreadsheet keeps; the last ones are lost.'],
    ]);
  });

  it('reads a cell that shows per cent as it shows: 3% holds 0.03', async () => {
    const { table } = await read([
      ['id', '1', '2', '3', '4'],
      [
        '01',
        { value: 0.03, format: '0%' },
        { value: 0.29, format: '0.00%' },
        { value: 0.0255, format: '0.0##%' },
        // The sign in quotes is only printed.
        { value: 3, format: '0"%"' },
      ],
    ]);
    expect(table.rows[1]?.map(({ value }) => value)).toEqual(['01', '3%', '29%', '2.55%', '3']);
  });

  it('says of a formula without a result what it shows, where the reader would see an empty cell', async () => {
    const files = unzipSync(
      await bytesOf([
        ['id', 'name', 'group', 'other'],
        ['01', 'Ann', 'X', 'X'],
        ['02', 'Ben', '7A', 'X'],
      ]),
    );
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    // C2, D2 and D3 hold the errors of formulas, as spreadsheet programs save them.
    const cell = (place: string, error: string) => `<c r="${place}" t="e"><f>X1</f><v>${error}</v></c>`;
    const withErrors = ['C2 #N/A', 'D2 #REF!', 'D3 #DIV/0!'].reduce((text, one) => {
      const [place = '', error = ''] = one.split(' ');
      const changed = text.replace(new RegExp(`<c r="${place}".*?</c>`), cell(place, error));
      expect(changed).not.toBe(text);
      return changed;
    }, sheet);
    const bytes = zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(withErrors) });
    const found = await readBytes(bytes);
    expect(found.table.rows.map((row) => row.map(({ value }) => value).join('|'))).toEqual([
      'id|name|group|other',
      '01|Ann|#N/A|#REF!',
      '02|Ben|7A|#DIV/0!',
    ]);
    // Nobody reads the last column.
    const { value, diagnostics } = readRoster(found.table, { languages: ['en'], language: 'en' });
    expect(diagnostics.map((one) => [printDiagnostic(one).split(' ')[0], one.message])).toEqual([
      ['list.xlsx:C2:', 'The formula of this cell has no result: #N/A.'],
    ]);
    expect(value.map(({ id }) => id)).toEqual(['02']);
  });

  it('gives numbers as they were typed, not as the binary number beside them', async () => {
    // 0.1 + 0.2 is 0.30000000000000004 in binary; a spreadsheet shows 0.3. 2.675 is stored as 2.67499999999999982.
    const { table } = await read([[0.1 + 0.2, 2.675, -1200, 1e-7, true]]);
    expect(table.rows[0]?.map(({ value }) => value)).toEqual(['0.3', '2.675', '-1200', '0.0000001', 'TRUE']);
    expect(table.rows[0]?.map(({ fault }): CellFault | undefined => fault)).toEqual(Array(5).fill(undefined));
  });

  it('with several sheets is read where the first text stands, and names the others', async () => {
    const sheets = [
      { sheet: '空', data: [] },
      { sheet: '名单', data: [['id', 'name']] },
      { sheet: '成绩', data: [['x']] },
    ];
    const found = await readBytes(new Uint8Array(await writeSheets(sheets).toBuffer()));
    expect([found.sheet, found.others]).toEqual(['名单', ['成绩']]);
  });

  it('may have ten thousand rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [index, `Name ${index}`]);
    expect((await roster([['id', 'name'], ...rows])).value.length).toBe(10_000);
  });
});

describe('the kind of a file', () => {
  it('is told by its bytes, whatever its name says', async () => {
    const text = (content: string) => new TextEncoder().encode(content);
    const container = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const inUtf16 = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    expect(tableFileKind(await bytesOf([['id', 'name']]))).toBe('spreadsheet');
    expect(tableFileKind(text('id,name\n1,Ann\n'))).toBe('text');
    expect(tableFileKind(Uint8Array.from(container))).toBe('old-spreadsheet');
    expect(tableFileKind(Uint8Array.from([...container, ...inUtf16]))).toBe('locked');
    expect(tableFileKind(text('\ufeff<html><table><tr><td>学号</td></tr></table></html>'))).toBe('web-page');
  });

  it('is no spreadsheet when another kind of file is packed in the same way, or half of it is gone', async () => {
    const whole = await bytesOf([['id', 'name']]);
    expect(await readSpreadsheet('list.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 0))).toBeUndefined();
    expect(await readSpreadsheet('list.xlsx', whole.subarray(0, whole.length / 2))).toBeUndefined();
  });
});
