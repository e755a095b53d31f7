import {
  type Amount,
  amount,
  amountOf,
  type Fraction,
  fraction,
  fractionOf,
  HIGHEST_DEGREE,
  isPureNumber,
  logarithm,
  naturalLogarithm,
  ONE,
  order,
  PURE_NUMBER,
  power,
  raiseUnit,
  rootOf,
  rootOfAmount,
  type Unit,
} from '../number/index.js';
import type { Span } from '../source/index.js';
import type { Deciding } from './decide.js';
import { fail } from './failure.js';
import type { ExactOperands, FunctionEntry, Operands } from './function-entry.js';
import type { Run } from './run.js';

const TWO = amount(2);
const TEN = amount(10);

/** Roots and logarithms. Most are no fractions: those are decimals of as many digits as calculations keep. */
export const ROOTS = {
  sqrt: {
    usage: ['sqrt(x)'],
    takes: ['figure'],
    arity: [1, 1],
    unit: (unit, span) => unitOfRoot(unit, TWO, span),
    compile: root,
    exact: ofOneExactly((x) => rootOf(x, 2n)),
    spreadsheet: ({ numbers: [figure] }) => `SQRT(${figure})`,
    phrase: 'function-sqrt',
  },
  root: {
    usage: ['root(x, n)'],
    takes: ['figure', 'pure-number'],
    arity: [2, 2],
    unit: (unit, span, [, degree]) => unitOfRoot(unit, degree, span),
    compile: root,
    exact: exactRoot,
    spreadsheet: ({ numbers: [figure, degree] }) => `((${figure})^(1/(${degree})))`,
    phrase: 'function-root',
  },
  ln: {
    usage: ['ln(x)'],
    takes: ['pure-number'],
    arity: [1, 1],
    unit: () => PURE_NUMBER,
    compile: logarithmOf(undefined),
    exact: ofOneExactly((x) => (x.over === x.under ? fraction(0n) : undefined)),
    spreadsheet: ({ numbers: [figure] }) => `LN(${figure})`,
    phrase: 'function-ln',
  },
  log: {
    usage: ['log(x)', 'log(x, base)'],
    takes: ['pure-number'],
    arity: [1, 2],
    unit: () => PURE_NUMBER,
    compile: logarithmOf(TEN),
    exact: exactLogarithm,
    spreadsheet: ({ numbers: [figure, base = '10'] }) => `LOG(${figure},${base})`,
    phrase: 'function-log',
  },
} as const satisfies Readonly<Record<string, FunctionEntry>>;

/** The root of a square of yuan is in yuan; of yuan there is none. */
function unitOfRoot(unit: Unit, degree: Amount | undefined, span: Span): Unit {
  if (isPureNumber(unit)) return unit;
  const parts = degree?.isInteger() === true && degree.greaterThan(0) ? degree.toNumber() : undefined;
  if (parts === undefined || unit.exponents.some(([, exponent]) => exponent % parts !== 0)) {
    const message = `There is no such root of a figure in ${unit.key}.`;
    fail('pure-number', span, message, 'Take the root of a pure number: divide by a figure of the same unit first.');
  }
  return raiseUnit(unit, 1 / parts);
}

function root({ numbers, span }: Operands): Run<Amount> {
  const [figure, degree] = numbers as readonly [Deciding, Deciding?];
  return (frame) => {
    const value = figure.run(frame);
    const parts = degree?.run(frame) ?? TWO;
    if (!parts.isInteger() || parts.lessThan(1) || parts.greaterThan(HIGHEST_DEGREE)) {
      fail('pure-number', span, `The degree of a root is a whole number from 1 to ${HIGHEST_DEGREE}.`, 'Write any other power with `^`.');
    }
    if (value.isNegative() && !value.isZero()) fail('result-range', span, 'A figure below 0 has no root.', 'Check the figures that go in.');
    return rootOfAmount(value, parts);
  };
}

/** `base` stands where none is written; undefined = the natural logarithm. */
function logarithmOf(base: Amount | undefined): (operands: Operands) => Run<Amount> {
  return ({ numbers, span }) => {
    const [figure, written] = numbers as readonly [Deciding, Deciding?];
    return (frame) => {
      const value = figure.run(frame);
      const own = written?.run(frame) ?? base;
      if (value.lessThanOrEqualTo(0)) fail('result-range', span, 'Only a figure above 0 has a logarithm.', 'Check the figures that go in.');
      if (own === undefined) return naturalLogarithm(value);
      if (own.lessThanOrEqualTo(0) || own.equals(ONE)) fail('result-range', span, 'The base of a logarithm is above 0 and is not 1.');
      return logarithm(value, own);
    };
  };
}

function exactRoot({ numbers }: ExactOperands): Fraction | undefined {
  const [figure, degree] = [numbers[0]?.(), numbers[1]?.()];
  return figure === undefined || degree === undefined || degree.under !== 1n ? undefined : rootOf(figure, degree.over);
}

/** A whole logarithm: what the decimal one is nearest to, where that power of the base is the figure. */
function exactLogarithm({ numbers }: ExactOperands): Fraction | undefined {
  const figure = numbers[0]?.();
  const base = numbers[1] === undefined ? fraction(10n) : numbers[1]();
  if (figure === undefined || base === undefined || figure.over <= 0n || base.over <= 0n || base.over === base.under) return undefined;
  const nearest = logarithm(amountOf(figure), amountOf(base)).round();
  const whole = fractionOf(nearest);
  const found = whole && power(base, whole);
  return found !== undefined && order(found, figure) === 0 ? whole : undefined;
}

export function ofOneExactly(compute: (figure: Fraction) => Fraction | undefined): (operands: ExactOperands) => Fraction | undefined {
  return ({ numbers }) => {
    const figure = numbers[0]?.();
    return figure && compute(figure);
  };
}
