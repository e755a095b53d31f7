import { type EvaluatedExample, type Target, targetKey, targetOf } from '../../evaluate/index.js';
import type { Exercise } from '../../exercises/index.js';
import { numericAnswers } from '../../exercises/index.js';

/** The keys (`targetKey`) of the figures of one example that exercises ask for; changed examples hide nothing. */
export function askedFigures({ example, rounds }: EvaluatedExample, exercises: readonly Exercise[]): readonly string[] {
  const targets = exercises.flatMap(({ form }): readonly Target[] => {
    // Changed examples, and those of other chapters, hide nothing.
    if (form.kind === 'what-if' || form.kind === 'recall') return [];
    if (form.kind === 'plot') return form.points.map(({ x }) => ({ example: form.example, name: form.y.name, row: x.toNumber() }));
    return numericAnswers(form).flatMap(({ formula }) => targetOf(formula, '', rounds) ?? []);
  });
  return [...new Set(targets.filter((target) => target.example === example.name).map(targetKey))];
}

/** The examples that an exercise works with. */
export function examplesOf({ form }: Exercise): readonly string[] {
  if (form.kind === 'recall') return [];
  if ('example' in form) return [form.example];
  if (form.kind === 'check') return form.claims.map(({ example }) => example);
  return numericAnswers(form).flatMap(({ formula }) => ('example' in formula && formula.example !== undefined ? [formula.example] : []));
}
