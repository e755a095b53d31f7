import type { Claim, Conflict, Verdict, VerdictWord } from '../chapter/index.js';
import type { SilentConversion } from '../evaluate/index.js';
import type { Amount, Quantity, Unit } from '../number/index.js';

/** The answers to the five questions for one chapter; made from evaluated examples, changes nothing. */
export interface ChapterAudit {
  readonly chapter: string;
  readonly figures: readonly ClaimVerdict[];
  readonly conflicts: readonly JudgedConflict[];
  readonly conversions: readonly AuditedConversion[];
  readonly inputs: readonly ExampleInputs[];
  readonly money: readonly MoneyTable[];
  readonly scale: readonly ScaleResult[];
}

/** 1. Does the sum come out? */
export interface ClaimVerdict {
  readonly example: string;
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly word: VerdictWord;
  /** What decided the word. */
  readonly rule: Rule;
  /** What has to be taken for granted; with `conditional` only. */
  readonly condition?: Condition;
  /** The inputs that the plain formula reads, through steps and columns and other examples. */
  readonly inputs: readonly ClaimInput[];
  /** The recomputed figure in the unit of the printed one; absent for statements and underivable figures. */
  readonly computed?: Quantity;
  /** computed − printed, in the printed unit. */
  readonly difference?: Amount;
  /** computed ÷ printed; absent when the printed figure is zero. */
  readonly ratio?: Amount;
  /** The verdict under every declared reading, in order. */
  readonly readings: readonly {
    readonly reading: string;
    readonly verdict: Verdict;
    readonly computed?: Quantity;
    readonly failsAtRow?: number;
    /** False where a count goes below none, or a share above the whole: no reading of this story. */
    readonly keepsStory: boolean;
    /** It adds newcomers, or rests on more and more of them. */
    readonly newcomers: boolean;
  }[];
  /** Unknown inputs for want of which it cannot be derived; those of other examples are dotted. */
  readonly missing: readonly string[];
  /** First row in which a `says … every` statement fails. */
  readonly failsAtRow?: number;
  /** How far an `every` statement was tested. */
  readonly testedRows?: number;
}

/**
 * What decides a word, in this order: `stated` = the claim prints an input and no result; 1 = it needs an unknown; 2 = it comes out of what
 * is stated, supposed or a convention; 3 = it comes out under a condition; 4 = none of these.
 */
export type Rule = 'stated' | 1 | 2 | 3 | 4;

export interface Condition {
  /** Unstated inputs of which the value is assumed; empty when another reading is the condition. */
  readonly inputs: readonly ClaimInput[];
  /** The readings under which it comes out; empty when it comes out as it stands. */
  readonly readings: readonly string[];
}

/** An input on which a claim rests, and where it comes from. */
export interface ClaimInput {
  readonly kind: 'stated' | 'supposed' | 'convention' | 'unstated';
  readonly example: string;
  readonly name: string;
  /** Absent = unknown. */
  readonly value?: Quantity;
  /** Letter and line of the document that prints it, when `kind` is `stated`; the letter is absent where the chapter has no document. */
  readonly document?: string;
  readonly line?: number;
  readonly newcomers?: boolean;
}

/** Two statements of which at most one can be true. */
export interface JudgedConflict {
  readonly conflict: Conflict;
  /** The figures on which they clash; absent where none do, or where one cannot be worked out. */
  readonly figures?: readonly [Quantity, Quantity];
}

/** 2. What are the units? */
export interface AuditedConversion extends SilentConversion {
  readonly example: string;
  /** The assumption that names it; absent = an error of `check`. */
  readonly assumption?: string;
}

/** 3. What is held still? */
export interface ExampleInputs {
  readonly example: string;
  readonly unstated: readonly {
    readonly name: string;
    readonly value?: Quantity;
    readonly unit: Unit;
    /** Claims and steps that rest on it. */
    readonly dependents: readonly string[];
    readonly assumptions: readonly string[];
  }[];
  /** Change of each figure claim, in per cent, when one input grows by 1 %. */
  readonly sensitivities: readonly {
    readonly claim: string;
    readonly input: string;
    readonly percent: Amount;
  }[];
}

/** 4. Who pays? */
export interface MoneyTable {
  readonly example: string;
  readonly parties: readonly string[];
  readonly flows: readonly { readonly from: string; readonly to: string; readonly amount?: Quantity }[];
  /** Received − paid for each party, in order of `parties`. */
  readonly nets: readonly { readonly party: string; readonly received: Amount; readonly paid: Amount; readonly net: Amount }[];
  readonly sum: Amount;
  readonly unit: Unit;
  readonly promise?: {
    readonly promised: Quantity;
    readonly funded: Quantity;
    readonly k?: Amount;
    /** Silent conversion inside k. */
    readonly converts?: { readonly from: Unit; readonly to: Unit };
  };
}

/** 5. What if everyone does it? */
export interface ScaleResult {
  readonly example: string;
  /** A quantity of `scale:`, plain and under each reading; or an `every` statement and the row where it first breaks. */
  readonly kind: 'quantity' | 'statement';
  readonly name: string;
  readonly value?: Quantity;
  readonly readings: readonly { readonly reading: string; readonly value?: Quantity; readonly failsAtRow?: number }[];
  readonly failsAtRow?: number;
  readonly testedRows?: number;
}
