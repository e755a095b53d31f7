import type { ExerciseTask, Step } from '../../chapter/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import { type Formula, numberNode, printFormula } from '../../formula/index.js';
import { formatAmount, isPureNumber, type Quantity, sameUnit } from '../../number/index.js';
import { defaultPlaces } from '../answer/default-places.js';
import { type Making, makeAnswer } from '../answer/numeric-answer.js';
import type { ExerciseForm, NumericAnswer } from '../model/exercise.js';
import { checkName, findExample, impossible } from './rounds-kinds.js';

type Form = ExerciseForm & { readonly kind: 'what-if' };

/** Rows that change one thing each, above them the example as it is; every watched figure is recomputed. */
export function makeWhatIf(task: ExerciseTask & { readonly kind: 'what-if' }, making: Making): Form | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  if (task.watch.length === 0 || task.cases.length === 0) return impossible(making, 'needs at least one case and one figure to watch');
  const cases: Case[] = [{ changes: [] }];
  for (const steps of task.cases) {
    const made = makeCase(steps, example, making);
    if (made === undefined) return undefined;
    cases.push(made);
  }
  const places = task.watch.map((formula) => making.spec.places ?? columnPlaces(formula, cases, making));
  const rows: Form['cases'][number][] = [];
  for (const [index, one] of cases.entries()) {
    const cells = makeCells(index, one, task.watch, places, making);
    if (cells === undefined) return undefined;
    rows.push({ changes: one.changes, cells });
  }
  return { kind: 'what-if', example: task.example.value, watch: task.watch, cases: rows };
}

/** `changed` is absent for the row in which nothing is changed. */
interface Case {
  readonly changes: Form['cases'][number]['changes'];
  readonly changed?: { readonly example: EvaluatedExample; readonly circumstance: string };
}

/** A changed value is worked out from the example as it is: `spend: 2 * spend` doubles it. */
function makeCase(steps: readonly Step[], example: EvaluatedExample, making: Making): Case | undefined {
  const changes: { name: string; value: Quantity }[] = [];
  const formulas = new Map<string, Formula>();
  for (const step of steps) {
    const value = changedValue(step, example, making);
    if (value === undefined) return undefined;
    changes.push({ name: step.name, value });
    formulas.set(step.name, numberNode(value.amount, value.unit, step.formula.span));
  }
  const circumstance = steps.map(({ name, formula }) => `${name}: ${printFormula(formula)}`).join(', ');
  return { changes, changed: { example: example.withChanges(formulas), circumstance } };
}

function changedValue({ name, formula, span }: Step, example: EvaluatedExample, making: Making): Quantity | undefined {
  if (example.rounds?.columns.some((column) => column.name === name)) {
    return impossible(making, `changes \`${name}\`, which is worked out anew in every row`, 'Change a given or a step.');
  }
  if (!checkName({ value: name, span }, `a quantity of ${example.example.name}`, [...example.quantities.keys()], making)) return undefined;
  const value = example.valueOf(formula);
  const unit = example.quantities.get(name)?.unit;
  const what = `Exercise \`${making.spec.name}\` changes \`${name}\` to \`${printFormula(formula)}\``;
  if (typeof value !== 'object') {
    const hint = 'Write a figure, or a formula of quantities that can be worked out.';
    making.report({ code: 'answer-is-figure', severity: 'error', message: `${what}, which has no value.`, span: formula.span, hint });
    return undefined;
  }
  if (unit === undefined || sameUnit(unit, value.unit)) return value;
  // A bare 0 fits any unit: nothing is nothing, whatever is counted.
  if (value.amount.isZero() && isPureNumber(value.unit)) return { amount: value.amount, unit };
  making.report({
    code: 'units-balance',
    severity: 'error',
    message: `${what}, ${formatAmount(value.amount)} in ${value.unit.key || 'a pure number'}; it is in ${unit.key || 'a pure number'}.`,
    span: formula.span,
    hint: 'Give the changed figure in the same unit.',
  });
  return undefined;
}

function makeCells(
  index: number,
  { changes, changed }: Case,
  watch: readonly Formula[],
  places: readonly number[],
  making: Making,
): readonly NumericAnswer[] | undefined {
  const cells: NumericAnswer[] = [];
  // A reading of the very figure that the row sets to a value has nothing left to say.
  const settled = new Set(changes.map(({ name }) => name));
  const readings = changed?.example.example.readings ?? [];
  const settles = (reading: string) =>
    readings.some(({ name, replaces }) => name === reading && replaces.some((step) => settled.has(step.name)));
  for (const [column, formula] of watch.entries()) {
    const answer = makeAnswer(
      { id: `${making.spec.name}.${index}.${column + 1}`, formula, places: places[column] ?? 0, ...(changed ?? {}) },
      making,
    );
    if (answer === undefined) return undefined;
    cells.push({ ...answer, otherPaths: answer.otherPaths.filter(({ reading }) => !settles(reading)) });
  }
  return cells;
}

/** One number of decimals for all cells under one head. */
function columnPlaces(formula: Formula, cases: readonly Case[], { chapter }: Making): number {
  const values = cases.map(({ changed }) => (changed?.example ?? chapter).valueOf(formula));
  return Math.max(0, ...values.map((value) => (typeof value === 'object' ? defaultPlaces(value) : 0)));
}
