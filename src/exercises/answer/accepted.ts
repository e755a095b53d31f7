import { type Derivation, type DerivationStep, targetKey, targetsOf } from '../../evaluate/index.js';
import {
  attempt,
  type BinaryOperator,
  compileNumber,
  type Formula,
  failSilently,
  numberNode,
  partsOf,
  type Reference,
  type Resolver,
  referenceKey,
  replaceParts,
} from '../../formula/index.js';
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
  PURE_NUMBER,
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
 * A figure that comes out even leaves nothing to round: 12 is met by 11.95 to 12.05, not by 11.5, and 0 by 0 alone.
 */
export function acceptedInterval(
  { exact, shown, places }: { readonly exact: Amount; readonly shown: Amount; readonly places: number },
  derivation: Derivation,
  wrong: readonly Amount[],
  printed: PrintedFigures = {},
): Interval {
  const narrow = exact.equals(shown) ? evenInterval(shown, places) : intervalAround(shown, places);
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
  const { low, high } = evenInterval(shown, places);
  return accepted.low.equals(low) && accepted.high.equals(high);
}

interface Judged {
  readonly exact: { readonly amount: Amount };
  readonly shown: Amount;
  readonly places: number;
  readonly accepted: Interval;
}

/** Half a unit of as many places as keep it within half a per cent of an even figure; nothing beside 0 is near it. */
function evenInterval(shown: Amount, places: number): Interval {
  if (shown.isZero()) return { low: shown, high: shown };
  const widest = shown.abs().times(EVEN_SHARE);
  let found = places;
  while (halfUnit(found).greaterThan(widest)) found += 1;
  return intervalAround(shown, found);
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
    const key = step.target === undefined || last ? undefined : targetKey(step.target);
    result = (key === undefined ? undefined : written.get(key)) ?? arithmetic(step, written);
    if (result === undefined) return undefined;
    if (key !== undefined) written.set(key, roundHalfUp(result, places?.get(key) ?? defaultPlaces(step.value)));
  }
  return result;
}

/** What a step of plain arithmetic gives with the figures as they are written; undefined for any other, or where one has no figure. */
function arithmetic(step: DerivationStep, written: ReadonlyMap<string, Amount>): Amount | undefined {
  const inFigures = replaceParts(step.formula, (part) => {
    if (part.kind !== 'name' && part.kind !== 'before' && part.kind !== 'cell') return undefined;
    const figure = writtenFigure(part, step, written);
    return figure && numberNode(figure, PURE_NUMBER, part.span);
  });
  return isArithmetic(inFigures) ? attempt(() => compileNumber(inFigures, NO_NAMES)({ row: 0, current: [], before: [] })) : undefined;
}

function isArithmetic(formula: Formula): boolean {
  const isCount = formula.kind === 'call' && (formula.function === 'days' || formula.function === 'days360');
  const isSum = formula.kind === 'binary' && SIGNS.has(formula.operator);
  const isPlain = isCount || isSum || formula.kind === 'number' || formula.kind === 'negate';
  return isPlain && partsOf(formula).every(isArithmetic);
}

const SIGNS: ReadonlySet<BinaryOperator> = new Set(['+', '-', '*', '/']);

/** For a formula in which every name has given way to its figure. */
const NO_NAMES: Resolver = {
  scalar: () => failSilently(),
  position: () => undefined,
  before: () => failSilently(),
  cell: () => failSilently(),
  rows: () => failSilently(),
  column: () => failSilently(),
  solve: () => failSilently(),
  // Plain arithmetic decides nothing.
  exactness: { quickly: () => undefined, thoroughly: () => undefined },
};

/** The figure that stands on the page for a reference of a step, or else its exact one. */
function writtenFigure(reference: Reference, step: DerivationStep, written: ReadonlyMap<string, Amount>): Amount | undefined {
  const exact = step.values.get(referenceKey(reference));
  const onPage = targetsOf(reference, step.target?.example, step.row).map((target) => written.get(targetKey(target)));
  return onPage.find((figure) => figure !== undefined) ?? (typeof exact === 'object' ? exact.amount : undefined);
}
