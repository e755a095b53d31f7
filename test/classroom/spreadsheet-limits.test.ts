import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeSheets from 'write-excel-file/node';
import { readSpreadsheet } from '../../src/classroom/index.js';
import { unpackSheets } from '../../src/classroom/table/unpack.js';

const SHEET = 'xl/worksheets/sheet1.xml';

/** A list of one student, with the cells of its sheet changed by hand. */
async function listWith(change: (sheet: string) => string, more: Readonly<Record<string, Uint8Array>> = {}): Promise<Uint8Array> {
  const data = [
    ['id', 'name'],
    ['01', 'Ann'],
  ];
  const files = unzipSync(new Uint8Array(await writeSheets(data).toBuffer()));
  const before = strFromU8(files[SHEET] ?? new Uint8Array());
  const after = change(before);
  expect(after === before).toBe(Object.keys(more).length > 0);
  return zipSync({ ...files, [SHEET]: strToU8(after), ...more });
}

const withRows = (rows: string) => (sheet: string) => sheet.replace('</sheetData>', `${rows}</sheetData>`);
const row = (number: number, place: string) => `<row r="${number}"><c r="${place}"><v>1</v></c></row>`;

describe('a spreadsheet that is larger than any class list', () => {
  it.each<[string, (sheet: string) => string, string]>([
    ['a cell in a column that does not exist', (sheet) => sheet.replace('r="A1"', 'r="ZZZZZZ1"'), 'has a cell in ZZZZZZ1'],
    ['a stray value in the last row', withRows(row(1_048_576, 'A1048576')), 'has a cell in A1048576'],
    ['a stray value in the last column', withRows(row(10_000, 'XFD10000')), 'has a cell in XFD10000'],
    [
      'a value in the last column of every row',
      withRows(Array.from({ length: 60_000 }, (_, index) => row(index + 3, `XFD${index + 3}`)).join('')),
      'has a cell in XFD3',
    ],
    ['a row far out', withRows('<row r="1048576"><c><v>1</v></c></row>'), 'has 1048576 rows'],
    [
      'a row number that no sheet has',
      withRows('<row r="22222222222222222222"><c r="A2"><v>1</v></c></row>'),
      'has 22222222222222220000 rows',
    ],
    ['a row number with a power of ten', withRows('<row r="2e9"><c><v>1</v></c></row>'), 'has 2000000000 rows'],
    ['a tag that does not end', withRows(`<c ${' '.repeat(400_000)}`), 'has a tag of more than 8000 characters'],
  ])('%s is refused before anything is laid out', async (_, change, says) => {
    const found = await readSpreadsheet('list.xlsx', await listWith(change));
    expect(found).toEqual({ tooMuch: expect.stringContaining(says) });
  });

  it('unpacked to more than forty megabytes is refused by its size', async () => {
    const bytes = await listWith((sheet) => sheet, { 'xl/sharedStrings.xml': new Uint8Array(60_000_000) });
    expect(bytes.length).toBeLessThan(200_000);
    expect(await readSpreadsheet('list.xlsx', bytes)).toEqual({ tooMuch: 'unpacks to more than 40 MB' });
  });

  it('that lies about its size gets no more room than it says', async () => {
    const bytes = await listWith((sheet) => sheet, { 'xl/sharedStrings.xml': new Uint8Array(60_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The size stands in the headers of the part, local and central: both say 1000 bytes.
    for (let at = 0; at + 4 < bytes.length; at += 1) if (view.getUint32(at, true) === 60_000_000) view.setUint32(at, 1000, true);
    const unpacked = unpackSheets(bytes);
    expect('files' in unpacked && unpacked.files.get('xl/sharedStrings.xml')?.length).toBe(1000);
    expect(await readSpreadsheet('list.xlsx', bytes)).toBeUndefined();
  });

  it('holds no day where a number is too large for one', async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const bytes = await listWith(withRows('<row r="3"><c r="A3" s="1"><v>-1e300</v></c></row>'));
    const files = { ...unzipSync(bytes), 'xl/styles.xml': strToU8(styles) };
    const found = await readSpreadsheet('list.xlsx', zipSync(files));
    const faults =
      found !== undefined && 'table' in found
        ? found.table.rows
            .at(-1)
            ?.slice(0, 1)
            .map(({ value, fault }) => [value, fault])
        : [];
    expect(faults).toEqual([['#', 'date']]);
  });

  it('is none where it names a sheet that it does not hold', async () => {
    const workbook = strFromU8(unzipSync(await listWith((sheet) => sheet, { x: new Uint8Array() }))['xl/workbook.xml'] ?? new Uint8Array());
    const broken = workbook.replace(/r:id="[^"]*"/, 'r:id="rId1,000"');
    expect(broken).not.toBe(workbook);
    expect(await readSpreadsheet('list.xlsx', await listWith((sheet) => sheet, { 'xl/workbook.xml': strToU8(broken) }))).toBeUndefined();
  });

  it('is read all the same where nothing stands far out but colours', async () => {
    const coloured = '<row r="5" s="1"><c r="XFD5" s="1"/></row><row r="1048576" ht="12"></row>';
    const found = await readSpreadsheet('list.xlsx', await listWith(withRows(coloured)));
    const rows = found !== undefined && 'table' in found ? found.table.rows : [];
    expect(rows.map((cells) => cells.map(({ value }) => value))).toEqual([
      ['id', 'name'],
      ['01', 'Ann'],
    ]);
  });
});
