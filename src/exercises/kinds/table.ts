import type { Task } from '../../chapter/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import { type Formula, printFormula } from '../../formula/index.js';
import { type Amount, type Quantity, roundHalfUp, type Unit } from '../../number/index.js';
import { commonPlaces, settled } from '../answer/default-places.js';
import { impossible, type Making } from '../answer/making.js';
import { makeAnswer } from '../answer/numeric-answer.js';
import { figures, type NumericAnswer } from '../model/answer.js';
import type { ExerciseKind } from './kind.js';
import { checkName, findRounds } from './named.js';
import { quantityFormula } from './quantity-formula.js';

export interface TableForm {
  readonly kind: 'table';
  readonly example: string;
  readonly each: string;
  readonly columns: readonly { readonly name: string; readonly unit: Unit; readonly formula?: Formula }[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly TableCell[] }[];
}

/** `none`: a column that has no value in this row (the start row, mostly). */
export type TableCell =
  | { readonly kind: 'shown'; readonly value: Quantity; readonly places: number }
  | { readonly kind: 'blank'; readonly answer: NumericAnswer }
  | { readonly kind: 'none' };

/** A table of rounds with blank cells. Cells that the start row does not define stay empty. */
export const table = {
  make: makeTable,
  written: ({ rows }) => figures(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'blank' ? cell.answer : [])))),
  carries: true,
} satisfies ExerciseKind<Task<'table'>, TableForm>;

function makeTable(task: Task<'table'>, making: Making): TableForm | undefined {
  const example = findRounds(task.example, making);
  const rounds = example?.rounds;
  if (example === undefined || rounds === undefined) return undefined;
  const known = rounds.columns.map(({ name }) => name);
  if (!task.columns.every((column) => checkName(column, 'a column of this table', known, making))) return undefined;
  const shown = task.columns.length === 0 ? known : task.columns.map(({ value }) => value);
  if (!task.blankColumns.every((column) => checkName(column, 'a column of this table', shown, making))) return undefined;
  const columns = shown.flatMap((name) => rounds.columns.find((column) => column.name === name) ?? []);
  const blankRows = task.blankRows ?? { from: 1, to: task.to };
  const sheet: Sheet = { example, values: new Map(), places: new Map(), making };
  const placesOf = new Map(shown.map((name) => [name, placesFor(name, task, sheet)]));
  const made: { row: number; cells: TableCell[] }[] = [];
  for (let row = task.from; row <= task.to; row += 1) {
    const cells: TableCell[] = [];
    for (const name of shown) {
      const asked = row >= Math.max(1, blankRows.from) && row <= blankRows.to && task.blankColumns.some(({ value }) => value === name);
      const cell = makeCell(name, row, placesOf.get(name) ?? 0, asked, sheet);
      if (cell === undefined) return undefined;
      cells.push(cell);
    }
    made.push({ row, cells });
  }
  const isAsked = made.some(({ cells }) => cells.some(({ kind }) => kind === 'blank'));
  if (!isAsked)
    return impossible(making, 'leaves no cell blank', 'Name columns under `blank:`, and rows that are shown under `blank-rows:`.');
  return { kind: 'table', example: task.example.value, each: rounds.each, columns, rows: made };
}

/** The table as the student has it so far: figures printed, and the places to which blanks are written. */
interface Sheet {
  readonly example: EvaluatedExample;
  readonly values: Map<string, Amount>;
  readonly places: Map<string, number>;
  readonly making: Making;
}

/** Rows are worked through from the top, so that a blank builds on the printed figures above it. */
function makeCell(name: string, row: number, places: number, asked: boolean, sheet: Sheet): TableCell | undefined {
  const { example, making, values } = sheet;
  const formula = quantityFormula(example.example.name, name, row, making.spec.span);
  const value = example.rounds?.cell(name, row);
  if (typeof value !== 'object' && row === 0) return { kind: 'none' };
  const key = printFormula(formula);
  if (typeof value === 'object' && !asked) {
    values.set(key, roundHalfUp(settled(value.amount), places));
    return { kind: 'shown', value, places };
  }
  sheet.places.set(key, places);
  const printed = { values, places: sheet.places };
  const answer = makeAnswer({ id: `${making.spec.name}.${name}.${row}`, formula, example, places, printed }, making);
  return answer === undefined ? undefined : { kind: 'blank', answer };
}

/** One number of decimals for a whole column; a column that is only shown has no more than its figures need. */
function placesFor(name: string, { from, to, blankColumns }: Task<'table'>, { example, making }: Sheet): number {
  const { places } = making.spec;
  if (places !== undefined && blankColumns.some(({ value }) => value === name)) return places;
  const needed = commonPlaces(Array.from({ length: to - from + 1 }, (_, index) => example.rounds?.cell(name, from + index)));
  return Math.min(needed, places ?? needed);
}
