import type { CellNode, Formula, ValueType } from '../formula/index.js';
import type { Amount, Fraction } from '../number/index.js';
import type { Definitions } from './model/definitions.js';
import type { DerivationStep, EvaluatedExample } from './model/results.js';
import type { FarAnswers } from './rounds/far-answers.js';

/** What an example needs from its chapter. */
export interface ChapterScope {
  readonly names: readonly string[];
  /** Keys `example.name` that lie on a cycle. */
  readonly broken: ReadonlySet<string>;
  example(name: string): ExampleInChapter | undefined;
  /** Absent = every row is worked out. */
  readonly far?: FarAnswers;
}

/** An example as the other examples of its chapter, and the working of its formulas, see it. */
export interface ExampleInChapter extends EvaluatedExample {
  readonly definitions: Definitions;
  readonly units: UnitsOfNames;
  readonly values: ValuesOfNames;
  /** Another example of the chapter as this one sees it. */
  neighbour(name: string): ExampleInChapter | undefined;
  /** The line of working that `key` stands for; `make` works it out the first time. */
  line(key: string, make: () => DerivationStep): DerivationStep;
}

/** All methods throw `EvaluationFailure` where there is no unit. */
export interface UnitsOfNames {
  /** What a formula of this example yields outside the rows. */
  typeOf(formula: Formula): ValueType;
}

/** Exact values of names and cells; undefined = there is none, or none of a size to work with. `deep` = rows may be worked out for it. */
export interface ExactScalars {
  scalar(name: string, deep: boolean): Fraction | boolean | undefined;
  cell(column: string, row: Fraction | 'last'): Fraction | undefined;
}

/** All methods throw `EvaluationFailure` where there is no value. */
export interface ValuesOfNames {
  readonly exact: ExactScalars;
  scalar(name: string): Amount | boolean;
  cell(node: CellNode, row: Amount | 'last'): Amount;
}
