import type { VerdictWord } from '../../audit/index.js';
import type { Level } from '../../chapter/index.js';
import type { Derivation, Value } from '../../evaluate/index.js';
import type { Formula } from '../../formula/index.js';
import type { Amount, Interval, Quantity, Unit } from '../../number/index.js';

/** One exercise with its answers, in no language: words are joined to it by `document`. */
export interface Exercise {
  readonly name: string;
  /** 1-based within the chapter; equal in every language. */
  readonly number: number;
  readonly level: Level;
  readonly marks: number;
  readonly lines?: number;
  readonly form: ExerciseForm;
}

export type ExerciseForm =
  | { readonly kind: 'compute'; readonly answers: readonly NumericAnswer[] }
  /** The derivation's lines; `blanks` are indexes of lines whose result the student writes. */
  | {
      readonly kind: 'complete';
      readonly derivation: Derivation;
      readonly blanks: ReadonlyMap<number, NumericAnswer>;
      readonly answer: NumericAnswer;
    }
  | {
      readonly kind: 'table';
      readonly example: string;
      readonly each: string;
      readonly columns: readonly { readonly name: string; readonly unit: Unit; readonly formula?: Formula }[];
      readonly rows: readonly { readonly row: number; readonly cells: readonly TableCell[] }[];
    }
  | {
      readonly kind: 'check';
      readonly claims: readonly {
        readonly example: string;
        readonly claim: string;
        readonly printedText: string;
        readonly printed?: Quantity;
        readonly word: VerdictWord;
        readonly answer?: NumericAnswer;
        readonly failsAtRow?: number;
      }[];
    }
  /** A cell per reading and claim; `fits` says whether that reading yields the printed figure. */
  | {
      readonly kind: 'choose-reading';
      readonly example: string;
      readonly readings: readonly (string | undefined)[];
      readonly claims: readonly {
        readonly claim: string;
        readonly printedText: string;
        readonly unit: Unit;
        readonly cells: readonly { readonly answer?: NumericAnswer; readonly fits: boolean }[];
      }[];
      /** Places in `readings` of those under which every claim fits; empty when none does. */
      readonly fitting: readonly number[];
    }
  | {
      readonly kind: 'spot';
      readonly example: string;
      readonly statements: readonly {
        readonly name: string;
        readonly kind: 'given' | 'unstated' | 'assumption' | 'conversion';
        readonly stated: boolean;
      }[];
    }
  | {
      readonly kind: 'what-if';
      readonly example: string;
      readonly watch: readonly Formula[];
      readonly cases: readonly {
        readonly changes: readonly { readonly name: string; readonly value: Quantity }[];
        readonly cells: readonly NumericAnswer[];
      }[];
    }
  | { readonly kind: 'estimate'; readonly answer: NumericAnswer; readonly factor: Amount; readonly accepted: Interval }
  | {
      readonly kind: 'plot';
      readonly example: string;
      readonly x: PlotAxis;
      readonly y: PlotAxis;
      readonly points: readonly { readonly x: Amount; readonly y: Amount }[];
    }
  | {
      readonly kind: 'money';
      readonly example: string;
      readonly parties: readonly string[];
      readonly flows: readonly { readonly from: string; readonly to: string; readonly answer: NumericAnswer }[];
      readonly nets: readonly { readonly party: string; readonly answer: NumericAnswer }[];
    }
  | { readonly kind: 'units'; readonly items: readonly { readonly formula: Formula; readonly quantity: Quantity; readonly unit: Unit }[] }
  | { readonly kind: 'choose'; readonly options: readonly ChoiceOption[]; readonly correct: number; readonly answer: NumericAnswer }
  | {
      readonly kind: 'hunt';
      readonly example: string;
      readonly lines: readonly HuntLine[];
      /** The figure at the end once the wrong lines are redone; absent when the last line is itself a wrong one. */
      readonly last?: NumericAnswer;
    }
  /** Right texts are numbered in the order in which they first come; `order` is that of the page, `letters` the place of each left's partner in it. */
  | { readonly kind: 'match'; readonly order: readonly number[]; readonly letters: readonly number[] }
  | { readonly kind: 'recall'; readonly items: readonly RecalledItem[] }
  | { readonly kind: 'explain'; readonly lines: number };

/** An exercise of an earlier chapter, asked again. Its ids are those of the exercise that recalls it. */
export interface RecalledItem {
  readonly chapter: string;
  readonly chapterNumber: number;
  /** Its name in that chapter, under which the words have its prompt. */
  readonly name: string;
  readonly exercise: Exercise;
}

/** A line of a working as it is printed; with a slip, its figure is wrong, and later lines go on with it. */
export interface HuntLine {
  readonly name: string;
  /** In the scope of the example. */
  readonly formula: Formula;
  /** Values of the names in `formula` as the lines above leave them, found by `referenceKey`. */
  readonly values: ReadonlyMap<string, Value>;
  readonly value: Quantity;
  /** The wrong figure as the author wrote it (`0.05%`), where it is a bare figure. */
  readonly written?: string;
  readonly slip?: { readonly code: string; readonly answer: NumericAnswer };
}

export interface PlotAxis {
  readonly name: string;
  readonly unit: Unit;
  readonly min: Amount;
  readonly max: Amount;
  readonly step: Amount;
}

/** `none`: a column that has no value in this row (the start row, mostly). */
export type TableCell =
  | { readonly kind: 'shown'; readonly value: Quantity; readonly places: number }
  | { readonly kind: 'blank'; readonly answer: NumericAnswer }
  | { readonly kind: 'none' };

/** A figure that a student writes. `accepted` is the one interval by which every output grades. */
export interface NumericAnswer {
  /** `first-price`, `first-price.2`, stable across languages and editions. */
  readonly id: string;
  /** The formula asked for (dotted), as the label is drawn from it. */
  readonly formula: Formula;
  readonly exact: Quantity;
  /** Decimal places that the answer is asked to. */
  readonly places: number;
  /** `exact` rounded half up to `places`. */
  readonly shown: Amount;
  /** Closed; covers half a unit of the last place and the path in which printed, rounded steps are used on. */
  readonly accepted: Interval;
  /** Results of the other declared readings that the key prints beside, when they differ at `places`. */
  readonly otherPaths: readonly { readonly reading: string; readonly value: Amount }[];
  readonly derivation: Derivation;
  readonly misconceptions: readonly { readonly code: string; readonly value: Amount }[];
}

export interface ChoiceOption {
  readonly value: Quantity;
  readonly places: number;
  /** Absent for the correct option. */
  readonly misconception?: string;
}
