import type { UnitWords } from '../../answer/index.js';

/**
 * What a page carries so that its reader can change the figures of an example: the sums as text for the same engine, the words to
 * show them in, and what may be changed. All of it is plain JSON; figures are exact decimals as text.
 */
export interface ChapterWhatIf {
  readonly folder: string;
  readonly units: readonly string[];
  readonly examples: readonly ExampleSums[];
  readonly words: WhatIfWords;
  /** What may stand behind a typed figure. */
  readonly unitWords: UnitWords;
  readonly panels: readonly WhatIfPlan[];
}

/** The definitions of one example; formulas and units as they are written in a chapter file. */
export interface ExampleSums {
  readonly name: string;
  readonly givens: readonly DefinitionText[];
  readonly unstated: readonly DefinitionText[];
  readonly steps: readonly DefinitionText[];
  readonly rounds?: {
    readonly each: string;
    readonly start: readonly DefinitionText[];
    readonly row: readonly DefinitionText[];
    readonly rows?: number;
    readonly until?: string;
    readonly limit: number;
  };
}

export interface DefinitionText {
  readonly name: string;
  /** Absent for an unknown. */
  readonly formula?: string;
  readonly unit?: string;
}

export interface WhatIfWords {
  readonly language: string;
  readonly unitForms: 'singular-plural' | 'number-slash';
  readonly spaced: boolean;
  readonly phrases: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, readonly string[]>>;
  /** `ladder.price` -> how the language calls it. */
  readonly names: Readonly<Record<string, string>>;
}

/** One example that can be changed. */
export interface WhatIfPlan {
  readonly id: string;
  readonly example: string;
  readonly title: string;
  /** The exercises that work with it; empty when it stands in a worked example alone. */
  readonly where: string;
  /** The formula of its result, which `title` names. */
  readonly goal: string;
  /** The result is that of a worked example: the lines that lead to it come first. */
  readonly isWorked: boolean;
  readonly inputs: readonly WhatIfInput[];
  /** Figures that exercises ask for (`plan.price[3]`): left open as long as nothing is changed. */
  readonly asked: readonly string[];
  /** The column that is drawn; absent without rounds. */
  readonly drawn?: string;
}

export interface WhatIfInput {
  readonly name: string;
  /** Written as per cent in the chapter. */
  readonly percent: boolean;
  /** Absent for an unknown, which stays unknown until a figure is typed. */
  readonly start?: string;
  /** Positions of the slider in rising order: these figures, or `count` steps from the first. Absent for an unknown. */
  readonly slider?: { readonly values: readonly string[] } | { readonly from: string; readonly step: string; readonly count: number };
}
