import type { Step } from '../../../chapter/index.js';
import { columnPlaces, nameWithUnit, rowsHead, symbolicMath } from '../../../document/index.js';
import type { Formula } from '../../../formula/index.js';
import { maximum } from '../../../number/index.js';
import { linearMath } from '../../model/linear-math.js';
import { address } from '../file/address.js';
import type { Cell, Row, Sheet } from '../file/book.js';
import { createSheetBuilder, linesOf, text } from '../file/sheet-builder.js';
import { inOneRow } from '../live/live-formulas.js';
import { type ExamplePlaces, sheetRow, TABLE_HEAD_ROWS, type TablePlaces, tableRange } from '../live/places.js';
import { LOOKS } from '../words/looks.js';
import { type FilledColumn, filledColumn } from './filled-down.js';
import { cell, groupedFigures } from './layout.js';
import { cellValue, chosen, type FixedFor, fixedReport, liveContent, quotedText, type Setting, safePlaces, shownAs } from './setting.js';

/** Decimals in a table of rounds, as on the pages. */
const MOST_PLACES = 4;
const FEWEST_PLACES = 2;
/** Digits that a spreadsheet keeps of a figure. */
const KEPT_DIGITS = 15;
const COUNT_WIDTH = 9;
const FIGURE_WIDTH = 16;
const GAP_WIDTH = 3;
/** Beyond it a program shows a figure with a power of ten. */
const MOST_WIDTH = 36;
/** Small letters of a head that a column takes. */
const SMALL_WIDTH = 22;

/** The rounds of an example, a row for each: rounded figures, then those with all digits, then what is looked for row by row. */
export function roundsSheet(place: ExamplePlaces, table: TablePlaces, setting: Setting): Sheet {
  const { voice } = setting;
  const owner = place.example.example.name;
  const writer = createWriter(place, table, setting);
  const rows = Array.from({ length: table.last + 1 }, (_, row): Row => ({ cells: writer.row(row) }));
  for (const [column, at] of table.exact) {
    const name = place.names.get(column);
    if (name !== undefined) setting.define({ name, refersTo: tableRange(table, at, 0, table.last) });
  }
  const lastRow = place.example.rounds?.lastRow ?? 0;
  if (Math.max(lastRow, table.asked) > table.last) setting.report({ code: 'table-cut', exercise: owner, row: table.last });
  const width = Math.max(...[...table.exact.values()], ...[...table.conditions.values()].map(({ column }) => column)) + 1;
  const wide = widestFigures(place, table);
  const widths = Array.from({ length: width }, (_, column) =>
    column === 0 ? COUNT_WIDTH : column === table.shown.size + 1 ? GAP_WIDTH : (wide.get(column) ?? FIGURE_WIDTH),
  );
  const notes = [
    ...(isAsked(owner, setting) ? [voice.say('sheet-note-open')] : []),
    voice.say('sheet-more-rows', { row: String(table.last) }),
  ];
  const printed = table.shown.size + 1;
  const head = createSheetBuilder(widths);
  head.add([cell(0, LOOKS.title, table.sheet)], 30);
  head.add([cell(0, LOOKS.note, notes.join(voice.shared.spaced ? ' ' : ''), printed)]);
  return {
    name: table.sheet,
    widths,
    rows: [...head.rows, headRow(place, table, setting), ...rows],
    merges: head.merges,
    frozenRows: TABLE_HEAD_ROWS,
    landscape: table.shown.size > 5,
    printedColumns: printed,
    repeatedRows: [1, TABLE_HEAD_ROWS],
    isProtected: true,
    lists: [],
    highlights: groupedFigures(printed, sheetRow(table.last)),
    links: [],
    charts: [],
  };
}

