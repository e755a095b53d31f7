import type { Formula } from '../../formula/index.js';
import type { Unit } from '../../number/index.js';
import type { Span } from '../../source/index.js';

/** `take: spend * take_rate`, or `{ is: spend * 10, unit: value }`: the declared unit makes a change of unit visible. */
export interface Step {
  readonly name: string;
  readonly formula: Formula;
  readonly unit?: Unit;
  readonly span: Span;
}
