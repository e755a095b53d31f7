import { invariant } from '../../../diagnostics/index.js';
import type { EvaluatedExample } from '../../../evaluate/index.js';
import {
  type CellNode,
  type ColumnRows,
  type Formula,
  type NameNode,
  NotOnSheet,
  numberNode,
  printFormula,
  replaceParts,
  type SpreadsheetNames,
  spreadsheetFormula,
} from '../../../formula/index.js';
import { amount, PURE_NUMBER } from '../../../number/index.js';
import { columnLetters } from '../file/address.js';
import { type ExamplePlaces, sheetRow, tableRange } from './places.js';

/** Writes formulas of the chapter as formulas of its workbook. */
export interface LiveFormulas {
  /** A formula outside the rows of `example`. Throws `NotOnSheet` where it asks for a row that the sheet does not have. */
  outside(formula: Formula, example: string): string;
  /** A formula in a row of its table. */
  inRow(formula: Formula, example: string, row: number): string;
  /** The definition of `name` under each reading of the example, as one formula; `plain` is what it is as the text stands. */
  underReadings(name: string, plain: string, example: string, row?: number): string;
}

export function liveFormulas(places: ReadonlyMap<string, ExamplePlaces>): LiveFormulas {
  const own = (example: string) => places.get(example) ?? missing(`an example ${example}`);
  const outside = (formula: Formula, example: string) => spreadsheetFormula(formula, namesOutside(own(example), own));
  const inRow = (formula: Formula, example: string, row: number) => spreadsheetFormula(formula, namesInRow(own(example), own, row));
  return {
    outside,
    inRow,
    underReadings: (name, plain, example, row) => {
      const { example: evaluated, reading } = own(example);
      const others = evaluated.example.readings.flatMap(({ replaces }, index) => {
        const formula = replaces.find((step) => step.name === name)?.formula;
        return formula === undefined
          ? []
          : [
              {
                number: index + 2,
                text: orNotAvailable(() => (row === undefined ? outside(formula, example) : inRow(formula, example, row))),
              },
            ];
      });
      return others.reduceRight((rest, { number, text }) => `IF(${reading}=${number},${text},${rest})`, plain);
    },
  };
}

/** A reading may ask for rows that the sheet does not have. */
function orNotAvailable(write: () => string): string {
  try {
    return write();
  } catch (failure) {
    if (failure instanceof NotOnSheet) return 'NA()';
    throw failure;
  }
}

type Owner = (example: string) => ExamplePlaces;

function namesOutside(place: ExamplePlaces, own: Owner): SpreadsheetNames {
  const { example } = place;
  const of = (node: NameNode | CellNode) => (node.example === undefined ? place : own(node.example));
  return {
    name: (node) => of(node).names.get(node.name) ?? missing(node.name),
    before: () => missing('the row above'),
    cell: (node, row) => cellText(of(node), node, row, example),
    rows: ({ kind, condition }) => (kind === 'first' ? firstText(place, condition) : countText(place, condition)),
    column: ({ name }, rows, bounds) => columnRange(place, name, rows, bounds),
  };
}

/** The range of a column: of a fixed one by its cells, else by the places at which its rows begin and end. */
function columnRange(place: ExamplePlaces, name: string, { from, to, firstRow }: ColumnRows, bounds: readonly string[]): string {
  const { example, table } = place;
  const { lastRow = 0 } = example.rounds ?? {};
  const rowOf = (bound: Formula) => {
    const value = example.valueOf(bound);
    return typeof value === 'object' ? value.amount.toNumber() : 0;
  };
  const start = firstRow(example.example.rounds?.start.some((one) => one.name === name) === true);
  const [first, last] = [from === undefined ? start : rowOf(from), to === undefined ? lastRow : rowOf(to)];
  if (table === undefined || last > table.last) throw new NotOnSheet(last);
  const until = to === undefined ? untilText(place) : undefined;
  const isFixed = [from, to].every((bound) => bound === undefined || bound.kind === 'number');
  if (until === undefined && isFixed) return tableRange(table, table.exact.get(name) ?? 0, first, last);
  const range = place.names.get(name) ?? missing(name);
  const at = (bound: Formula | undefined, written: string | undefined, other: string) =>
    `INDEX(${range},${bound === undefined || written === undefined ? other : bound.kind === 'number' ? first + 1 : `${written}+1`})`;
  const end = until === undefined ? String(lastRow + 1) : `${until}+1`;
  return `${at(from, bounds[0], String(start + 1))}:${at(to, bounds[1], end)}`;
}

