import type { ExerciseTask } from '../../chapter/index.js';
import { suggest } from '../../diagnostics/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import { printFormula } from '../../formula/index.js';
import { type Amount, amount, baseUnit, PURE_NUMBER, roundHalfUp } from '../../number/index.js';
import type { Located } from '../../source/index.js';
import { defaultPlaces, settled } from '../answer/default-places.js';
import { type Making, makeAnswer } from '../answer/numeric-answer.js';
import type { ExerciseForm, TableCell } from '../model/exercise.js';
import { makeAxis } from './axis.js';
import { quantityFormula } from './dotted.js';

type Task<K extends ExerciseTask['kind']> = ExerciseTask & { readonly kind: K };

/** The example that an exercise names; a misspelt name is reported with the nearest. */
export function findExample(name: Located<string>, { chapter, report, spec }: Making): EvaluatedExample | undefined {
  const example = chapter.examples.get(name.value);
  if (example !== undefined) return example;
  const nearest = suggest(name.value, [...chapter.examples.keys()]);
  report({
    code: 'known-example',
    severity: 'error',
    message: `Exercise \`${spec.name}\` names an example \`${name.value}\` that this chapter does not have.`,
    span: name.span,
    hint: nearest === undefined ? `Examples: ${[...chapter.examples.keys()].join(', ')}.` : `Did you mean \`${nearest}\`?`,
  });
  return undefined;
}

/** A table of rounds with blank cells. Cells that the start row does not define stay empty. */
export function makeTable(task: Task<'table'>, making: Making): ExerciseForm | undefined {
  const example = withRounds(task.example, making);
  const rounds = example?.rounds;
  if (example === undefined || rounds === undefined) return undefined;
  const known = rounds.columns.map(({ name }) => name);
  if (!task.columns.every((column) => checkColumn(column, known, making))) return undefined;
  const shown = task.columns.length === 0 ? known : task.columns.map(({ value }) => value);
  if (!task.blankColumns.every((column) => checkColumn(column, shown, making))) return undefined;
  const columns = shown.flatMap((name) => rounds.columns.find((column) => column.name === name) ?? []);
  const blankRows = task.blankRows ?? { from: 1, to: task.to };
  const sheet: Sheet = { example, values: new Map(), places: new Map(), making };
  const placesOf = new Map(shown.map((name) => [name, columnPlaces(name, task, sheet)]));
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
function columnPlaces(name: string, { from, to, blankColumns }: Task<'table'>, { example, making }: Sheet): number {
  const { places } = making.spec;
  if (places !== undefined && blankColumns.some(({ value }) => value === name)) return places;
  let needed = 0;
  for (let row = from; row <= to; row += 1) {
    const value = example.rounds?.cell(name, row);
    if (typeof value === 'object') needed = Math.max(needed, defaultPlaces(value));
  }
  return Math.min(needed, places ?? needed);
}

export function makePlot(task: Task<'plot'>, making: Making): ExerciseForm | undefined {
  const example = withRounds(task.example, making);
  const rounds = example?.rounds;
  if (example === undefined || rounds === undefined) return undefined;
  const known = rounds.columns.map(({ name }) => name);
  const isRow = task.x.value === rounds.each || task.x.value === 'row';
  if (!checkColumn(task.y, known, making) || (!isRow && !checkColumn(task.x, known, making))) return undefined;
  const points: { x: Amount; y: Amount }[] = [];
  for (let row = task.from; row <= task.to; row += 1) {
    const y = rounds.cell(task.y.value, row);
    const x = isRow ? { amount: amount(row) } : rounds.cell(task.x.value, row);
    if (typeof x === 'object' && typeof y === 'object') points.push({ x: x.amount, y: y.amount });
    else if (row > 0) return plotsNothing([task.x.value, task.y.value], row, example, making);
  }
  if (points.length < 2) return impossible(making, 'needs at least two points to draw');
  const unitOf = (name: string) => rounds.columns.find((column) => column.name === name)?.unit ?? PURE_NUMBER;
  return {
    kind: 'plot',
    example: task.example.value,
    x: makeAxis(
      isRow ? rounds.each : task.x.value,
      isRow ? baseUnit(rounds.each) : unitOf(task.x.value),
      points.map(({ x }) => x),
      isRow,
    ),
    y: makeAxis(
      task.y.value,
      unitOf(task.y.value),
      points.map(({ y }) => y),
      false,
    ),
    points,
  };
}

/** A point that has no place is reported as the figure that is missing. */
function plotsNothing(names: readonly string[], row: number, example: EvaluatedExample, making: Making): undefined {
  for (const name of names) {
    if (!example.rounds?.columns.some((column) => column.name === name) || example.rounds.cell(name, row) !== undefined) continue;
    makeAnswer({ id: making.spec.name, formula: quantityFormula(example.example.name, name, row, making.spec.span), example }, making);
    return undefined;
  }
  return undefined;
}

function withRounds(name: Located<string>, making: Making): EvaluatedExample | undefined {
  const example = findExample(name, making);
  if (example === undefined || example.rounds !== undefined) return example;
  return impossible(making, `names example \`${name.value}\`, which has no rounds`);
}

function checkColumn(column: Located<string>, known: readonly string[], making: Making): boolean {
  return checkName(column, 'a column of this table', known, making);
}

/** True when `name` is among `known`; otherwise reported with the nearest. */
export function checkName(name: Located<string>, what: string, known: readonly string[], { report, spec }: Making): boolean {
  if (known.includes(name.value)) return true;
  const nearest = suggest(name.value, known);
  report({
    code: 'known-name',
    severity: 'error',
    message: `Exercise \`${spec.name}\` names \`${name.value}\`, which is not ${what}.`,
    span: name.span,
    hint: nearest === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`,
  });
  return false;
}

export function impossible(
  { report, spec }: Making,
  why: string,
  hint = 'See the kinds of exercises in docs/writing-chapters.md.',
): undefined {
  report({ code: 'exercise-possible', severity: 'error', message: `Exercise \`${spec.name}\` ${why}.`, span: spec.span, hint });
  return undefined;
}