/** Room for the longest figure of each column with the signs between its digits, its decimals and its border. */
function widestFigures({ example }: ExamplePlaces, table: TablePlaces): ReadonlyMap<number, number> {
  return new Map(
    [...table.shown].map(([name, column]) => {
      const amounts = [0, table.last].flatMap((row) => {
        const value = example.rounds?.cell(name, row);
        return typeof value === 'object' ? [value.amount.abs()] : [];
      });
      const digits = Math.max(1, ...amounts.map((amount) => amount.e + 1));
      return [column, Math.max(FIGURE_WIDTH, Math.min(MOST_WIDTH, Math.ceil(digits * 1.4) + MOST_PLACES + 4))];
    }),
  );
}

function headRow(place: ExamplePlaces, table: TablePlaces, setting: Setting): Row {
  const { voice } = setting;
  const owner = place.example.example.name;
  const cells: (Cell | undefined)[] = [{ style: LOOKS.sectionEnd, content: text(rowsHead(owner, voice)) }];
  for (const { name, unit } of place.example.rounds?.columns ?? []) {
    const head = nameWithUnit(voice.quantityName(owner, name), unit, voice);
    cells[table.shown.get(name) ?? 0] = { style: LOOKS.sectionEnd, content: text(head) };
    cells[table.exact.get(name) ?? 0] = {
      style: LOOKS.digitsHead,
      content: text(voice.say('sheet-digits-of', { name: voice.quantityName(owner, name) })),
    };
  }
  for (const { column, formula } of table.conditions.values()) {
    cells[column] = { style: LOOKS.digitsHead, content: text(linearMath(symbolicMath(formula, { voice, example: owner }))) };
  }
  const lines = Math.max(
    ...Array.from(cells, (cell) =>
      cell?.content?.kind === 'text' ? linesOf(cell.content.text, cell.style === LOOKS.digitsHead ? SMALL_WIDTH : FIGURE_WIDTH) : 1,
    ),
  );
  return { height: Math.min(120, lines * 15 + 6), cells: Array.from(cells) };
}

interface RowWriter {
  row(row: number): readonly (Cell | undefined)[];
}

/** Writes one column into the cells of a row. */
type ColumnWriter = (row: number, cells: (Cell | undefined)[]) => void;

function createWriter(place: ExamplePlaces, table: TablePlaces, setting: Setting): RowWriter {
  const example = chosen(place, setting);
  let groups = 0;
  const fill = (column: number, last: number, write: (row: number) => string, onFixed: (row: FixedFor) => void = () => undefined) => {
    groups += 1;
    return filledColumn({ group: groups - 1, column, last, write, onFixed });
  };
  const writers = [
    countWriter(table, fill),
    ...(example.example.rounds?.row ?? []).map((step) => columnWriter(step, place, table, setting, fill)),
    ...[...table.conditions.values()].map((condition) => conditionWriter(condition, place, table, setting, fill)),
  ];
  return {
    row: (row) => {
      const cells: (Cell | undefined)[] = [];
      for (const write of writers) write(row, cells);
      return Array.from(cells);
    },
  };
}

type Fill = (column: number, last: number, write: (row: number) => string, onFixed?: (row: FixedFor) => void) => FilledColumn;

function countWriter({ last }: TablePlaces, fill: Fill): ColumnWriter {
  const counted = fill(0, last, (row) => `A${sheetRow(row - 1)}+1`);
  return (row, cells) => {
    cells[0] = { style: LOOKS.count, content: row === 0 ? { kind: 'number', value: 0 } : counted.content(row, row) };
  };
}

