import type { Step, Task } from '../../chapter/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import { type Formula, numberNode, printFormula } from '../../formula/index.js';
import { formatAmount, isPureNumber, type Quantity, sameUnit } from '../../number/index.js';
import { commonPlaces } from '../answer/default-places.js';
import { impossible, type Making } from '../answer/making.js';
import { makeAnswer } from '../answer/numeric-answer.js';
import { figures, type NumericAnswer } from '../model/answer.js';
import type { ExerciseKind } from './kind.js';
import { checkName, findExample } from './named.js';

export interface WhatIfForm {
  readonly kind: 'what-if';
  readonly example: string;
  readonly watch: readonly Formula[];
  readonly cases: readonly {
    readonly changes: readonly { readonly name: string; readonly value: Quantity }[];
    readonly cells: readonly NumericAnswer[];
  }[];
}

/** Rows that change one thing each, above them the example as it is; every watched figure is recomputed. */
export const whatIf = {
  make: makeWhatIf,
  written: ({ cases }) => figures(cases.flatMap(({ cells }) => cells)),
} satisfies ExerciseKind<Task<'what-if'>, WhatIfForm>;

function makeWhatIf(task: Task<'what-if'>, making: Making): WhatIfForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  if (task.watch.length === 0 || task.cases.length === 0) return impossible(making, 'needs at least one case and one figure to watch');
  const cases: Case[] = [{ changes: [] }];
  for (const steps of task.cases) {
    const made = makeCase(steps, example, making);
    if (made === undefined) return undefined;
    cases.push(made);
  }
  // One number of decimals for all cells under one head.
  const columnPlaces = (formula: Formula) =>
    commonPlaces(cases.map(({ changed }) => (changed?.example ?? making.chapter).valueOf(formula)));
  const places = task.watch.map((formula) => making.spec.places ?? columnPlaces(formula));
  const rows: WhatIfForm['cases'][number][] = [];
  for (const [index, one] of cases.entries()) {
    const cells = makeCells(index, one, task.watch, places, making);
    if (cells === undefined) return undefined;
    rows.push({ changes: one.changes, cells });
  }
  return { kind: 'what-if', example: task.example.value, watch: task.watch, cases: rows };
}

/** `changed` is absent for the row in which nothing is changed. */
interface Case {
  readonly changes: WhatIfForm['cases'][number]['changes'];
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
    // A formula that failed was reported when it was evaluated; an unknown or a condition was not.
    if (value === undefined && example.missingFor(formula).length === 0) return undefined;
    const hint = 'Write a figure, or a formula of quantities that can be worked out.';
    return making.report('answer-is-figure', formula.span, `${what}, which has no value.`, hint);
  }
  if (unit === undefined || sameUnit(unit, value.unit)) return value;
  // A bare 0 fits any unit: nothing is nothing, whatever is counted.
  if (value.amount.isZero() && isPureNumber(value.unit)) return { amount: value.amount, unit };
  return making.report(
    'units-balance',
    formula.span,
    `${what}, ${formatAmount(value.amount)} in ${value.unit.key || 'a pure number'}; it is in ${unit.key || 'a pure number'}.`,
    'Give the changed figure in the same unit.',
  );
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
