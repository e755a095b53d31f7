import type { Formula, NumberNode } from '../../formula/index.js';
import type { Amount, Quantity, Unit } from '../../number/index.js';
import type { Located, Source, Span } from '../../source/index.js';
import type { Conflict } from './conflict.js';
import type { ExerciseSpec } from './exercise.js';
import type { OwnLook, OwnWords } from './own-look.js';
import type { SearchedWords } from './searched.js';
import type { Step } from './step.js';
import type { Verdict } from './verdict.js';
import type { Language, Words } from './words.js';

/** What the author wrote for one chapter, with places, before anything is computed. */
export interface ChapterSource {
  /** Folder name, `07-pool-price`. */
  readonly folder: string;
  /** Folder name without its number, `pool-price`: the name on the command line. */
  readonly name: string;
  /** The leading number of the folder name, 7. */
  readonly number: number;
  readonly sums: Sums;
  readonly words: ReadonlyMap<Language, Words>;
}

export interface Workbook {
  readonly title: ReadonlyMap<Language, string>;
  /** Where the titles stand, or should. */
  readonly titleSpan: Span;
  readonly subtitle: ReadonlyMap<Language, string>;
  /** Chapter folder names in teaching order. */
  readonly chapters: readonly Located<string>[];
  readonly licence: string;
  readonly paper: 'a4' | 'letter';
  readonly version: string;
  /** The file beside workbook.yaml against which coverage is checked; absent = it is not checked. */
  readonly ledger?: Located<string>;
  /** Names that no page prints. */
  readonly banned: readonly string[];
  /** Absent = its pages are those of the program. */
  readonly look?: OwnLook;
  readonly ownWords?: OwnWords;
}

export interface Sums {
  readonly source: Source;
  /** Document letter printed in boxes (`C`), and the file that the figures come from. */
  readonly document?: { readonly letter: string; readonly file: string };
  /** Units invented by this chapter (`point`, `value`). */
  readonly units: readonly Located<string>[];
  /** The sign that stands before an amount, by the unit of money: `eur` -> `€`. */
  readonly moneySigns: ReadonlyMap<string, string>;
  readonly examples: readonly Example[];
  readonly exercises: readonly ExerciseSpec[];
  /** Exercises that could not be read; reported already, so that prompts of theirs stay silent. */
  readonly failedExercises?: ReadonlySet<string>;
  /** Statements of the document that hold no figure to judge, by ledger id, with the reason. */
  readonly notASum: readonly { readonly ledger: Located<string>; readonly reason: string }[];
  /** Statements of the documents that exclude each other. */
  readonly conflicts: readonly Conflict[];
}

export interface Example {
  readonly name: string;
  readonly span: Span;
  /** The example of which this one is a copy with other givens; its names fall back to those of that one. */
  readonly like?: string;
  /** Printed in the document, or supposed by the exercise where no line is named. */
  readonly givens: readonly Given[];
  /** Tables of rates among the givens; formulas that name them are written out. */
  readonly tierTables: readonly TierTable[];
  /** Everybody's arithmetic (365 days in a year): printed as such, and never a condition. */
  readonly conventions: readonly Given[];
  /** Needed by the sum, printed nowhere. */
  readonly unstated: readonly Given[];
  readonly steps: readonly Step[];
  readonly rounds?: Rounds;
  readonly readings: readonly Reading[];
  readonly claims: readonly Claim[];
  readonly assumptions: readonly Assumption[];
  readonly money: readonly MoneyFlow[];
  /** What the document promises and what pays for it; k = promise ÷ funding. */
  readonly promise?: { readonly promised: Formula; readonly funded: Formula; readonly span: Span };
  /** Names of quantities that question 5 reports (orders until exit, newcomers per payout). */
  readonly scale: readonly Located<string>[];
  readonly vary: readonly Vary[];
  /** Names (of givens, steps, columns) whose definition could not be read; reported already, so that what uses them stays silent. */
  readonly failed?: ReadonlySet<string>;
  /** Claims that could not be read; reported already, so that what names them stays silent. */
  readonly failedClaims?: ReadonlySet<string>;
  readonly suchThat: readonly Formula[];
}

