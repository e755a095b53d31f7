import type { Derivation, DerivationStep } from '../../evaluate/index.js';
import { type Formula, referenceKey } from '../../formula/index.js';
import {
  type Amount,
  amount,
  contains,
  halfUnit,
  hull,
  type Interval,
  intervalAround,
  maximum,
  minimum,
  placeValue,
  roundHalfUp,
} from '../../number/index.js';
import { defaultPlaces } from './default-places.js';

/** A rounded path further off than this many units of the last place is another answer, not the same one rounded early. */
const WIDEST_PATH = 10;
/** Two units of the last place are always "rounded early"; more only while they stay below one per cent of the figure. */
const ALWAYS_NEAR = 2;
const NEAR_SHARE = amount('0.01');
const EVEN_SHARE = amount('0.005');

/** What the student's page says beside the working: figures printed already, and the places to which others are asked. */
export interface PrintedFigures {
  /** `ladder.price[2]` -> the rounded figure that stands on the page. */
  readonly values?: ReadonlyMap<string, Amount>;
  /** `ladder.price[3]` -> decimal places to which the student writes it. */
  readonly places?: ReadonlyMap<string, number>;
}

/**
 * The one interval by which an answer is graded: half a unit of the last place around the figure as shown, widened to the figure that
 * comes out when each earlier step is written down rounded and used on. Never so wide that it takes in a misconception.
 * A figure that comes out even leaves nothing to round: 12 is met by 11.95 to 12.05, not by 11.5.
 */
export function acceptedInterval(
  { exact, shown, places }: { readonly exact: Amount; readonly shown: Amount; readonly places: number },
  derivation: Derivation,
  wrong: readonly Amount[],
  printed: PrintedFigures = {},
): Interval {
  const narrow = intervalAround(shown, exact.equals(shown) ? evenPlaces(shown, places) : places);
  const stepwise = roundedPath(derivation, printed);
  if (stepwise === undefined) return narrow;
  const other = roundHalfUp(stepwise, places);
  if (other.equals(shown) || other.minus(shown).abs().greaterThan(widestPath(shown, places))) return narrow;
  const wide = hull([narrow, intervalAround(other, places)]);
  return wrong.some((value) => contains(wide, value) || contains(wide, roundHalfUp(value, places))) ? narrow : wide;
}

/** Whether the answer comes out even and was not to be rounded on the way either: nothing beside it needs to be told to who marks it. */
export function comesOutEven({ exact, shown, places, accepted }: Judged): boolean {
  if (!exact.amount.equals(shown)) return false;
  const { low, high } = intervalAround(shown, evenPlaces(shown, places));
  return accepted.low.equals(low) && accepted.high.equals(high);
}

interface Judged {
  readonly exact: { readonly amount: Amount };
  readonly shown: Amount;
  readonly places: number;
  readonly accepted: Interval;
}

/** As many places as keep the interval of an even figure within half a per cent of it. */
function evenPlaces(shown: Amount, places: number): number {
  if (shown.isZero()) return places;
  const widest = shown.abs().times(EVEN_SHARE);
  let found = places;
  while (halfUnit(found).greaterThan(widest)) found += 1;
  return found;
}

function widestPath(shown: Amount, places: number): Amount {
  const unit = placeValue(places);
  return maximum([unit.times(ALWAYS_NEAR), minimum([unit.times(WIDEST_PATH), shown.abs().times(NEAR_SHARE)])]);
}

/** The result when every step is rounded as a page shows it before it is used on; undefined where a step is more than arithmetic. */
function roundedPath({ steps }: Derivation, { values, places }: PrintedFigures): Amount | undefined {
  const written = new Map(values);
  let result: Amount | undefined;
  for (const [index, step] of steps.entries()) {
    if (typeof step.value !== 'object') return undefined;
    const last = index === steps.length - 1;
    const key = step.target === undefined ? undefined : figureKey(step.target.example, step.target.name, step.target.row);
    const known = key === undefined || last ? undefined : written.get(key);
    const worked = known ?? recompute(step.formula, (reference) => writtenValue(reference, step, written));
    if (worked === undefined) return undefined;
    result = worked;
    if (key !== undefined && !last) written.set(key, roundHalfUp(worked, places?.get(key) ?? defaultPlaces(step.value)));
  }
  return result;
}

/** `ladder.take`, `ladder.price[2]`. */
export function figureKey(example: string, name: string, row: number | undefined): string {
  return row === undefined ? `${example}.${name}` : `${example}.${name}[${row}]`;
}

function writtenValue(reference: string, step: DerivationStep, written: ReadonlyMap<string, Amount>): Amount | undefined {
  const exact = step.values.get(reference);
  return (
    writtenKeys(reference, step)
      .map((key) => written.get(key))
      .find((value) => value !== undefined) ?? (typeof exact === 'object' ? exact.amount : undefined)
  );
}

/** The figures for which a reference inside a step can stand: a bare name in a row is that row's cell, or else a quantity of the example. */
function writtenKeys(reference: string, { target, row }: DerivationStep): readonly string[] {
  if (target === undefined) return [reference];
  const { example } = target;
  if (reference.startsWith('before.')) return row === undefined ? [] : [figureKey(example, reference.slice('before.'.length), row - 1)];
  if (reference.includes('.')) return [reference];
  return row === undefined ? [`${example}.${reference}`] : [figureKey(example, reference, row), `${example}.${reference}`];
}

function recompute(formula: Formula, value: (reference: string) => Amount | undefined): Amount | undefined {
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
