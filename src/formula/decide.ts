import { type Amount, amount, type Fraction, floorOf, mayTie, negated, order, roundedHalfUp, roundHalfUp } from '../number/index.js';
import type { Span } from '../source/index.js';
import { fail } from './failure.js';
import type { Frame, Run } from './run.js';

/** The exact value of a compiled formula, for decisions that decimals are too coarse for. Undefined = not to be had. */
export interface ExactRun {
  /** Without working out any row. */
  quickly(frame: Frame): Fraction | undefined;
  /** Through the rows of a table too; asked only where two decimals may be one number. */
  thoroughly(frame: Frame): Fraction | undefined;
}

/** A formula on whose value something depends. */
export interface Deciding {
  readonly run: Run<Amount>;
  readonly exact: ExactRun;
}

/** Below 0 where `left` is the smaller one, 0 where both are equal. Fails (`undecided`) where neither decimals nor fractions can tell. */
export function decideOrder(left: Deciding, right: Deciding, frame: Frame, span: Span): number {
  const [one, other] = [left.run(frame), right.run(frame)];
  const quick = orderOf(left.exact.quickly(frame), () => right.exact.quickly(frame));
  if (quick !== undefined) return quick;
  if (!mayTie(one, other)) return one.comparedTo(other);
  return orderOf(left.exact.thoroughly(frame), () => right.exact.thoroughly(frame)) ?? failUndecided(span);
}

function orderOf(one: Fraction | undefined, other: () => Fraction | undefined): number | undefined {
  const second = one && other();
  return one && second && order(one, second);
}

/** Rounded half up; where the decimal lies next to a half, decided by the fraction. */
export function decideRounding(figure: Deciding, places: number, frame: Frame, span: Span): Amount {
  const value = figure.run(frame);
  const doubled = value.times(amount(`2e${places}`));
  const exact = exactWhereNear(figure.exact, doubled, frame, span);
  return exact === undefined ? roundHalfUp(value, places) : roundedHalfUp(exact, places);
}

/** The largest whole number that is not above the figure; next to a whole number decided by the fraction. */
export function decideFloor(figure: Deciding, frame: Frame, span: Span): Amount {
  const value = figure.run(frame);
  const exact = exactWhereNear(figure.exact, value, frame, span);
  return exact === undefined ? value.floor() : amount(floorOf(exact).toString());
}

export function opposite({ run, exact }: Deciding): Deciding {
  const turned = (value: Fraction | undefined) => value && negated(value);
  return {
    run: (frame) => run(frame).negated(),
    exact: { quickly: (frame) => turned(exact.quickly(frame)), thoroughly: (frame) => turned(exact.thoroughly(frame)) },
  };
}

/** The fraction that decides; undefined where the decimal is good enough, as `scaled` lies next to no whole number. */
function exactWhereNear(exact: ExactRun, scaled: Amount, frame: Frame, span: Span): Fraction | undefined {
  const quick = exact.quickly(frame);
  if (quick !== undefined || !mayTie(scaled, scaled.round())) return quick;
  return exact.thoroughly(frame) ?? failUndecided(span);
}

function failUndecided(span: Span): never {
  fail(
    'undecided',
    span,
    'This lies nearer to the border than the digits of a long table can tell, and no exact fraction is to be had.',
    'Compare with a figure that is not met exactly, or look at an earlier row.',
  );
}
