import { dottedReferencesIn, type Formula } from '../../formula/index.js';
import type { Amount } from '../../number/index.js';
import type { Located, Span } from '../../source/index.js';
import type { Step } from './step.js';

export type Level = 'basic' | 'standard' | 'challenge';

/** One entry of `exercises:`; the kind is the key that names what the student does. */
export interface ExerciseSpec {
  readonly name: string;
  readonly span: Span;
  readonly marks: number;
  readonly level: Level;
  /** Answer lines for handwriting; absent = the kind decides. */
  readonly lines?: number;
  /** Decimal places asked for; absent = the kind decides from the value. */
  readonly places?: number;
  /** The prompt leaves no other reading open, so that the key gives no figures of others; absent = it may. */
  readonly oneReading?: true;
  /** Misconception code -> formula of the wrong figure (in the scope of the example). */
  readonly misconceptions: readonly { readonly code: Located<string>; readonly formula: Formula }[];
  readonly task: ExerciseTask;
}

/** A formula in an exercise names its quantities as `example.name`. */
export type ExerciseTask =
  | { readonly kind: 'compute'; readonly targets: readonly Formula[] }
  | { readonly kind: 'complete'; readonly target: Formula; readonly blanks: readonly Located<string>[] }
  | {
      readonly kind: 'table';
      readonly example: Located<string>;
      readonly from: number;
      readonly to: number;
      readonly columns: readonly Located<string>[];
      readonly blankColumns: readonly Located<string>[];
      /** Rows in which the columns are blank; absent = all rows shown but row 0. */
      readonly blankRows?: { readonly from: number; readonly to: number };
    }
  | { readonly kind: 'check'; readonly claims: readonly ClaimReference[] }
  | { readonly kind: 'choose-reading'; readonly example: Located<string>; readonly claims: readonly Located<string>[] }
  | { readonly kind: 'spot'; readonly example: Located<string>; readonly names: readonly Located<string>[] }
  | {
      readonly kind: 'what-if';
      readonly example: Located<string>;
      /** Each case changes one thing; the first row of the printed table is the unchanged example. */
      readonly cases: readonly (readonly Step[])[];
      readonly watch: readonly Formula[];
    }
  /** Accepted within × or ÷ `factor`. */
  | { readonly kind: 'estimate'; readonly target: Formula; readonly factor: Amount }
  | {
      readonly kind: 'plot';
      readonly example: Located<string>;
      readonly x: Located<string>;
      readonly y: Located<string>;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'money'; readonly example: Located<string> }
  | { readonly kind: 'units'; readonly targets: readonly Formula[] }
  | { readonly kind: 'choose'; readonly target: Formula }
  | {
      readonly kind: 'hunt';
      readonly example: Located<string>;
      /** Steps of the example, in the order of the printed working. */
      readonly lines: readonly Located<string>[];
      /** Lines that are printed wrong, each with the code of its slip and what is worked out instead (in the scope of the example). */
      readonly slips: readonly { readonly line: Located<string>; readonly code: Located<string>; readonly formula: Formula }[];
    }
  /** The pairs stand in the words (`::: pairs NAME`). */
  | { readonly kind: 'match'; readonly pairs?: number }
  /** Exercises of earlier chapters, `pool-price.exit`. */
  | { readonly kind: 'recall'; readonly items: readonly RecalledExercise[] }
  | { readonly kind: 'explain' };

export interface ClaimReference {
  readonly example: string;
  readonly claim: string;
  readonly span: Span;
}

export interface RecalledExercise {
  /** The chapter's name without its number. */
  readonly chapter: string;
  readonly exercise: string;
  readonly span: Span;
}

/** The kind of an exercise: the key under which its task is written. */
export type Kind = ExerciseTask['kind'];

export type Task<K extends Kind> = Extract<ExerciseTask, { readonly kind: K }>;

export interface ExerciseFormula {
  readonly formula: Formula;
  /** The example in whose scope it is written; absent = each of its names has its example before it. */
  readonly within?: string;
  /** The misconception that it stands for; absent = it is asked for. */
  readonly code?: Located<string>;
}

/** Every formula that an exercise holds, those of its misconceptions included. */
export function formulasOf({ task, misconceptions }: ExerciseSpec): readonly ExerciseFormula[] {
  return [...contentsOf(task).formulas, ...misconceptions];
}

/** The examples of its chapter that an exercise names, in itself or in its formulas; a name may come more than once. */
export function examplesNamedIn(spec: ExerciseSpec): readonly string[] {
  const inFormulas = formulasOf(spec).flatMap(({ formula }) => dottedReferencesIn(formula).map(({ example }) => example));
  return [...contentsOf(spec.task).examples, ...inFormulas];
}

interface TaskContents {
  readonly examples: readonly string[];
  readonly formulas: readonly ExerciseFormula[];
}

function contentsOf(task: ExerciseTask): TaskContents {
  switch (task.kind) {
    case 'compute':
    case 'units':
      return { examples: [], formulas: task.targets.map((formula) => ({ formula })) };
    case 'complete':
    case 'estimate':
    case 'choose':
      return { examples: [], formulas: [{ formula: task.target }] };
    case 'what-if': {
      const within = task.example.value;
      const changes = task.cases.flat().map(({ formula }) => ({ formula, within }));
      return { examples: [within], formulas: [...task.watch.map((formula) => ({ formula })), ...changes] };
    }
    case 'hunt': {
      const within = task.example.value;
      return { examples: [within], formulas: task.slips.map(({ formula, code }) => ({ formula, code, within })) };
    }
    case 'table':
    case 'choose-reading':
    case 'spot':
    case 'plot':
    case 'money':
      return { examples: [task.example.value], formulas: [] };
    case 'check':
      return { examples: task.claims.map(({ example }) => example), formulas: [] };
    // What is recalled stands in another chapter.
    case 'recall':
    case 'match':
    case 'explain':
      return { examples: [], formulas: [] };
  }
}
