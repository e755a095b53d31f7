import type { EvaluatedChapter, EvaluatedExample } from '../../../evaluate/index.js';
import { type Formula, printFormula, visitFormula } from '../../../formula/index.js';
import { columnLetters, looksLikeCell, onSheet } from '../file/address.js';
import { formulasOf, type RowPlan } from './row-plan.js';

/** Where the figures of one example stand in its workbook, and by which names formulas call them. */
export interface ExamplePlaces {
  readonly example: EvaluatedExample;
  readonly sheet: string;
  /** Names of givens, steps and columns, each with the name that the workbook defines for it. */
  readonly names: ReadonlyMap<string, string>;
  /** The name of the cell that tells which reading is worked out; absent = there is one only. */
  readonly reading?: string;
  readonly table?: TablePlaces;
}

/** The table of rounds: the rounded figures first, then those with all digits, then conditions row by row. */
export interface TablePlaces extends RowPlan {
  readonly sheet: string;
  /** Columns of the sheet, from 0 on, in which a column of the example stands rounded. */
  readonly shown: ReadonlyMap<string, number>;
  readonly exact: ReadonlyMap<string, number>;
  /** Conditions that are looked at in each row, by their printed formula. */
  readonly conditions: ReadonlyMap<string, { readonly column: number; readonly formula: Formula }>;
}

/** Rows above the start row of a table. */
export const TABLE_HEAD_ROWS = 3;

/** The row of the sheet in which a row of the table stands. */
export function sheetRow(row: number): number {
  return TABLE_HEAD_ROWS + 1 + row;
}

/** The range of a column of the sheet from one row of the table to another. */
export function tableRange({ sheet }: TablePlaces, column: number, from: number, to: number): string {
  const letters = columnLetters(column);
  return onSheet(sheet, `$${letters}$${sheetRow(from)}:$${letters}$${sheetRow(to)}`);
}

/** `sheets` names the sheets of an example: that of its sums and that of its rounds. */
export function placeExamples(
  chapter: EvaluatedChapter,
  plans: ReadonlyMap<string, RowPlan>,
  sheets: (example: string) => { readonly sums: string; readonly rounds: string },
): ReadonlyMap<string, ExamplePlaces> {
  const taken = new Set<string>();
  return new Map([...chapter.examples].map(([name, example]) => [name, placeExample(example, plans.get(name), sheets(name), taken)]));
}

function placeExample(
  example: EvaluatedExample,
  plan: RowPlan | undefined,
  sheets: { readonly sums: string; readonly rounds: string },
  taken: Set<string>,
): ExamplePlaces {
  const { name, readings } = example.example;
  const columns = example.rounds?.columns.map((column) => column.name) ?? [];
  const names = new Map([...example.quantities.keys(), ...columns].map((own) => [own, definedName(`${name}_${own}`, taken)]));
  return {
    example,
    sheet: sheets.sums,
    names,
    ...(readings.length === 0 ? {} : { reading: definedName(`${name}_reading`, taken) }),
    ...(plan === undefined ? {} : { table: placeTable(example, columns, plan, sheets.rounds) }),
  };
}

function placeTable(example: EvaluatedExample, columns: readonly string[], plan: RowPlan, sheet: string): TablePlaces {
  const exactFrom = columns.length + 2;
  const conditions = new Map<string, { column: number; formula: Formula }>();
  for (const formula of conditionsOf(example)) {
    const key = printFormula(formula);
    if (!conditions.has(key)) conditions.set(key, { column: exactFrom + columns.length + conditions.size, formula });
  }
  return {
    ...plan,
    sheet,
    shown: new Map(columns.map((column, index) => [column, index + 1])),
    exact: new Map(columns.map((column, index) => [column, exactFrom + index])),
    conditions,
  };
}

/** What is looked for row by row: in `first(row where …)` and `count(row where …)`, at the end of the table, and in claims about every row. */
function conditionsOf({ example }: EvaluatedExample): readonly Formula[] {
  const found: Formula[] = [];
  for (const formula of formulasOf(example)) {
    visitFormula(formula, (node) => {
      if (node.kind === 'first' || node.kind === 'count') found.push(node.condition);
    });
  }
  const { rounds } = example;
  if (rounds !== undefined && 'until' in rounds.length) found.push(rounds.length.until);
  const everyRow = example.claims.flatMap(({ content }) => (content.kind === 'statement' && content.every ? [content.says] : []));
  return [...found, ...everyRow];
}

/** A name that spreadsheets take: letters, digits and `_`; no cell is called so, and no other name differs from it in capitals alone. */
function definedName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[^A-Za-z0-9_]/g, '_');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? plain : `${plain}_${number}`;
    if (looksLikeCell(name) || taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
