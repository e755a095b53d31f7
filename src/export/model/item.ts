import type { EXPORT_PHRASES, Level } from '../../chapter/index.js';
import type { ExerciseForm } from '../../exercises/index.js';
import type { Blank, Content, Piece } from './content.js';
import type { Loss } from './loss.js';

/** The exercises of one chapter in one language, each with its variants. */
export interface Bank {
  /** `07-pool-price`. */
  readonly folder: string;
  readonly chapter: string;
  readonly number: number;
  readonly title: string;
  /** Of the workbook. */
  readonly book: string;
  readonly language: string;
  /** BCP 47. */
  readonly tag: string;
  readonly exercises: readonly BankExercise[];
  readonly words: BankWords;
}

/** Phrases that formats put beside the exercises, as the words of the language have them. */
export type BankWords = Readonly<Record<keyof typeof EXPORT_PHRASES | 'answer' | 'check-right' | 'check-wrong', string>>;

export interface BankExercise {
  /** `pool-price.first-price`: equal in every language. */
  readonly id: string;
  readonly name: string;
  readonly number: number;
  /** `3 Work it out`. */
  readonly title: string;
  readonly kind: ExerciseForm['kind'];
  readonly level: Level;
  readonly marks: number;
  /** One or more. An exercise about a document's own figures has one: as printed. */
  readonly variants: readonly Item[];
  /** True when `variants` were drawn, so that none has the figures of the page. */
  readonly varies: boolean;
  /** What no learning platform carries of it. */
  readonly losses: readonly Loss[];
}

/** One exercise with one set of figures. */
export interface Item {
  /** `pool-price.first-price.07`, and without a number as printed: equal in every language and run. */
  readonly id: string;
  /** 0 = as printed. */
  readonly variant: number;
  readonly title: string;
  readonly stem: readonly Content[];
  /** In reading order. Empty = a person reads the answer. */
  readonly blanks: readonly Blank[];
  /** Texts at the left, each with the place of its partner at the right; the blanks ask for letters of partners. */
  readonly matching?: Matching;
  /** The teacher's key: working, points for marking, an answer in words. Worked out when it is asked for: not every target has it. */
  key(): readonly Content[];
}

export interface Matching {
  readonly left: readonly { readonly text: readonly Piece[]; readonly partner: number }[];
  readonly right: readonly (readonly Piece[])[];
}
