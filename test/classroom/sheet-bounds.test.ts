import { describe, expect, it } from 'vitest';
import { boundSheet } from '../../src/classroom/table/sheet-bounds.js';

const cell = (place: string) => `<c r="${place}"><v>1</v></c>`;
const TOO_MUCH = '; a table has at most 100000 rows, 1000 columns and 2000000 cells';

// 1000 = 26² + 12 · 26 + 12: A, L, L.
describe('a sheet', () => {
  it.each([
    ['the last column', cell('ALL1')],
    ['the last column in small letters', cell('all1')],
    ['the last row', cell('A100000')],
    ['as many cells as there may be', cell('A2') + cell('T100000')],
    ['a prefix before its tags', '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'],
  ])('with %s is laid out', (_, text) => {
    expect(boundSheet(text)).toEqual({ sheet: text });
  });

  it.each([
    ['a column more', cell('ALM1'), 'has a cell in ALM1'],
    ['a row more', cell('A100001'), 'has a cell in A100001'],
    ['two such cells', cell('ALM1') + cell('A100001'), 'has a cell in ALM1'],
    ['a column more in all its rows', cell('U100000'), 'has 100000 rows, 21 columns and 1 cells'],
    ['rows alone', '<row r="100001"><c><v>1</v></c></row>', 'has 100001 rows, 0 columns and 1 cells'],
    ['columns in a row and rows elsewhere', `${cell('AAA1')}<row r="2845"><c><v>1</v></c></row>`, 'has 2845 rows, 703 columns and 2 cells'],
    ['a place that no sheet has', cell(`${'Z'.repeat(15)}123456`), `has a cell in ${'Z'.repeat(15)}12345`],
  ])('with %s is not', (_, text, says) => {
    expect(boundSheet(text)).toEqual({ tooMuch: says + TOO_MUCH });
  });

  it('may have as many rows with one cell as there are columns', () => {
    // 2 844 · 703 = 1 999 332 places; a row more would be 2 000 035.
    const text = `${cell('AAA1')}<row r="2844"><c><v>1</v></c></row>`;
    expect(boundSheet(text)).toEqual({ sheet: text });
  });

  it('loses cells and rows without content that have a place of their own, and no others', () => {
    const empty = '<row r="9" s="1"><c r="XFD9" s="1"/><c r="B9"></c></row><row r="10"/>';
    const kept = '<row><c/></row><row r="2"><c r="A2"><v>0</v></c></row>';
    expect(boundSheet(empty + kept)).toEqual({ sheet: kept });
  });
});
