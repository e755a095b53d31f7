import { type Example, formulaOf } from '../../../chapter/index.js';
import type { EvaluatedChapter, EvaluatedExample } from '../../../evaluate/index.js';
import { type Exercise, numericAnswers } from '../../../exercises/index.js';
import { type ColumnCall, columnRows, type Formula, visitFormula } from '../../../formula/index.js';

/** How far the table of an example goes on its sheet. */
export interface RowPlan {
  /** The last row of the sheet. */
  readonly last: number;
  /** The last row that the example or a formula about it asks for. */
  readonly asked: number;
}

/** Rows beyond the last one that is asked for, so that changed figures still find theirs. */
const SPARE_SHARE = 0.25;
const FEWEST_SPARE = 10;

/** The rows of each example with rounds, by its name: as many as its formulas ask for and some to spare, at most `cap`. */
export function planRows(chapter: EvaluatedChapter, exercises: readonly Exercise[], cap: number): ReadonlyMap<string, RowPlan> {
  const asked = askedRows(chapter, exercises);
  return new Map(
    [...chapter.examples.values()].flatMap((example) => {
      const { name, rounds } = example.example;
      if (example.rounds === undefined || rounds === undefined) return [];
      const wanted = [example.rounds.lastRow, ...(asked.get(name) ?? [])];
      const within = Math.max(0, ...wanted.filter((row) => row <= cap));
      const end =
        wanted.some((row) => row > cap) && example.rounds.lastRow > cap
          ? cap
          : within + Math.max(FEWEST_SPARE, Math.ceil(within * SPARE_SHARE));
      return [[name, { last: lastWithValues(example, Math.min(cap, rounds.limit, end)), asked: Math.max(...wanted) }]];
    }),
  );
}

/** The last row up to `end` above which no row fails. */
function lastWithValues({ rounds }: EvaluatedExample, end: number): number {
  for (let row = 1; row <= end; row += 1) {
    if (rounds?.columns.some(({ name }) => rounds.cell(name, row) === undefined)) return row - 1;
  }
  return end;
}

/** The rows for which the formulas of a chapter ask, by the example that has them. */
function askedRows(chapter: EvaluatedChapter, exercises: readonly Exercise[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const note = (example: string | undefined, row: number | undefined) => {
    if (example !== undefined && row !== undefined && Number.isInteger(row)) found.set(example, [...(found.get(example) ?? []), row]);
  };
  for (const [name, example] of chapter.examples) {
    for (const formula of formulasOf(example.example)) {
      visitFormula(formula, (node) => {
        if (node.kind === 'first') note(name, rowOf(example, node));
        if (node.kind === 'cell' && node.row !== 'last') note(node.example ?? name, rowOf(example, node.row));
        if (node.kind === 'count') note(name, example.rounds?.lastRow);
        if (node.kind === 'call' && node.ofColumn) note(name, lastRowTaken(node, example));
      });
    }
  }
  for (const { form } of exercises) {
    if (form.kind === 'table') note(form.example, form.rows.at(-1)?.row);
    for (const { formula } of numericAnswers(form)) {
      visitFormula(formula, (node) => {
        if (node.kind === 'cell' && node.row !== 'last' && node.row.kind === 'number') note(node.example, node.row.amount.toNumber());
      });
    }
  }
  return found;
}

/** The last row that a function of a column takes. */
function lastRowTaken(call: ColumnCall, example: EvaluatedExample): number | undefined {
  const { to } = columnRows(call);
  return to === undefined ? example.rounds?.lastRow : rowOf(example, to);
}

function rowOf(example: EvaluatedExample, formula: Formula): number | undefined {
  const value = example.valueOf(formula);
  return typeof value === 'object' ? value.amount.toNumber() : undefined;
}

/** Every formula of an example outside its rows. */
export function formulasOf({
  givens,
  conventions,
  unstated,
  steps,
  rounds,
  readings,
  money,
  promise,
  claims,
}: Example): readonly Formula[] {
  return [
    ...[...givens, ...conventions, ...unstated].flatMap(({ formula }) => formula ?? []),
    ...[...steps, ...(rounds?.start ?? []), ...readings.flatMap(({ replaces }) => replaces)].map(({ formula }) => formula),
    ...money.map(({ amount }) => amount),
    ...(promise === undefined ? [] : [promise.promised, promise.funded]),
    ...claims.filter(({ content }) => content.kind === 'figure' || !content.every).map(formulaOf),
  ];
}