function columnWriter({ name, formula }: Step, place: ExamplePlaces, table: TablePlaces, setting: Setting, fill: Fill): ColumnWriter {
  const { looks, live, edition } = setting;
  const owner = place.example.example.name;
  const { rounds } = chosen(place, setting);
  const values = Array.from({ length: table.last + 1 }, (_, row) => rounds?.cell(name, row));
  const amounts = values.flatMap((value) => (typeof value === 'object' ? [value.amount.abs()] : []));
  const largest = amounts.length === 0 ? undefined : maximum(amounts);
  const needed = columnPlaces(amounts, MOST_PLACES);
  // Whole figures may get decimals when others change; until then none is shown.
  const places = safePlaces(Math.max(needed, FEWEST_PLACES), largest);
  const style = looks.figure(needed < FEWEST_PLACES ? undefined : places);
  if (amounts.some((amount) => amount.e >= KEPT_DIGITS)) setting.report({ code: 'digits-cut', exercise: `${owner}.${name}` });
  const [shown, exact] = [table.shown.get(name) ?? 0, table.exact.get(name) ?? 0];
  const start = place.example.example.rounds?.start.find((one) => one.name === name)?.formula;
  const from = firstAsked(owner, name, setting);
  const report = fixedReport(`${owner}.${name}`, setting);
  const inRow = (row: number) => live.underReadings(name, live.inRow(formula, owner, row), owner, row);
  const open = quotedText(setting.voice.say('sheet-open'));
  const openWord = edition === 'student' ? setting.voice.say('sheet-open') : undefined;
  const { unit } = rounds?.columns.find((column) => column.name === name) ?? {};
  const showing = shownAs(unit, places);
  const rounding = (row: number) => {
    const rounded = showing.formula(address(exact, sheetRow(row)));
    return edition === 'student' ? `IFERROR(${rounded},${open})` : rounded;
  };
  const lastWorked = Math.min(table.last, from - 1);
  const openFrom = setting.open.firstRow(name, owner);
  const [digits, rounded] = [fill(exact, lastWorked, inRow, report), fill(shown, lastWorked, rounding)];
  return (row, cells) => {
    const value = row >= openFrom ? undefined : values[row];
    if (row >= from) return leaveOpen(row, [shown, exact], cells, setting);
    const seen = typeof value === 'object' ? showing.value(value.amount) : openWord;
    if (row > 0) {
      cells[exact] = { style: LOOKS.digits, content: digits.content(row, cellValue(value)) };
      cells[shown] = { style, content: rounded.content(row, seen) };
    } else if (start !== undefined) {
      cells[exact] = { style: LOOKS.digits, content: liveContent(() => live.outside(start, owner), cellValue(value), report) };
      cells[shown] = { style, content: { kind: 'formula', formula: rounding(0), value: seen } };
    } else cells[shown] = { style };
  };
}

/** Cells that a student fills in: what stands there is the figure with all digits. */
function leaveOpen(row: number, [shown, exact]: readonly [number, number], cells: (Cell | undefined)[], { looks }: Setting): void {
  const seen = address(shown, sheetRow(row));
  cells[shown] = { style: looks.open };
  cells[exact] = { style: LOOKS.digits, content: { kind: 'formula', formula: `IF(ISBLANK(${seen}),NA(),${seen})`, value: undefined } };
}

function conditionWriter(
  { column, formula }: { readonly column: number; readonly formula: Formula },
  place: ExamplePlaces,
  table: TablePlaces,
  setting: Setting,
  fill: Fill,
): ColumnWriter {
  const owner = place.example.example.name;
  const example = chosen(place, setting);
  const openFrom = setting.open.firstRowOf(formula, owner);
  const holds = fill(column, table.last, (row) => setting.live.inRow(formula, owner, row));
  return (row, cells) => {
    if (row === 0) return;
    const value = row >= openFrom ? undefined : cellValue(example.valueOf(inOneRow(formula, row), row));
    cells[column] = { style: LOOKS.digits, content: holds.content(row, value) };
  };
}

/** The first row in which an exercise asks for the column; from there on it is left open. */
function firstAsked(example: string, column: string, { asked }: Setting): number {
  const key = `${example}.${column}[`;
  const rows = [...asked].flatMap((one) => (one.startsWith(key) ? [Number(one.slice(key.length, -1))] : []));
  return Math.min(Number.POSITIVE_INFINITY, ...rows);
}

function isAsked(example: string, { asked }: Setting): boolean {
  return [...asked].some((one) => one.startsWith(`${example}.`) && one.endsWith(']'));
}
