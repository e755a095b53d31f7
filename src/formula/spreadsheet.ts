import { COLUMN_FUNCTIONS } from './column-functions.js';
import { type ColumnRows, columnRows } from './column-rows.js';
import { FUNCTIONS, parameterAt } from './functions.js';
import type { BeforeNode, BinaryNode, CallNode, CellNode, Formula, NameNode, NumberNode, RowsNode } from './nodes.js';

/** How a spreadsheet writes what a formula names. All methods may throw `NotOnSheet`. */
export interface SpreadsheetNames {
  name(node: NameNode): string;
  before(node: BeforeNode): string;
  /** `row` is the text that gives the number of the row. */
  cell(node: CellNode, row: string | 'last'): string;
  /** `first(…)` or `count(…)`. */
  rows(node: RowsNode): string;
  /** The range of a column, from row 1 to the last where no rows are named; bounds are the texts that give their numbers. */
  column(node: NameNode, rows: ColumnRows, bounds: readonly string[]): string;
}

/** Thrown where a formula asks for a row that the table of a spreadsheet does not have, or is found by trying, which no cell does. */
export class NotOnSheet extends Error {
  /** Absent where the figure is found by trying. */
  constructor(readonly row?: number) {
    super(row === undefined ? 'no cell tries figures' : `row ${row} is not on the sheet`);
  }
}

/**
 * The formula as a spreadsheet writes it, without `=` in front. The functions have the names that files hold in any language. Powers and
 * signs stand in brackets, since spreadsheets take -2^2 for 4; `and` and `or` look at their right side only where they must.
 */
export function spreadsheetFormula(formula: Formula, names: SpreadsheetNames): string {
  switch (formula.kind) {
    case 'number':
      return numberText(formula);
    case 'name':
      return names.name(formula);
    case 'before':
      return names.before(formula);
    case 'cell':
      return names.cell(formula, formula.row === 'last' ? 'last' : spreadsheetFormula(formula.row, names));
    case 'negate':
      return `(-${operand(formula.operand, names)})`;
    case 'not':
      return `NOT(${spreadsheetFormula(formula.operand, names)})`;
    case 'binary':
      return binaryText(formula, names);
    case 'call':
      return callText(formula, names);
    case 'first':
    case 'count':
      return names.rows(formula);
    case 'solve':
      throw new NotOnSheet();
  }
}

/** As many digits as a spreadsheet keeps. */
const DIGITS = 15;

function numberText({ amount }: NumberNode): string {
  const text = amount.toSignificantDigits(DIGITS).toFixed();
  return text.startsWith('-') ? `(${text})` : text;
}

/** `1+2` inside a longer formula stands in brackets. */
function operand(formula: Formula, names: SpreadsheetNames): string {
  const text = spreadsheetFormula(formula, names);
  return formula.kind === 'binary' && formula.operator !== '^' && !isLogical(formula) ? `(${text})` : text;
}

function binaryText({ operator, left, right }: BinaryNode, names: SpreadsheetNames): string {
  switch (operator) {
    case 'and':
      return `IF(${spreadsheetFormula(left, names)},${spreadsheetFormula(right, names)},FALSE())`;
    case 'or':
      return `IF(${spreadsheetFormula(left, names)},TRUE(),${spreadsheetFormula(right, names)})`;
    case '^':
      return `(${operand(left, names)}^${operand(right, names)})`;
    case '*':
      return `${factor(left, names)}*${operand(right, names)}`;
    case '/':
      return `${factor(left, names)}/${operand(right, names)}`;
    case '!=':
      return `${term(left, names)}<>${term(right, names)}`;
    case '+':
      return `${term(left, names)}+${term(right, names)}`;
    case '-':
      return `${term(left, names)}-${isProduct(right) ? spreadsheetFormula(right, names) : operand(right, names)}`;
    default:
      return `${term(left, names)}${operator}${term(right, names)}`;
  }
}

/** The left side of a product needs no brackets when it is one itself. */
function factor(formula: Formula, names: SpreadsheetNames): string {
  return isProduct(formula) ? spreadsheetFormula(formula, names) : operand(formula, names);
}

/** A side of a sum or a comparison needs no brackets when it is a sum (on the left) or a product. */
function term(formula: Formula, names: SpreadsheetNames): string {
  return isProduct(formula) || isSum(formula) ? spreadsheetFormula(formula, names) : operand(formula, names);
}

function isProduct(formula: Formula): boolean {
  return formula.kind === 'binary' && (formula.operator === '*' || formula.operator === '/');
}

function isSum(formula: Formula): boolean {
  return formula.kind === 'binary' && (formula.operator === '+' || formula.operator === '-');
}

function isLogical({ operator }: BinaryNode): boolean {
  return operator === 'and' || operator === 'or';
}

function callText(node: CallNode, names: SpreadsheetNames): string {
  if (node.ofColumn) {
    const rows = columnRows(node);
    const bounds = [rows.from, rows.to].flatMap((row) => (row === undefined ? [] : spreadsheetFormula(row, names)));
    return COLUMN_FUNCTIONS[node.function].spreadsheet(names.column(rows.column, rows, bounds));
  }
  const of = (parameter: string) => node.arguments.filter((_, index) => parameterAt(node.function, index) === parameter);
  return FUNCTIONS[node.function].spreadsheet({
    numbers: [...of('figure'), ...of('pure-number')].map((argument) => spreadsheetFormula(argument, names)),
    conditions: of('condition').map((argument) => spreadsheetFormula(argument, names)),
  });
}
