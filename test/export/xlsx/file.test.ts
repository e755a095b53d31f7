import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { looksLikeCell, sheetName } from '../../../src/export/xlsx/file/address.js';
import type { Book, Cell, Sheet } from '../../../src/export/xlsx/file/book.js';
import { packBook } from '../../../src/export/xlsx/file/pack.js';
import { linesOf } from '../../../src/export/xlsx/file/sheet-builder.js';
import { HOSTILE_TEXTS, hostileBook } from '../../support/hostile-book.js';
import { readValues } from '../../support/office.js';

const figure = { font: 'figures', places: 2 } as const;
const input = { font: 'figures', unlocked: true } as const;

function book(cells: readonly (readonly (Cell | undefined)[])[], more: Partial<Sheet> = {}): Book {
  const sheet: Sheet = {
    name: 'One',
    widths: [10],
    rows: cells.map((row) => ({ cells: row })),
    merges: [],
    frozenRows: 0,
    landscape: false,
    isProtected: true,
    lists: [],
    highlights: [],
    links: [],
    charts: [],
    ...more,
  };
  return {
    title: 'T',
    language: 'en',
    fonts: { text: 'A', head: 'B', figures: 'C' },
    sheets: [sheet],
    names: [{ name: 'spend', refersTo: "'One'!$A$1" }],
  };
}

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

const ROUNDED = book([
  [
    { style: input, content: { kind: 'number', value: 2.5 } },
    { style: figure, content: { kind: 'formula', formula: 'ROUND(spend/3,2)', value: 0.83 } },
    { style: figure, content: { kind: 'formula', formula: 'NA()', value: undefined } },
  ],
]);

describe('the file of a workbook', () => {
  it('holds formulas with the values that they give', () => {
    expect(part(packBook(ROUNDED), 'xl/worksheets/sheet1.xml')).toContain(
      '<c r="A1" s="1"><v>2.5</v></c><c r="B1" s="2"><f>ROUND(spend/3,2)</f><v>0.83</v></c><c r="C1" s="2" t="e"><f>NA()</f><v>#N/A</v></c>',
    );
  });

  it('locks cells but for those to write in, without a password', () => {
    const bytes = packBook(ROUNDED);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<sheetProtection sheet="1"');
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('password');
    const looks = part(bytes, 'xl/styles.xml').match(/<protection locked="(\d)"\/>/g);
    expect(looks).toEqual(['<protection locked="1"/>', '<protection locked="0"/>', '<protection locked="1"/>']);
  });

  it('has another figure in place of every result for a test of recalculation', () => {
    expect([...(readValues(packBook(ROUNDED, { poison: 123456789 })).get('One') ?? [])]).toEqual([
      ['A1', 2.5],
      ['B1', 123456789],
      ['C1', 123456789],
    ]);
  });

  it('writes a formula that is filled down once', () => {
    const down = (row: number, range?: string): Cell => ({
      style: figure,
      content: {
        kind: 'formula',
        formula: row === 2 ? 'A1+1' : '',
        value: row,
        fill: { group: 0, ...(range === undefined ? {} : { range }) },
      },
    });
    const bytes = packBook(book([[{ style: input, content: { kind: 'number', value: 1 } }], [down(2, 'A2:A3')], [down(3)]]));
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<f t="shared" ref="A2:A3" si="0">A1+1</f><v>2</v></c>');
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<f t="shared" si="0"/><v>3</v></c>');
  });

  it('is the same every time, in every time zone', () => {
    const zone = process.env.TZ;
    const made = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map((name) => {
      process.env.TZ = name;
      return packBook(ROUNDED);
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(made[1]).toEqual(made[0]);
    expect(made[2]).toEqual(made[0]);
  });

  it('keeps hostile texts as texts, which stay so when somebody edits them', () => {
    const bytes = packBook(hostileBook());
    const [sheet = ''] = readValues(bytes).keys();
    const values = readValues(bytes).get(sheet);
    expect(HOSTILE_TEXTS.map((_, index) => values?.get(`A${index + 1}`))).toEqual(HOSTILE_TEXTS);
    // Every text that begins like a formula has the mark of a text, and no cell of these is a formula.
    expect(part(bytes, 'xl/styles.xml').match(/quotePrefix="1"/g)).toHaveLength(1);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<c r="A\d+"[^>]*><f>/);
    expect(part(bytes, 'xl/sharedStrings.xml')).toContain('a bell _x0007_');
    expect(part(bytes, 'xl/sharedStrings.xml')).toContain('_x005F_x0041_ is no A');
  });

  it('replaces what no file of XML can hold', () => {
    const bytes = packBook({ ...ROUNDED, title: 'half \ud83d, bell \u0007, whole 😀' });
    expect(part(bytes, 'docProps/core.xml')).toContain('half \ufffd, bell \ufffd, whole 😀');
  });

  it('freezes heads and repeats them on every page, which is as wide as the paper', () => {
    const bytes = packBook(book([[], [], []], { frozenRows: 2, repeatedRows: [1, 2], printedColumns: 3 }));
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('fitToWidth="1" fitToHeight="0"');
    expect(part(bytes, 'xl/workbook.xml')).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'One\'!$1:$2</definedName>');
    expect(part(bytes, 'xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">\'One\'!$A$1:$C$3</definedName>',
    );
  });
});

describe('names', () => {
  it.each(['A1', 'xfd12', 'tax2', 'R', 'c', 'R1C1', 'r12'])('%s is taken for a cell', (name) => {
    expect(looksLikeCell(name)).toBe(true);
  });

  it.each(['ladder_price', 'take2_rate', 'ABCD1', '_A1'])('%s is none', (name) => {
    expect(looksLikeCell(name)).toBe(false);
  });

  it('of sheets are short, unlike each other, and without signs of addresses', () => {
    expect(sheetName("a[b]:c*d?e/f\\g'", new Set())).toBe('a b  c d e f g');
    expect(sheetName('x'.repeat(40), new Set())).toHaveLength(31);
    expect(sheetName('Sheet', new Set(['SHEET']))).toBe('Sheet 2');
    expect(sheetName('😀'.repeat(20), new Set())).toBe('😀'.repeat(15));
  });
});

describe('the height of a row', () => {
  // A Chinese character is as wide as two digits: 12 of them fill a column of 25.
  it.each([
    ['十二个汉字正好占满这一行', 25, 1],
    ['十三个汉字就要占到第二行了', 25, 2],
    ['two\nlines', 40, 2],
    ['', 10, 1],
  ])('of %j in %i characters is %i', (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });
});
