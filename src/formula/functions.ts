import { type Amount, maximum, minimum, roundHalfUp, type Unit, ZERO } from '../number/index.js';
import type { Span } from '../source/index.js';
import { fail } from './failure.js';
import type { Run } from './run.js';

/** What an argument is: a figure in one unit with the other figures, a pure number, a condition, or a column by its name. */
export type Parameter = 'figure' | 'pure-number' | 'condition' | 'column';

/** The compiled arguments of one call, those of each kind in the order in which they are written; pure numbers follow the figures. */
export interface Operands {
  readonly numbers: readonly Run<Amount>[];
  readonly conditions: readonly Run<boolean>[];
  readonly columns: readonly { sum(): Amount }[];
  readonly span: Span;
}

/** A function of the formula language. Each is printed `name(…)`; a page draws and speaks it as its phrase with the arguments in brackets. */
interface FunctionEntry {
  /** How it is written, as docs and hints show it. */
  readonly usage: readonly string[];
  /** What each argument is; the last stands for all that follow. */
  readonly takes: readonly [Parameter, ...Parameter[]];
  /** Fewest and most arguments. */
  readonly arity: readonly [fewest: number, most: number];
  /** The unit of the result from that of its figures or its column; may throw an `EvaluationFailure`. */
  unit(unit: Unit, span: Span): Unit;
  compile(operands: Operands): Run<Amount>;
  /** The phrase of the shared words that names it on a page. */
  readonly phrase: string;
}

const same = (unit: Unit) => unit;

const TABLE = {
  if: {
    usage: ['if(condition, figure when it holds, figure when not)'],
    takes: ['condition', 'figure'],
    arity: [3, 3],
    unit: same,
    compile: choose,
    phrase: 'function-if',
  },
  round: {
    usage: ['round(x)', 'round(x, places)'],
    takes: ['figure', 'pure-number'],
    arity: [1, 2],
    unit: same,
    compile: round,
    phrase: 'function-round',
  },
  floor: { usage: ['floor(x)'], takes: ['figure'], arity: [1, 1], unit: same, compile: ofOne((x) => x.floor()), phrase: 'function-floor' },
  ceil: { usage: ['ceil(x)'], takes: ['figure'], arity: [1, 1], unit: same, compile: ofOne((x) => x.ceil()), phrase: 'function-ceil' },
  min: { usage: ['min(a, b)'], takes: ['figure'], arity: [2, 50], unit: same, compile: ofSeveral(minimum), phrase: 'function-min' },
  max: { usage: ['max(a, b)'], takes: ['figure'], arity: [2, 50], unit: same, compile: ofSeveral(maximum), phrase: 'function-max' },
  abs: { usage: ['abs(x)'], takes: ['figure'], arity: [1, 1], unit: same, compile: ofOne((x) => x.abs()), phrase: 'function-abs' },
  sum: { usage: ['sum(column)'], takes: ['column'], arity: [1, 1], unit: same, compile: sum, phrase: 'function-sum' },
} as const satisfies Readonly<Record<string, FunctionEntry>>;

export type FunctionName = keyof typeof TABLE;

/** The functions of the formula language: parser, unit check, compiler, pages and docs all read this table. */
export const FUNCTIONS: Readonly<Record<FunctionName, FunctionEntry & { readonly phrase: FunctionPhrase }>> = TABLE;

/** Names that a call may have; `first(row where …)`, which has a grammar of its own, is one of them. */
export const FUNCTION_NAMES: readonly string[] = [...Object.keys(TABLE), 'first'];

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(TABLE, name);
}

/** What argument number `index`, from 0, of a function is. */
export function parameterAt(name: FunctionName, index: number): Parameter {
  const { takes } = FUNCTIONS[name];
  return takes[Math.min(index, takes.length - 1)] ?? takes[0];
}

/** True for a function of a whole column, such as `sum`. */
export function takesColumn(name: FunctionName): boolean {
  return parameterAt(name, 0) === 'column';
}

/** A phrase that names a function in the shared words of a language. */
export type FunctionPhrase = (typeof TABLE)[FunctionName]['phrase'];

/** The phrases that name functions, in the order of the table; none has a slot. */
export const FUNCTION_PHRASES = Object.fromEntries(Object.values(TABLE).map(({ phrase }) => [phrase, []])) as {
  readonly [phrase in FunctionPhrase]: [];
};

function ofOne(compute: (figure: Amount) => Amount): (operands: Operands) => Run<Amount> {
  return ({ numbers }) => {
    const [figure] = numbers as readonly [Run<Amount>];
    return (frame) => compute(figure(frame));
  };
}

function ofSeveral(compute: (figures: readonly Amount[]) => Amount): (operands: Operands) => Run<Amount> {
  return ({ numbers }) => {
    return (frame) => compute(numbers.map((figure) => figure(frame)));
  };
}

/** Only the figure that is chosen is worked out: the other may divide by zero. */
function choose({ conditions, numbers }: Operands): Run<Amount> {
  const [holds] = conditions as readonly [Run<boolean>];
  const [yes, no] = numbers as readonly [Run<Amount>, Run<Amount>];
  return (frame) => (holds(frame) ? yes(frame) : no(frame));
}

function round({ numbers, span }: Operands): Run<Amount> {
  const [figure, places = () => ZERO] = numbers as readonly [Run<Amount>, Run<Amount>?];
  return (frame) => roundHalfUp(figure(frame), wholePlaces(places(frame), span));
}

function wholePlaces(places: Amount, span: Span): number {
  const whole = places.isInteger() && places.abs().lessThanOrEqualTo(30);
  return whole ? places.toNumber() : fail('pure-number', span, 'The number of decimal places is a whole number from -30 to 30.');
}

function sum({ columns }: Operands): Run<Amount> {
  const [column] = columns as readonly [{ sum(): Amount }];
  const total = column.sum();
  return () => total;
}
