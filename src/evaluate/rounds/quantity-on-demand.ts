import type { EvaluationFailure } from '../../formula/index.js';
import { type Amount, quantity, type Unit } from '../../number/index.js';
import type { Definition } from '../model/definitions.js';
import type { EvaluatedQuantity } from '../model/results.js';

/** What a definition comes to. */
export type Outcome = { readonly value: Amount | boolean } | { readonly failure: EvaluationFailure };

/** A quantity that is worked out when somebody asks for its value: a handout prints three of thirty. */
export function quantityOnDemand({ name, role, formula }: Definition, unitOf: () => Unit, outcomeOf: () => Outcome): EvaluatedQuantity {
  return {
    name,
    role,
    ...(formula === undefined ? {} : { formula }),
    get unit() {
      return unitOf();
    },
    get value() {
      const outcome = outcomeOf();
      if ('failure' in outcome) return undefined;
      return typeof outcome.value === 'boolean' ? outcome.value : quantity(outcome.value, unitOf());
    },
    get missing() {
      const outcome = outcomeOf();
      return 'failure' in outcome ? outcome.failure.missing : [];
    },
  };
}
