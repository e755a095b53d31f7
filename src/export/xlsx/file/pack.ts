import { zipped } from '../../zip/zip.js';
import { columnLetters, onSheet } from './address.js';
import type { Book, DefinedName, Sheet } from './book.js';
import { chartXml, drawingXml } from './chart-xml.js';
import { sheetXml } from './sheet-xml.js';
import { createStyleSheet } from './styles.js';
import { createSharedTexts } from './texts.js';
import { element, xmlFile, xmlText } from './xml.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument';

export interface PackOptions {
  /** Stands in place of every figure that a formula gives, to see whether a program works them out anew. Absent = the figures. */
  readonly poison?: number;
}

/** The book as a file (Office Open XML, ECMA-376). The same book gives the same bytes. */
export function packBook(book: Book, { poison }: PackOptions = {}): Uint8Array {
  const styles = createStyleSheet(book.fonts);
  const texts = createSharedTexts();
  const parts = { styles, texts, ...(poison === undefined ? {} : { poison }) };
  const files = new Map<string, string>();
  const charts: string[] = [];
  const drawings: number[] = [];
  for (const [index, sheet] of book.sheets.entries()) {
    const number = index + 1;
    files.set(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, parts, index === 0));
    if (sheet.charts.length === 0) continue;
    drawings.push(number);
    files.set(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations([[`${OFFICE}/drawing`, `../drawings/drawing${number}.xml`]]));
    files.set(`xl/drawings/drawing${number}.xml`, drawingXml(sheet.charts));
    const first = charts.length + 1;
    charts.push(...sheet.charts.map(({ chart }) => chartXml(chart, book.fonts)));
    const targets = sheet.charts.map((_, place) => [`${OFFICE}/chart`, `../charts/chart${first + place}.xml`] as const);
    files.set(`xl/drawings/_rels/drawing${number}.xml.rels`, relations(targets));
  }
  for (const [index, chart] of charts.entries()) files.set(`xl/charts/chart${index + 1}.xml`, chart);
  files.set('xl/workbook.xml', workbookXml(book));
  files.set('xl/styles.xml', styles.xml());
  files.set('xl/sharedStrings.xml', texts.xml());
  files.set('xl/_rels/workbook.xml.rels', workbookRelations(book.sheets));
  files.set('docProps/core.xml', coreXml(book));
  files.set(
    '_rels/.rels',
    relations([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
  );
  const types = contentTypes(book.sheets.length, drawings, charts.length);
  return zipped([{ path: '[Content_Types].xml', content: types }, ...[...files].map(([path, content]) => ({ path, content }))]);
}

function workbookXml({ sheets, names }: Book): string {
  const listed = sheets.map(({ name }, index) => element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }));
  const defined = [...names.map(nameXml), ...sheets.flatMap(printNames)];
  return xmlFile(
    element(
      'workbook',
      { xmlns: MAIN, 'xmlns:r': OFFICE },
      element('bookViews', {}, element('workbookView', { activeTab: 0 })),
      element('sheets', {}, ...listed),
      ...(defined.length === 0 ? [] : [element('definedNames', {}, ...defined)]),
      element('calcPr', { calcId: 0, fullCalcOnLoad: 1 }),
    ),
  );
}

function nameXml({ name, refersTo }: DefinedName): string {
  return element('definedName', { name }, xmlText(refersTo));
}

/** What is printed of a sheet, and which rows stand on top of each page. */
function printNames({ name, rows, printedColumns, repeatedRows }: Sheet, index: number): readonly string[] {
  const own = (key: string, range: string) => element('definedName', { name: key, localSheetId: index }, xmlText(onSheet(name, range)));
  return [
    ...(printedColumns === undefined ? [] : [own('_xlnm.Print_Area', `$A$1:$${columnLetters(printedColumns - 1)}$${rows.length}`)]),
    ...(repeatedRows === undefined ? [] : [own('_xlnm.Print_Titles', `$${repeatedRows[0]}:$${repeatedRows[1]}`)]),
  ];
}

function workbookRelations(sheets: readonly Sheet[]): string {
  return relations([
    ...sheets.map((_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
    [`${OFFICE}/styles`, 'styles.xml'],
    [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
  ]);
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(([Type, Target], index) => element('Relationship', { Id: `rId${index + 1}`, Type, Target }));
  return xmlFile(element('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...each));
}

/** No time and no person stands in it. */
function coreXml({ title, language }: Book): string {
  return xmlFile(
    element(
      'cp:coreProperties',
      { 'xmlns:cp': `${PACKAGE}/metadata/core-properties`, 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
      element('dc:title', {}, xmlText(title)),
      element('dc:language', {}, xmlText(language)),
    ),
  );
}

function contentTypes(sheets: number, drawings: readonly number[], charts: number): string {
  const part = (PartName: string, ContentType: string) => element('Override', { PartName, ContentType });
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return xmlFile(
    element(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      part('/xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`),
      part('/xl/styles.xml', `${SHEET_TYPE}.styles+xml`),
      part('/xl/sharedStrings.xml', `${SHEET_TYPE}.sharedStrings+xml`),
      part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      ...numbers(sheets).map((number) => part(`/xl/worksheets/sheet${number}.xml`, `${SHEET_TYPE}.worksheet+xml`)),
      ...drawings.map((number) => part(`/xl/drawings/drawing${number}.xml`, `${DRAWING_TYPE}.drawing+xml`)),
      ...numbers(charts).map((number) => part(`/xl/charts/chart${number}.xml`, `${DRAWING_TYPE}.drawingml.chart+xml`)),
    ),
  );
}
