import type { ChapterSource, Example } from '../../chapter/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { Conversion, Formula } from '../../formula/index.js';
import type { Fraction, Quantity, Unit } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import type { Target } from './target.js';

/** A figure, or the truth of a comparison. */
export type Value = Quantity | boolean;

/** `1 yuan taken as 1 value`: a place where the formula balances only if one unit is counted as another. */
export interface SilentConversion extends Conversion {
  /** The definition in which it happens (`left`, `claim:consumed`). */
  readonly where: string;
  readonly span: Span;
}

export type Role = 'given' | 'convention' | 'unstated' | 'step' | 'column';

/** A named quantity outside the rounds. `value` is absent when a failed or unknown input keeps it from being worked out. */
export interface EvaluatedQuantity {
  readonly name: string;
  readonly role: Role;
  /** Absent for an unknown. */
  readonly formula?: Formula;
  readonly unit: Unit;
  readonly value?: Value | undefined;
  /** Names of unknown inputs that it needs; empty when it has a value. */
  readonly missing: readonly string[];
}

/** The rows of an example: row 0 is the start row. */
export interface EvaluatedRounds {
  readonly each: string;
  readonly columns: readonly { readonly name: string; readonly formula: Formula; readonly unit: Unit }[];
  /** The last row of the table; formulas may ask for later ones. */
  readonly lastRow: number;
  /** One cell; undefined when the row or column does not exist. Runs on, up to the limit, when `row` lies beyond. */
  cell(column: string, row: number): Value | undefined;
}

/** One example under one reading (or under changed definitions). */
export interface EvaluatedExample {
  /** The other examples that its formulas name. */
  readonly neighbours: readonly string[];
  readonly example: Example;
  /** Undefined = the plain reading. */
  readonly reading?: string | undefined;
  /** In order of evaluation. */
  readonly quantities: ReadonlyMap<string, EvaluatedQuantity>;
  readonly rounds?: EvaluatedRounds | undefined;
  readonly conversions: readonly SilentConversion[];
  /** A formula's value in this example's scope; undefined when it cannot be derived or fails. `row` supplies bare columns. */
  valueOf(formula: Formula, row?: number): Value | undefined;
  /** The value as an exact fraction, without any rounding; undefined where there is none, or none of a size to work with. */
  exactOf(formula: Formula): Fraction | undefined;
  /** Unit of a formula in this scope; undefined for a condition. */
  unitOf(formula: Formula): Unit | undefined;
  /** Unknown inputs that a formula needs. */
  missingFor(formula: Formula): readonly string[];
  /** Given and unstated names on which a formula depends, in order of definition. */
  inputsOf(formula: Formula): readonly string[];
  /** The derivation of a formula, last step last; a shared step occurs once. */
  derive(formula: Formula): Derivation;
  /**
   * The mistake for which a quantity, or a column's cell, has no value, in whatever formula it happened.
   * Undefined when there is a value, or none for another reason: an unknown, or a quantity before it without a value.
   */
  mistakeIn(name: string, row?: number): Diagnostic | undefined;
  /** The mistake for which a formula outside the rows has no value; undefined as for `mistakeIn`. */
  mistakeOf(formula: Formula): Diagnostic | undefined;
  /** The same example with some definitions replaced (name or column -> formula); fails softly: values become undefined. */
  withChanges(changes: ReadonlyMap<string, Formula>): EvaluatedExample;
  /** The same example under another reading. */
  underReading(name: string): EvaluatedExample;
}

export interface Derivation {
  readonly steps: readonly DerivationStep[];
  /** The value of the formula asked for. */
  readonly value?: Value;
}

/** One line of working: `minted in row 2 = gift ÷ price in row 1 = 112 ÷ 1.4286 = 78.4`. */
export interface DerivationStep {
  /** What is worked out; absent for an anonymous formula. */
  readonly target?: Target;
  readonly role: Role | 'formula';
  readonly formula: Formula;
  /** Values of the names and cells that occur in `formula`, found by `referenceKey`. */
  readonly values: ReadonlyMap<string, Value>;
  /** Row in which bare columns and `before.` are read. */
  readonly row?: number;
  readonly value?: Value;
}

export interface EvaluatedChapter {
  readonly source: ChapterSource;
  /** Examples under the plain reading. */
  readonly examples: ReadonlyMap<string, EvaluatedExample>;
  /** A formula of an exercise or of the words, whose names are written `example.name`. */
  valueOf(formula: Formula): Value | undefined;
  derive(formula: Formula): Derivation;
  unitOf(formula: Formula): Unit | undefined;
  /** The example that a dotted formula speaks of: the first one it names. */
  exampleOf(formula: Formula): EvaluatedExample | undefined;
}
