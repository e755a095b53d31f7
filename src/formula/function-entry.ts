import type { Amount, Fraction, Unit } from '../number/index.js';
import type { Span } from '../source/index.js';
import type { Deciding } from './decide.js';
import type { Run } from './run.js';

/** What an argument is: a figure in one unit with the other figures, a pure number, or a condition. */
export type Parameter = 'figure' | 'pure-number' | 'condition';

/** The compiled arguments of one call, those of each kind in the order in which they are written; pure numbers follow the figures. */
export interface Operands {
  readonly numbers: readonly Deciding[];
  readonly conditions: readonly Run<boolean>[];
  readonly span: Span;
}

/** The same arguments as fractions; each is worked out when it is called for, and undefined where it has no exact value. */
export interface ExactOperands {
  readonly numbers: readonly (() => Fraction | undefined)[];
  readonly conditions: readonly (() => boolean | undefined)[];
}

/** The same arguments as texts of a spreadsheet's formulas. */
export interface SpreadsheetOperands {
  readonly numbers: readonly string[];
  readonly conditions: readonly string[];
}

/** A function of the formula language. Each is printed `name(…)`; a page draws and speaks it as its phrase with the arguments in brackets. */
export interface FunctionEntry {
  /** How it is written, as docs and hints show it. */
  readonly usage: readonly string[];
  /** What each argument is; the last stands for all that follow. */
  readonly takes: readonly [Parameter, ...Parameter[]];
  /** Fewest and most arguments. */
  readonly arity: readonly [fewest: number, most: number];
  /**
   * The unit of the result from that of its figures, and from the arguments that are written as numbers; may throw an `EvaluationFailure`.
   */
  unit(unit: Unit, span: Span, written: readonly (Amount | undefined)[]): Unit;
  compile(operands: Operands): Run<Amount>;
  /** What it computes, on fractions. */
  exact(operands: ExactOperands): Fraction | undefined;
  /** The same as text of a spreadsheet's formula, from its arguments as such text. */
  spreadsheet(operands: SpreadsheetOperands): string;
  /** The phrase of the shared words that names it on a page. */
  readonly phrase: string;
}
