import { address, columnLetters } from './address.js';
import type { Cell, Content, FormulaValue, Row, Sheet } from './book.js';
import { highlightIndex, type StyleSheet } from './styles.js';
import type { SharedTexts } from './texts.js';
import { cellText, element, xmlFile, xmlText } from './xml.js';

export interface SheetParts {
  readonly styles: StyleSheet;
  readonly texts: SharedTexts;
  /** Stands in place of every figure that a formula gives; absent = the figures. Only for tests: what is left of it was not recalculated. */
  readonly poison?: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DEFAULT_HEIGHT = 16;

/** One sheet; the parts stand in the order that the format asks for. `isFirst` is the one that opens. */
export function sheetXml(sheet: Sheet, parts: SheetParts, isFirst: boolean): string {
  const widest = Math.max(1, ...sheet.rows.map(({ cells }) => cells.length));
  return xmlFile(
    element(
      'worksheet',
      { xmlns: MAIN, 'xmlns:r': RELATIONS },
      element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 })),
      element('dimension', { ref: `A1:${address(widest - 1, Math.max(1, sheet.rows.length))}` }),
      element('sheetViews', {}, viewXml(sheet, isFirst)),
      element('sheetFormatPr', { defaultRowHeight: DEFAULT_HEIGHT, customHeight: 1 }),
      columnsXml(sheet.widths),
      element('sheetData', {}, ...sheet.rows.map((row, index) => rowXml(row, index + 1, parts))),
      ...(sheet.isProtected ? [element('sheetProtection', { sheet: 1, objects: 1, scenarios: 1, formatColumns: 0, formatRows: 0 })] : []),
      ...several(
        'mergeCells',
        sheet.merges.map((ref) => element('mergeCell', { ref })),
      ),
      ...sheet.highlights.map((one, index) =>
        element(
          'conditionalFormatting',
          { sqref: one.range },
          element(
            'cfRule',
            { type: 'expression', dxfId: highlightIndex(one.look), priority: index + 1 },
            element('formula', {}, xmlText(one.formula)),
          ),
        ),
      ),
      ...several(
        'dataValidations',
        sheet.lists.map(({ range, from }) =>
          element(
            'dataValidation',
            { type: 'list', allowBlank: 1, showErrorMessage: 1, sqref: range },
            element('formula1', {}, xmlText(from)),
          ),
        ),
      ),
      ...several(
        'hyperlinks',
        sheet.links.map(({ cell, sheet: target }) =>
          element('hyperlink', { ref: cell, location: `'${target.replaceAll("'", "''")}'!A1`, display: target }),
        ),
        false,
      ),
      element('printOptions', { horizontalCentered: 1 }),
      element('pageMargins', { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 }),
      element('pageSetup', { paperSize: 9, orientation: sheet.landscape ? 'landscape' : 'portrait', fitToWidth: 1, fitToHeight: 0 }),
      element('headerFooter', {}, element('oddFooter', {}, '&amp;L&amp;A&amp;R&amp;P / &amp;N')),
      ...(sheet.charts.length === 0 ? [] : [element('drawing', { 'r:id': 'rId1' })]),
    ),
  );
}

function viewXml({ frozenRows }: Sheet, isFirst: boolean): string {
  const top = address(0, frozenRows + 1);
  const frozen =
    frozenRows === 0
      ? []
      : [
          element('pane', { ySplit: frozenRows, topLeftCell: top, activePane: 'bottomLeft', state: 'frozen' }),
          element('selection', { pane: 'bottomLeft', activeCell: top, sqref: top }),
        ];
  return element('sheetView', { showGridLines: 0, ...(isFirst ? { tabSelected: 1 } : {}), workbookViewId: 0 }, ...frozen);
}

function columnsXml(widths: readonly number[]): string {
  const columns = widths.map((width, index) => element('col', { min: index + 1, max: index + 1, width, customWidth: 1 }));
  return columns.length === 0 ? '' : element('cols', {}, ...columns);
}

function rowXml({ height, cells }: Row, number: number, parts: SheetParts): string {
  const written = cells.map((cell, column) => (cell === undefined ? '' : cellXml(cell, `${columnLetters(column)}${number}`, parts)));
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${tall}>${written.join('')}</row>`;
}

/** Written by hand, for a long table has a hundred thousand of them. */
function cellXml({ style, content }: Cell, place: string, { styles, texts, poison }: SheetParts): string {
  const literal = content?.kind === 'text' && /^[=+\-@\t\r]/.test(content.text);
  const head = `<c r="${place}" s="${styles.indexOf(style, literal)}"`;
  if (content === undefined) return `${head}/>`;
  switch (content.kind) {
    case 'text':
      return `${head} t="s"><v>${texts.indexOf(content.text)}</v></c>`;
    case 'number':
      return `${head}><v>${content.value}</v></c>`;
    case 'formula':
      return formulaXml(content, head, poison);
  }
}

function formulaXml({ formula, value, fill }: Content & { readonly kind: 'formula' }, head: string, poison: number | undefined): string {
  const written =
    fill === undefined
      ? `<f>${xmlText(formula)}</f>`
      : fill.range === undefined
        ? `<f t="shared" si="${fill.group}"/>`
        : `<f t="shared" ref="${fill.range}" si="${fill.group}">${xmlText(formula)}</f>`;
  if (poison !== undefined) return `${head}>${written}<v>${poison}</v></c>`;
  return `${head}${valueType(value)}>${written}<v>${valueText(value)}</v></c>`;
}

function valueType(value: FormulaValue): string {
  switch (typeof value) {
    case 'number':
      return '';
    case 'string':
      return ' t="str"';
    case 'boolean':
      return ' t="b"';
    default:
      return ' t="e"';
  }
}

function valueText(value: FormulaValue): string {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'string':
      return cellText(value);
    case 'boolean':
      return value ? '1' : '0';
    default:
      return '#N/A';
  }
}

function several(name: string, children: readonly string[], isCounted = true): readonly string[] {
  return children.length === 0 ? [] : [element(name, isCounted ? { count: children.length } : {}, ...children)];
}
