import {
  type Amount,
  type Fraction,
  floorOf,
  fraction,
  fractionOf,
  maximum,
  minimum,
  negated,
  order,
  roundedHalfUp,
  type Unit,
  ZERO,
} from '../number/index.js';
import type { Span } from '../source/index.js';
import { DATES } from './date-functions.js';
import { type Deciding, decideFloor, decideRounding, opposite } from './decide.js';
import { fail } from './failure.js';
import type { ExactOperands, FunctionEntry, Operands, Parameter } from './function-entry.js';
import { ofOneExactly, ROOTS } from './roots.js';
import type { Run } from './run.js';

const same = (unit: Unit) => unit;

/** Spreadsheets compute in binary: a whole number that is short by less than this many decimals can tell is that whole number. */
const NOISE_PLACES = 9;

const TABLE = {
  if: {
    usage: ['if(condition, figure when it holds, figure when not)'],
    takes: ['condition', 'figure'],
    arity: [3, 3],
    unit: same,
    compile: choose,
    exact: chooseExactly,
    spreadsheet: ({ conditions, numbers }) => `IF(${[...conditions, ...numbers].join(',')})`,
    phrase: 'function-if',
  },
  round: {
    usage: ['round(x)', 'round(x, places)'],
    takes: ['figure', 'pure-number'],
    arity: [1, 2],
    unit: same,
    compile: round,
    exact: roundExactly,
    spreadsheet: ({ numbers: [figure, places = '0'] }) => `ROUND(ROUND(${figure},${NOISE_PLACES}),${places})`,
    phrase: 'function-round',
  },
  floor: {
    usage: ['floor(x)'],
    takes: ['figure'],
    arity: [1, 1],
    unit: same,
    compile: floor,
    exact: ofOneExactly((x) => fraction(floorOf(x))),
    spreadsheet: ({ numbers: [figure] }) => `INT(ROUND(${figure},${NOISE_PLACES}))`,
    phrase: 'function-floor',
  },
  ceil: {
    usage: ['ceil(x)'],
    takes: ['figure'],
    arity: [1, 1],
    unit: same,
    compile: ceil,
    exact: ofOneExactly((x) => fraction(-floorOf(negated(x)))),
    spreadsheet: ({ numbers: [figure] }) => `(-INT(-ROUND(${figure},${NOISE_PLACES})))`,
    phrase: 'function-ceil',
  },
  min: {
    usage: ['min(a, b)'],
    takes: ['figure'],
    arity: [2, 50],
    unit: same,
    compile: ofSeveral(minimum),
    exact: outermost((sign) => sign < 0),
    spreadsheet: ({ numbers }) => `MIN(${numbers.join(',')})`,
    phrase: 'function-min',
  },
  max: {
    usage: ['max(a, b)'],
    takes: ['figure'],
    arity: [2, 50],
    unit: same,
    compile: ofSeveral(maximum),
    exact: outermost((sign) => sign > 0),
    spreadsheet: ({ numbers }) => `MAX(${numbers.join(',')})`,
    phrase: 'function-max',
  },
  abs: {
    usage: ['abs(x)'],
    takes: ['figure'],
    arity: [1, 1],
    unit: same,
    compile: ofOne((x) => x.abs()),
    exact: ofOneExactly((x) => (x.over < 0n ? negated(x) : x)),
    spreadsheet: ({ numbers: [figure] }) => `ABS(${figure})`,
    phrase: 'function-abs',
  },
  ...ROOTS,
  ...DATES,
} as const satisfies Readonly<Record<string, FunctionEntry>>;

export type FunctionName = keyof typeof TABLE;

/** The functions of figures: parser, unit check, compiler, pages and docs all read this table. */
export const FUNCTIONS: Readonly<Record<FunctionName, FunctionEntry & { readonly phrase: FunctionPhrase }>> = TABLE;

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(TABLE, name);
}

/** What argument number `index`, from 0, of a function is. */
export function parameterAt(name: FunctionName, index: number): Parameter {
  const { takes } = FUNCTIONS[name];
  return takes[Math.min(index, takes.length - 1)] ?? takes[0];
}

/** A phrase that names a function in the shared words of a language. */
export type FunctionPhrase = (typeof TABLE)[FunctionName]['phrase'];

/** The phrases that name functions, in the order of the table; none has a slot. */
export const FUNCTION_PHRASES = Object.fromEntries(Object.values(TABLE).map(({ phrase }) => [phrase, []])) as {
  readonly [phrase in FunctionPhrase]: [];
};

function ofOne(compute: (figure: Amount) => Amount): (operands: Operands) => Run<Amount> {
  return ({ numbers }) => {
    const [figure] = numbers as readonly [Deciding];
    return (frame) => compute(figure.run(frame));
  };
}

function ofSeveral(compute: (figures: readonly Amount[]) => Amount): (operands: Operands) => Run<Amount> {
  return ({ numbers }) => {
    return (frame) => compute(numbers.map((figure) => figure.run(frame)));
  };
}

/** Only the figure that is chosen is worked out: the other may divide by zero. */
function choose({ conditions, numbers }: Operands): Run<Amount> {
  const [holds] = conditions as readonly [Run<boolean>];
  const [yes, no] = numbers as readonly [Deciding, Deciding];
  return (frame) => (holds(frame) ? yes.run(frame) : no.run(frame));
}

function round({ numbers, span }: Operands): Run<Amount> {
  const [figure, places] = numbers as readonly [Deciding, Deciding?];
  return (frame) => decideRounding(figure, wholePlaces(places?.run(frame) ?? ZERO, span), frame, span);
}

function floor({ numbers, span }: Operands): Run<Amount> {
  const [figure] = numbers as readonly [Deciding];
  return (frame) => decideFloor(figure, frame, span);
}

function ceil({ numbers, span }: Operands): Run<Amount> {
  const [figure] = numbers as readonly [Deciding];
  const turned = opposite(figure);
  return (frame) => decideFloor(turned, frame, span).negated();
}

/** The figure that stands in the asked order to all others. */
function outermost(isFurther: (sign: number) => boolean): (operands: ExactOperands) => Fraction | undefined {
  return ({ numbers }) =>
    numbers
      .map((figure) => figure())
      .reduce((best, figure) => (best === undefined || figure === undefined ? undefined : isFurther(order(figure, best)) ? figure : best));
}

function chooseExactly({ conditions, numbers }: ExactOperands): Fraction | undefined {
  const holds = conditions[0]?.();
  return holds === undefined ? undefined : numbers[holds ? 0 : 1]?.();
}

function roundExactly({ numbers }: ExactOperands): Fraction | undefined {
  const figure = numbers[0]?.();
  const places = numbers[1] === undefined ? 0 : Number(numbers[1]()?.over);
  return figure === undefined || Number.isNaN(places) ? undefined : fractionOf(roundedHalfUp(figure, places));
}

function wholePlaces(places: Amount, span: Span): number {
  const whole = places.isInteger() && places.abs().lessThanOrEqualTo(30);
  return whole ? places.toNumber() : fail('pure-number', span, 'The number of decimal places is a whole number from -30 to 30.');
}
