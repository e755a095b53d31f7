import type { Derivation } from '../evaluate/index.js';
import { type Amount, amount, contains, hull, type Interval, intervalAround, type Quantity, roundHalfUp } from '../number/index.js';
import { type Formula, referenceKey } from '../parse/index.js';
import { defaultPlaces } from './default-places.js';

/** A rounded path further off than this many units of the last place is another answer, not the same one rounded early. */
const WIDEST_PATH = 5;

/**
 * The one interval by which an answer is graded: half a unit of the last place around the figure as shown, widened to the figure that
 * comes out when each earlier step is written down rounded and used on. Never so wide that it takes in a misconception.
 */
export function acceptedInterval(exact: Quantity, derivation: Derivation, places: number, wrong: readonly Amount[]): Interval {
  const shown = roundHalfUp(exact.amount, places);
  const narrow = intervalAround(shown, places);
  const stepwise = roundedPath(derivation);
  if (stepwise === undefined) return narrow;
  const other = roundHalfUp(stepwise, places);
  const unit = amount(10).pow(-places);
  if (other.equals(shown) || other.minus(shown).abs().greaterThan(unit.times(WIDEST_PATH))) return narrow;
  const wide = hull([narrow, intervalAround(other, places)]);
  return wrong.some((value) => contains(wide, value)) ? narrow : wide;
}

/** The result when every step is rounded as a page shows it before it is used on; undefined where a step is more than arithmetic. */
function roundedPath(derivation: Derivation): Amount | undefined {
  const rounded = new Map<string, Amount>();
  let result: Amount | undefined;
  for (const step of derivation.steps) {
    if (typeof step.value !== 'object') return undefined;
    const value = (key: string): Amount | undefined => {
      const own = rounded.get(targetKey(step.target?.example, key, step.row));
      const exact = step.values.get(key);
      return own ?? (typeof exact === 'object' ? exact.amount : undefined);
    };
    const worked = recompute(step.formula, value);
    if (worked === undefined) return undefined;
    result = worked;
    if (step.target !== undefined) {
      const { example, name, row } = step.target;
      rounded.set(cellKey(example, name, row), roundHalfUp(worked, defaultPlaces(step.value)));
    }
  }
  return result;
}

function cellKey(example: string | undefined, name: string, row: number | undefined): string {
  return row === undefined ? `${example}.${name}` : `${example}.${name}[${row}]`;
}

/** The step that a reference inside row `row` of `example` stands for. */
function targetKey(example: string | undefined, reference: string, row: number | undefined): string {
  if (reference.startsWith('before.')) return cellKey(example, reference.slice('before.'.length), (row ?? 1) - 1);
  if (reference.includes('.')) return reference;
  if (reference.includes('[')) return `${example}.${reference}`;
  return cellKey(example, reference, row);
}

function recompute(formula: Formula, value: (key: string) => Amount | undefined): Amount | undefined {
  switch (formula.kind) {
    case 'number':
      return formula.amount;
    case 'name':
    case 'before':
    case 'cell':
      return value(referenceKey(formula));
    case 'negate':
      return recompute(formula.operand, value)?.negated();
    case 'binary': {
      const left = recompute(formula.left, value);
      const right = recompute(formula.right, value);
      if (left === undefined || right === undefined) return undefined;
      if (formula.operator === '+') return left.plus(right);
      if (formula.operator === '-') return left.minus(right);
      if (formula.operator === '*') return left.times(right);
      return formula.operator === '/' && !right.isZero() ? left.dividedBy(right) : undefined;
    }
    default:
      return undefined;
  }
}
