import type { Task } from '../../chapter/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import { type Amount, amount, baseUnit, PURE_NUMBER } from '../../number/index.js';
import { impossible, type Making } from '../answer/making.js';
import { makeAnswer } from '../answer/numeric-answer.js';
import { makeAxis, type PlotAxis } from './axis.js';
import type { ExerciseKind } from './kind.js';
import { checkName, findRounds } from './named.js';
import { quantityFormula } from './quantity-formula.js';

export interface PlotForm {
  readonly kind: 'plot';
  readonly example: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly points: readonly { readonly x: Amount; readonly y: Amount }[];
}

/** Points of a table of rounds, drawn on axes that are given. */
export const plot = {
  make: makePlot,
  written: () => [],
} satisfies ExerciseKind<Task<'plot'>, PlotForm>;

function makePlot(task: Task<'plot'>, making: Making): PlotForm | undefined {
  const example = findRounds(task.example, making);
  const rounds = example?.rounds;
  if (example === undefined || rounds === undefined) return undefined;
  const known = rounds.columns.map(({ name }) => name);
  const isRow = task.x.value === rounds.each || task.x.value === 'row';
  if (
    !checkName(task.y, 'a column of this table', known, making) ||
    (!isRow && !checkName(task.x, 'a column of this table', known, making))
  )
    return undefined;
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
