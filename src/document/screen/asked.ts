import type { EvaluatedExample } from '../../evaluate/index.js';
import type { Exercise } from '../../exercises/index.js';
import { numericAnswers } from '../../exercises/index.js';
import { type Formula, printFormula } from '../../formula/index.js';

/** The figures of one example that exercises ask for, by `example.name` or `example.name[row]`; changed examples hide nothing. */
export function askedFigures({ example, rounds }: EvaluatedExample, exercises: readonly Exercise[]): readonly string[] {
  const keys = exercises.flatMap(({ form }): readonly string[] => {
    // Changed examples, and those of other chapters, hide nothing.
    if (form.kind === 'what-if' || form.kind === 'recall') return [];
    if (form.kind === 'plot') return form.points.map(({ x }) => `${form.example}.${form.y.name}[${x.toFixed()}]`);
    return numericAnswers(form).flatMap(({ formula }) => figureKey(formula));
  });
  const own = keys.filter((key) => key.startsWith(`${example.name}.`));
  return [...new Set(own.map((key) => (rounds === undefined ? key : key.replace('[last]', `[${rounds.lastRow}]`))))];
}

/** The examples that an exercise works with. */
export function examplesOf({ form }: Exercise): readonly string[] {
  if (form.kind === 'recall') return [];
  if ('example' in form) return [form.example];
  if (form.kind === 'check') return form.claims.map(({ example }) => example);
  return numericAnswers(form).flatMap(({ formula }) => ('example' in formula && formula.example !== undefined ? [formula.example] : []));
}

function figureKey(formula: Formula): readonly string[] {
  return formula.kind === 'name' || formula.kind === 'cell' ? [printFormula(formula)] : [];
}
