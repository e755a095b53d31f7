import { type Markup, tag, xmlFile } from '../markup/markup.js';
import { zipped } from '../zip/zip.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A spreadsheet of texts: every cell is text, so that none is taken for a formula, a date or a number. The first row is the head. */
export function textSpreadsheet(rows: readonly (readonly string[])[]): Uint8Array {
  const sheet = tag(
    'worksheet',
    { xmlns: MAIN },
    tag('cols', {}, ...WIDTHS.map((width, index) => tag('col', { min: index + 1, max: index + 1, width, customWidth: 1, style: 1 }))),
    tag('sheetData', {}, ...rows.map(rowMarkup)),
  );
  return zipped([
    { path: '[Content_Types].xml', content: xmlFile(contentTypes()) },
    { path: '_rels/.rels', content: xmlFile(relations([`${OFFICE}/officeDocument`, 'xl/workbook.xml'])) },
    { path: 'xl/workbook.xml', content: xmlFile(workbook()) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: xmlFile(relations([`${OFFICE}/worksheet`, 'worksheets/sheet1.xml'], [`${OFFICE}/styles`, 'styles.xml'])),
    },
    { path: 'xl/styles.xml', content: xmlFile(styles()) },
    { path: 'xl/worksheets/sheet1.xml', content: xmlFile(sheet) },
  ]);
}

/** Of the columns, in characters. */
const WIDTHS = [12, 80, 32, 20, 60];

function rowMarkup(cells: readonly string[], row: number): Markup {
  const texts = cells.map((text, column) => {
    const place = `${String.fromCharCode('A'.charCodeAt(0) + column)}${row + 1}`;
    return tag('c', { r: place, t: 'inlineStr', s: 1 }, tag('is', {}, tag('t', { 'xml:space': 'preserve' }, text)));
  });
  const lines = Math.max(1, ...cells.map((text, column) => linesOf(text, WIDTHS[column] ?? 1)));
  return tag('row', { r: row + 1, ht: Math.min(MOST_HEIGHT, lines * LINE_HEIGHT), customHeight: 1 }, ...texts);
}

/** In points; spreadsheets show no higher rows. */
const LINE_HEIGHT = 15;
const MOST_HEIGHT = 405;

/** About as many lines as a text takes in a column of so many characters; a Chinese one counts as two. */
function linesOf(text: string, width: number): number {
  const lengthOf = (line: string) => [...line].reduce((sum, character) => sum + (character >= '\u2e80' ? 2 : 1), 0);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(lengthOf(line) / width)), 0);
}

function contentTypes(): Markup {
  const part = (name: string, type: string) => tag('Override', { PartName: name, ContentType: `${TYPE}.${type}+xml` });
  return tag(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    tag('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part('/xl/workbook.xml', 'sheet.main'),
    part('/xl/worksheets/sheet1.xml', 'worksheet'),
    part('/xl/styles.xml', 'styles'),
  );
}

function relations(...targets: readonly (readonly [type: string, target: string])[]): Markup {
  return tag(
    'Relationships',
    { xmlns: RELATIONS },
    ...targets.map(([Type, Target], index) => tag('Relationship', { Id: `rId${index + 1}`, Type, Target })),
  );
}

function workbook(): Markup {
  const sheet = tag('sheet', { name: 'Questions', sheetId: 1, 'r:id': 'rId1' });
  return tag('workbook', { xmlns: MAIN, 'xmlns:r': OFFICE }, tag('sheets', {}, sheet));
}

/** Style 1: text, with line breaks shown. */
function styles(): Markup {
  const format = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };
  const text = tag(
    'xf',
    { ...format, numFmtId: 49, xfId: 0, applyNumberFormat: 1, applyAlignment: 1 },
    tag('alignment', { wrapText: 1, vertical: 'top' }),
  );
  return tag(
    'styleSheet',
    { xmlns: MAIN },
    tag('fonts', { count: 1 }, tag('font', {}, tag('sz', { val: 11 }), tag('name', { val: 'Calibri' }))),
    tag(
      'fills',
      { count: 2 },
      tag('fill', {}, tag('patternFill', { patternType: 'none' })),
      tag('fill', {}, tag('patternFill', { patternType: 'gray125' })),
    ),
    tag('borders', { count: 1 }, tag('border', {})),
    tag('cellStyleXfs', { count: 1 }, tag('xf', format)),
    tag('cellXfs', { count: 2 }, tag('xf', { ...format, xfId: 0 }), text),
  );
}
