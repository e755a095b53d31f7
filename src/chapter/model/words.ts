import type { Formula } from '../../formula/index.js';
import type { Located, Source, Span } from '../../source/index.js';
import type { Prose } from './prose.js';

/** A language tag of a words file: `en`, `zh`; any `xx.md` beside sums.yaml adds one. */
export type Language = string;

/** One words file: names in front matter, then prose and directives in reading order. */
export interface Words {
  readonly source: Source;
  readonly language: Language;
  readonly title: string;
  /** One sentence at the head of the student's page. */
  readonly goal: string;
  readonly minutes: number;
  readonly periods: number;
  /** How close the student's pages are set; absent = wide. */
  readonly layout?: 'close' | 'tight';
  readonly objectives: readonly string[];
  /** Competence numbers shown to teachers. */
  readonly competences: readonly string[];
  readonly materials: readonly string[];
  /** `ladder.price` -> how the language calls it. */
  readonly names: ReadonlyMap<string, Located<string>>;
  /** `point` -> forms: [singular, plural] in English; [after a number, after a slash] in Chinese (one form serves both). */
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly claims: ReadonlyMap<string, Located<string>>;
  readonly readings: ReadonlyMap<string, Located<string>>;
  readonly assumptions: ReadonlyMap<string, Located<string>>;
  /** `ladder.full-return` -> why its verdict is what it is, where the author says it better than the engine. */
  readonly reasons: ReadonlyMap<string, Reason>;
  readonly parties: ReadonlyMap<string, Located<string>>;
  /** Ledger id -> why the statement is no sum. */
  readonly notASum: ReadonlyMap<string, Located<string>>;
  /** Conflict -> what the first place says, what the second says, and where they clash. */
  readonly conflicts: ReadonlyMap<string, Located<readonly [string, string, string]>>;
  readonly body: readonly WordsBlock[];
}

/** A stretch of Markdown, or a directive `::: name arguments` … `:::`. */
export type WordsBlock = { readonly kind: 'prose'; readonly text: string; readonly prose: Prose; readonly span: Span } | Directive;

export type DirectiveName =
  | 'exercise'
  | 'rubric'
  | 'hint'
  | 'frame'
  | 'pairs'
  | 'givens'
  | 'worked'
  | 'formula'
  | 'table'
  | 'chart'
  | 'note'
  | 'card'
  | 'certificate'
  | 'exit'
  | 'transfer'
  | 'recall'
  | 'plan'
  | 'discuss'
  | 'feedback'
  | 'verdicts'
  | 'answer'
  | 'five-questions'
  | 'five-answers';

/** A line of prose from the head of a words file. */
export interface Reason extends Located<string> {
  readonly prose: Prose;
}

/** Directives whose one argument is a formula. */
export type FormulaDirective = 'worked' | 'formula';

export type Directive =
  | PlainDirective<Exclude<DirectiveName, FormulaDirective | 'pairs'>>
  /** `formula` is absent when the argument is missing or could not be read, which was reported. */
  | (DirectiveParts & { readonly directive: FormulaDirective; readonly prose: Prose; readonly formula?: Formula })
  | (DirectiveParts & { readonly directive: 'pairs'; readonly lines: readonly PairLine[] });

/** The directive of one name. */
export type DirectiveOf<Name extends DirectiveName> = Directive & { readonly directive: Name };

/** One type for each name, so that a name tells the type. */
type PlainDirective<Name> = Name extends DirectiveName ? DirectiveParts & { readonly directive: Name; readonly prose: Prose } : never;

interface DirectiveParts {
  readonly kind: 'directive';
  readonly arguments: readonly Located<string>[];
  readonly text: string;
  readonly textSpan: Span;
  readonly span: Span;
}

/** A line of `::: pairs` that holds anything; one that is no `- left → right` has no pair. */
export interface PairLine {
  readonly span: Span;
  readonly pair?: Pair;
}

/** Two texts that belong together: `- left → right`. */
export interface Pair {
  readonly left: PairText;
  readonly right: PairText;
}

export interface PairText extends Located<string> {
  readonly prose: Prose;
}
