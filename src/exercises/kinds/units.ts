import type { Task } from '../../chapter/index.js';
import type { Formula } from '../../formula/index.js';
import type { Quantity, Unit } from '../../number/index.js';
import type { Making } from '../answer/making.js';
import { makeAnswer } from '../answer/numeric-answer.js';
import type { ExerciseKind } from './kind.js';

export interface UnitsForm {
  readonly kind: 'units';
  readonly items: readonly { readonly formula: Formula; readonly quantity: Quantity; readonly unit: Unit }[];
}

/** The unit of each quantity, in words. */
export const units = {
  make: makeUnits,
  written: () => [],
  renamed: (form) => form,
} satisfies ExerciseKind<Task<'units'>, UnitsForm>;

function makeUnits(task: Task<'units'>, making: Making): UnitsForm | undefined {
  const items = task.targets.map((formula) => {
    const answer = makeAnswer({ id: making.spec.name, formula }, making);
    return answer === undefined ? undefined : { formula, quantity: answer.exact, unit: answer.exact.unit };
  });
  return all(items, (made) => ({ kind: 'units', items: made }));
}

/** `make` of the whole list, or undefined when one of its parts could not be made. */
function all<T, R>(parts: readonly (T | undefined)[], make: (made: readonly T[]) => R): R | undefined {
  const made = parts.filter((part): part is T & {} => part !== undefined);
  return made.length === parts.length ? make(made) : undefined;
}
