import type { Quantity } from '../number/index.js';
import type { ExerciseTask, Step } from '../parse/index.js';
import type { ExerciseForm, NumericAnswer } from './exercise.js';
import { type Making, makeAnswer } from './numeric-answer.js';
import { findExample, impossible } from './rounds-kinds.js';

/** Rows that change one thing each, above them the example as it is; every watched figure is recomputed. */
export function makeWhatIf(task: ExerciseTask & { readonly kind: 'what-if' }, making: Making): ExerciseForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  const { spec } = making;
  const unchanged: readonly Step[] = [];
  const rows = [unchanged, ...task.cases].map((changes, index) => {
    const changed = example.withChanges(new Map(changes.map(({ name, formula }) => [name, formula])));
    const cells = task.watch.map((formula, column) => {
      const inExample = 'example' in formula && formula.example === example.example.name;
      const base = { id: `${spec.name}.${index}.${column + 1}`, formula, ...(spec.places === undefined ? {} : { places: spec.places }) };
      return makeAnswer(inExample || index > 0 ? { ...base, example: changed } : base, making);
    });
    const values = changes.map(({ name, formula }) => ({ name, value: changed.valueOf(formula) }));
    return { changes: values, cells };
  });
  if (task.watch.length === 0 || task.cases.length === 0) return impossible(making, 'needs at least one case and one figure to watch');
  if (rows.some(({ cells, changes }) => cells.includes(undefined) || changes.some(({ value }) => typeof value !== 'object')))
    return undefined;
  return {
    kind: 'what-if',
    example: task.example.value,
    watch: task.watch,
    cases: rows.map(({ changes, cells }) => ({
      changes: changes.map(({ name, value }) => ({ name, value: value as Quantity })),
      cells: cells as readonly NumericAnswer[],
    })),
  };
}
