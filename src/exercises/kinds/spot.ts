import type { Task } from '../../chapter/index.js';
import { didYouMean } from '../../diagnostics/index.js';
import type { Making } from '../answer/making.js';
import type { ExerciseKind } from './kind.js';
import { findExample } from './named.js';

export interface SpotForm {
  readonly kind: 'spot';
  readonly example: string;
  readonly statements: readonly {
    readonly name: string;
    readonly kind: 'given' | 'unstated' | 'assumption' | 'conversion';
    readonly stated: boolean;
  }[];
}

/** Statements of which some are printed in the document and others are needed, but printed nowhere. */
export const spot = {
  make: makeSpot,
  written: () => [],
} satisfies ExerciseKind<Task<'spot'>, SpotForm>;

function makeSpot(task: Task<'spot'>, making: Making): SpotForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  const { givens, unstated, assumptions } = example.example;
  const known = [...givens, ...unstated, ...assumptions].map(({ name }) => name);
  const statements = task.names.map((name) => {
    if (givens.some((one) => one.name === name.value)) return { name: name.value, kind: 'given', stated: true } as const;
    if (unstated.some((one) => one.name === name.value)) return { name: name.value, kind: 'unstated', stated: false } as const;
    const assumption = assumptions.find((one) => one.name === name.value);
    if (assumption !== undefined)
      return { name: name.value, kind: assumption.converts === undefined ? 'assumption' : 'conversion', stated: false } as const;
    return making.report(
      'known-name',
      name.span,
      `\`${name.value}\` is neither a given nor an assumption of ${task.example.value}.`,
      didYouMean(name.value, known, `Known here: ${known.join(', ')}.`),
    );
  });
  const made = statements.filter((statement) => statement !== undefined);
  return made.length === statements.length ? { kind: 'spot', example: task.example.value, statements: made } : undefined;
}