/** `spend: 1000 yuan`. An unknown (`rate: ? yuan/point`) has a unit and no formula: what depends on it cannot be derived. */
export interface Given extends Stated {
  readonly name: string;
  /** Usually a number; any formula over other givens is allowed. Absent = unknown. */
  readonly formula?: Formula;
  readonly unit?: Unit;
  /** The exercise supposes it (`{ is: 1000 yuan, supposed: true }`): no line is asked for. */
  readonly supposed?: boolean;
  /** It stands for more and more newcomers: what comes out only with it does not come out. */
  readonly newcomers?: boolean;
  readonly span: Span;
}

/** `commission: { tiers: [[0 yuan, 0.8%], [500 yuan, 0.5%]], line: 3 }`: 0.8% below 500 yuan, 0.5% from there on. */
export interface TierTable extends Stated {
  readonly name: string;
  readonly tiers: readonly Tier[];
  readonly supposed?: boolean;
  readonly span: Span;
}

/** A rate and the figure from which it holds; the first from 0 on. */
export interface Tier {
  readonly from: NumberNode;
  readonly rate: NumberNode;
}

/** Where a document says something (`{ is: 1000 yuan, line: 66 }`), or what was looked for in vain. */
export interface Stated {
  readonly line?: number;
  /** The letter of the document; absent = that of the chapter. */
  readonly document?: string;
  /** Words that were looked for in the document, and are not there. */
  readonly searched?: SearchedWords;
}

export interface Rounds {
  /** The unit that counts rows (`order`, `night`). */
  readonly each: Located<string>;
  /** Row 0. */
  readonly start: readonly Step[];
  /** Columns in the order in which they are worked out. */
  readonly row: readonly Step[];
  /** The table's length: a fixed number of rows, or the first row in which a condition holds. */
  readonly length: { readonly rows: number } | { readonly until: Formula };
  /** The run never goes past this row; reaching it without an answer is an error that names it. Default 100000. */
  readonly limit: number;
  readonly span: Span;
}

/** Another way to understand the same text: some definitions replaced. */
export interface Reading {
  readonly name: string;
  readonly replaces: readonly Step[];
  /** It adds newcomers: what comes out only under it does not come out. */
  readonly newcomers?: boolean;
  readonly span: Span;
}

export interface Claim {
  readonly name: string;
  readonly span: Span;
  readonly content:
    | {
        readonly kind: 'figure';
        /** The figure as printed, digits kept: `1.43`, `10万`. */
        readonly text: string;
        readonly printed: Quantity;
        /** Half a unit of the last printed digit comes from here: 2 for `1.43`, -4 for `10万`. */
        readonly places: number;
        readonly printedSpan: Span;
        readonly of: Formula;
        /** Tolerance of an `about` claim as a share of the printed figure (0.05 = 5 %). */
        readonly about?: Amount;
      }
    | {
        readonly kind: 'statement';
        readonly says: Formula;
        /** When set, the statement is tested in every row from 1 to the limit. */
        readonly every: boolean;
      };
  readonly expect?: Located<Verdict>;
  /** The verdict expected under each named reading (`under: { rounded-as-printed: exact }`). */
  readonly under: readonly { readonly reading: Located<string>; readonly expect: Located<Verdict> }[];
  readonly ledger: readonly string[];
  /** Line of the document. */
  readonly line?: number;
}

export interface Assumption extends Stated {
  readonly name: string;
  readonly span: Span;
  /** Names of quantities on which it rests. */
  readonly restsOn: readonly Located<string>[];
  /** The silent conversion that this assumption owns up to (`yuan -> value`). */
  readonly converts?: { readonly from: Unit; readonly to: Unit; readonly span: Span };
  /** One change at a time: definitions replaced, and what to look at. */
  readonly try: readonly Step[];
  readonly watch: readonly Formula[];
}

export interface MoneyFlow {
  readonly from: Located<string>;
  readonly to: Located<string>;
  readonly amount: Formula;
  readonly span: Span;
}

/** `spend: 200 .. 5000 step 50 yuan` or `take_rate: [10%, 15%]`. */
export interface Vary {
  readonly name: string;
  readonly choices:
    | { readonly kind: 'range'; readonly from: Amount; readonly to: Amount; readonly step: Amount; readonly unit: Unit }
    | { readonly kind: 'list'; readonly values: readonly Quantity[] };
  readonly span: Span;
}
