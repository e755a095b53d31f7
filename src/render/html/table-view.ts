import type { Inline, Table } from '../../document/index.js';
import type { FieldMarks } from './field-marks.js';
import { inlineViews, plainText } from './inline-view.js';
import { textWidth } from './text-width.js';

/**
 * A table with the width of its columns; `id` names it by its caption. Where a phone cannot show one, its rows become cards if they have
 * fields or sentences; rows of figures stay side by side and scroll, reachable by keyboard.
 */
export function tableView(table: Table, id: string, marks?: FieldMarks) {
  const headsRow = (column: number) => table.rowHeads && column === 0;
  const columns = table.columns.map((_, column) => [table.head[column] ?? [], ...table.rows.map((cells) => cells[column] ?? [])]);
  const need = Math.ceil(sum(columns.map(columnNeed)));
  const isWide = need > PHONE && sum(columns.map((cells, column) => leastWidth(cells, unbrokenIn(table.columns[column])))) > PHONE;
  const isCards = isWide && table.rows.flat().some(hasFieldOrSentence);
  return {
    id,
    caption: inlineViews(table.caption),
    hasCaption: table.caption.length > 0,
    isWide: isWide && !isCards,
    isCards,
    need: Math.min(need, FULL_LINE),
    columns: columnShares(table).map((share) => ({ share })),
    hasHead: table.head.some((inlines) => inlines.length > 0),
    head: table.head.map((inlines, column) => cellView(inlines, table.columns[column], true, marks)),
    rows: table.rows.map((cells) => ({
      cells: cells.map((inlines, column) => ({
        ...cellView(inlines, table.columns[column], headsRow(column), marks),
        headedBy: plainText(table.head[column] ?? []),
        isEmpty: inlines.length === 0,
      })),
    })),
  };
}

/** In em of a table's print: what a phone of 320 px shows at once inside a panel, and the line of a large screen. */
const PHONE = 16;
const FULL_LINE = 37;
/** In em: a cell up to this width is never broken; in a column as wide as its content, up to the second. */
const UNBROKEN = 5;
const UNBROKEN_TIGHT = 9;
const PADDING = 1;

type Column = Table['columns'][number] | undefined;

function cellView(inlines: readonly Inline[], column: Column, heads: boolean, marks: FieldMarks | undefined) {
  const width = textWidth(plainText(inlines));
  return {
    inlines: inlineViews(inlines, marks),
    align: column?.align ?? 'start',
    isTight: width <= unbrokenIn(column),
    // An empty cell heads nothing.
    isHead: heads && inlines.length > 0,
  };
}

/** Least width in em at which a column can be set at all: what is never broken in it, or the smallest field. */
function leastWidth(cells: readonly (readonly Inline[])[], limit: number): number {
  return Math.max(...unbrokenParts(cells.map(plainText), limit).map(textWidth), cells.some(hasField) ? FIELD : 2) + PADDING;
}

const FIELD = 5;

/** Sentences are read one below the other; figures are compared. */
function hasFieldOrSentence(cell: readonly Inline[]): boolean {
  return hasField(cell) || textWidth(plainText(cell)) > SENTENCE;
}

const SENTENCE = 14;

function hasField(cell: readonly Inline[]): boolean {
  return cell.some((inline) => inline.kind === 'blank' || inline.kind === 'box' || ('children' in inline && hasField(inline.children)));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

/** Least width in em at which a column reads well: its longest word, and for running text more, so that it does not become a tower. */
function columnNeed(cells: readonly (readonly Inline[])[]): number {
  const texts = cells.map((inlines) => plainText(inlines));
  const widest = Math.max(0, ...texts.map(textWidth));
  const unbroken = unbrokenParts(texts, UNBROKEN);
  const comfortable = widest > 40 ? 13 : widest > 14 ? 8 : Math.min(widest, UNBROKEN);
  return Math.max(...unbroken.map(textWidth), comfortable, 3) + PADDING;
}

/** Whole texts up to `limit` em, and the words of longer ones. */
function unbrokenParts(texts: readonly string[], limit: number): readonly string[] {
  return texts.flatMap((text) => (textWidth(text) <= limit ? [text] : (text.match(UNBREAKABLE) ?? [])));
}

function unbrokenIn(column: Column): number {
  return column?.width === 0 ? UNBROKEN_TIGHT : UNBROKEN;
}

/** A word; Han characters may be parted. */
const UNBREAKABLE = /[^\s\u2E80-\u9FFF\uFF00-\uFF60]+/gu;

/** Percentages for the columns that have a width; those as wide as their content are left about a fifth of the line. */
function columnShares(table: Table): string[] {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const shared = table.columns.every((column) => column.width > 0) ? 100 : 80;
  return table.columns.map(({ width }) => (width === 0 ? '' : `${Math.round((width / total) * shared)}%`));
}
