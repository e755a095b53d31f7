import type { Amount } from './amount.js';
import type { Unit } from './unit.js';

/** A number with the unit that it counts. */
export interface Quantity {
  readonly amount: Amount;
  readonly unit: Unit;
}

export function quantity(amount: Amount, unit: Unit): Quantity {
  return { amount, unit };
}
