import { suggest } from '../diagnostics/index.js';
import type { EvaluatedExample } from '../evaluate/index.js';
import { type Amount, amount, baseUnit, maximum, PURE_NUMBER } from '../number/index.js';
import type { ExerciseTask, Formula } from '../parse/index.js';
import type { Located } from '../source/index.js';
import { makeAxis } from './axis.js';
import { defaultPlaces } from './default-places.js';
import type { ExerciseForm, TableCell } from './exercise.js';
import { type Making, makeAnswer } from './numeric-answer.js';

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

/** A table of rounds with blank cells. Cells that stay empty in the start row are shown as such. */
export function makeTable(task: Task<'table'>, making: Making): ExerciseForm | undefined {
  const example = withRounds(task.example, making);
  const rounds = example?.rounds;
  if (example === undefined || rounds === undefined) return undefined;
  const known = rounds.columns.map(({ name }) => name);
  const wanted = task.columns.length === 0 ? known.map((value) => ({ value, span: making.spec.span })) : task.columns;
  if (![...wanted, ...task.blankColumns].every((column) => checkColumn(column, known, making))) return undefined;
  const columns = wanted.flatMap(({ value }) => rounds.columns.find(({ name }) => name === value) ?? []);
  const blankColumns = new Set(task.blankColumns.map(({ value }) => value));
  const blankRows = task.blankRows ?? { from: Math.max(1, task.from), to: task.to };
  const placesOf = new Map(columns.map(({ name }) => [name, making.spec.places ?? columnPlaces(example, name, task.from, task.to)]));
  const rows = [];
  for (let row = task.from; row <= task.to; row += 1) {
    const cells = columns.map(({ name }): TableCell => {
      const value = rounds.cell(name, row);
      const places = placesOf.get(name) ?? 2;
      if (typeof value !== 'object') return { kind: 'none' };
      const isBlank = blankColumns.has(name) && row >= blankRows.from && row <= blankRows.to;
      const answer = isBlank
        ? makeAnswer({ id: `${making.spec.name}.${name}.${row}`, formula: cellFormula(name, row, making), example, places }, making)
        : undefined;
      return answer === undefined ? { kind: 'shown', value, places } : { kind: 'blank', answer };
    });
    rows.push({ row, cells });
  }
  return { kind: 'table', example: task.example.value, each: rounds.each, columns, rows };
}

/** One number of decimals for a whole column: as many as its figures need, but never more than the longest default. */
function columnPlaces(example: EvaluatedExample, name: string, from: number, to: number): number {
  let places = 0;
  for (let row = from; row <= to; row += 1) {
    const value = example.rounds?.cell(name, row);
    if (typeof value === 'object') places = Math.max(places, Math.min(2, defaultPlaces(value)));
  }
  return places;
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
    ),
    // A little air above the highest point, so that a pencil has room.
    y: makeAxis(task.y.value, unitOf(task.y.value), [...points.map(({ y }) => y), maximum(points.map(({ y }) => y)).times('1.02')]),
    points,
  };
}

function withRounds(name: Located<string>, making: Making): EvaluatedExample | undefined {
  const example = findExample(name, making);
  if (example === undefined || example.rounds !== undefined) return example;
  return impossible(making, `names example \`${name.value}\`, which has no rounds`);
}

function checkColumn(column: Located<string>, known: readonly string[], { report, spec }: Making): boolean {
  if (known.includes(column.value)) return true;
  const nearest = suggest(column.value, known);
  report({
    code: 'known-name',
    severity: 'error',
    message: `Exercise \`${spec.name}\` names a column \`${column.value}\` that the rounds do not have.`,
    span: column.span,
    hint: nearest === undefined ? `Columns: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`,
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

function cellFormula(column: string, row: number, { spec }: Making): Formula {
  const { span } = spec;
  return { kind: 'cell', column, row: { kind: 'number', text: String(row), amount: amount(row), unit: PURE_NUMBER, span }, span };
}