/** In how many rows of the table the column of a condition is true. */
function countText(place: ExamplePlaces, condition: Formula): string {
  const { example, table } = place;
  const { lastRow = 0 } = example.rounds ?? {};
  const found = table?.conditions.get(printFormula(condition));
  if (table === undefined || found === undefined) return missing('rows');
  if (lastRow > table.last) throw new NotOnSheet(lastRow);
  const until = untilText(place);
  const whole = tableRange(table, found.column, 1, until === undefined ? lastRow : table.last);
  return `COUNTIF(${until === undefined ? whole : `INDEX(${whole},1):INDEX(${whole},${until})`},TRUE())`;
}

function namesInRow(place: ExamplePlaces, own: Owner, row: number): SpreadsheetNames {
  const { table } = place;
  const outside = namesOutside(place, own);
  const isOwn = (node: { readonly example?: string }) => node.example === undefined || node.example === place.example.example.name;
  const at = (column: string, sheetLine: number) => `$${columnLetters(table?.exact.get(column) ?? 0)}${sheetLine}`;
  return {
    ...outside,
    name: (node) => {
      if (node.example === undefined && node.name === 'row') return `$A${sheetRow(row)}`;
      return isOwn(node) && table?.exact.has(node.name) === true ? at(node.name, sheetRow(row)) : outside.name(node);
    },
    before: ({ column }) => at(column, sheetRow(row - 1)),
    // The range ends in the row above: one that held the cell itself would go round in a circle.
    cell: (node, index) => {
      if (!isOwn(node)) return outside.cell(node, index);
      const letters = columnLetters(table?.exact.get(node.column) ?? 0);
      return `INDEX($${letters}$${sheetRow(0)}:$${letters}${sheetRow(row - 1)},${index}+1)`;
    },
  };
}

/** `INDEX(ladder_price,3)` for row 2, which is the third of the range. */
function cellText({ example, names, table }: ExamplePlaces, node: CellNode, row: string | 'last', asking: EvaluatedExample): string {
  const range = names.get(node.column) ?? missing(node.column);
  const rounds = example.rounds;
  if (table === undefined || rounds === undefined) return missing('rows');
  if (node.row === 'last') {
    if (rounds.lastRow > table.last) throw new NotOnSheet(rounds.lastRow);
    const until = untilText({ example, names, table, sheet: '' });
    return until === undefined ? `INDEX(${range},${rounds.lastRow + 1})` : `INDEX(${range},${until}+1)`;
  }
  const value = asking.valueOf(node.row);
  const wanted = typeof value === 'object' ? value.amount.toNumber() : 0;
  if (wanted > table.last) throw new NotOnSheet(wanted);
  return node.row.kind === 'number' ? `INDEX(${range},${wanted + 1})` : `INDEX(${range},${row}+1)`;
}

/** The first row in which the column of a condition is true. */
function firstText({ example, table }: ExamplePlaces, condition: Formula): string {
  const value = example.valueOf({ kind: 'first', condition, span: condition.span });
  const found = table?.conditions.get(printFormula(condition));
  if (table === undefined || found === undefined) return missing('rows');
  if (typeof value === 'object' && value.amount.greaterThan(table.last)) throw new NotOnSheet(value.amount.toNumber());
  return `MATCH(TRUE(),${tableRange(table, found.column, 1, table.last)},0)`;
}

/** The last row of a table that ends where a condition holds; undefined for one of a fixed length. */
function untilText(place: ExamplePlaces): string | undefined {
  const length = place.example.example.rounds?.length;
  return length !== undefined && 'until' in length ? firstText(place, length.until) : undefined;
}

/** `before.price` as the cell of the row above, so that a formula of one row can be worked out on its own. */
export function inOneRow(formula: Formula, row: number): Formula {
  return replaceParts(formula, (part) =>
    part.kind === 'before'
      ? { kind: 'cell', column: part.column, row: numberNode(amount(row - 1), PURE_NUMBER, part.span), span: part.span }
      : part.kind === 'name' && part.example === undefined && part.name === 'row'
        ? numberNode(amount(row), PURE_NUMBER, part.span)
        : undefined,
  );
}

function missing(what: string): never {
  invariant(false, `a sheet has ${what}`);
}
