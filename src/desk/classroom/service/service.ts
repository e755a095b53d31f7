import type { PackedFile } from '../../../export/index.js';
import type { Mistake } from '../../told/mistake.js';
import type { ListInput } from '../list/read-list.js';
import type { ChoiceFault, ClassChoice } from '../make/choice.js';
import type { MadeClass } from '../make/make-class.js';
import type { Decision, DecisionFault } from '../mark/decide.js';
import type { DroppedFile, NoClass } from '../mark/open-class.js';
import type { Results } from '../mark/results.js';
import type { ListedChapter } from '../tools/tools.js';

/** What was typed, by id and label. */
export type Typed = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface ListedStudent {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly language: string;
  readonly size: string;
}

/** A class list as it was understood. Mistakes = nobody. */
export type ListView =
  | {
      readonly kind: 'list';
      readonly students: readonly ListedStudent[];
      readonly mistakes: readonly Mistake[];
      readonly sheet: string;
      readonly others: readonly string[];
    }
  | { readonly kind: 'refused'; readonly why: string };

export interface SampleView {
  readonly id: string;
  readonly name: string;
  /** Its pages; empty where they could not be laid out. */
  readonly pdf: Uint8Array;
}

export type SamplesView =
  | { readonly kind: 'samples'; readonly samples: readonly SampleView[] }
  | { readonly kind: 'fault'; readonly fault: ChoiceFault | 'no-list' };

export interface SetColumn {
  readonly label: string;
  readonly exercise: string;
  readonly chapter: string;
}

/** A set that is open to be marked. */
export interface SetView {
  readonly kind: 'set';
  readonly seed: string;
  readonly chapters: readonly string[];
  readonly students: readonly { readonly id: string; readonly name: string; readonly group: string }[];
  readonly columns: readonly SetColumn[];
  /** Numbers of exercises that are marked by hand. */
  readonly byHand: readonly number[];
  readonly isWhole: boolean;
  readonly changed: readonly string[];
  readonly hasForeignRemarks: boolean;
  readonly carriesErrors: boolean;
  /** Answers that were typed into the set before it was saved. */
  readonly typed: Typed;
}

export type AnswersView =
  | { readonly kind: 'answers'; readonly typed: Typed; readonly mistakes: readonly Mistake[]; readonly others: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the pages ask of whoever holds the workbook; every argument and answer is plain data. One set is open at a time. */
export interface ClassroomService {
  begin(): Promise<{ readonly chapters: readonly ListedChapter[]; readonly languages: readonly string[] }>;
  readList(list: ListInput, choice: ClassChoice): Promise<ListView>;
  samples(list: ListInput, choice: ClassChoice): Promise<SamplesView>;
  makeClass(
    list: ListInput,
    choice: ClassChoice,
    onProgress: (done: number, wanted: number) => void,
  ): Promise<MadeClass | { readonly kind: 'fault'; readonly fault: ChoiceFault | 'no-list' }>;
  /** Stops the class that is being made. */
  stop(): Promise<void>;
  openSet(files: readonly DroppedFile[]): Promise<SetView | (NoClass & { readonly kind: 'none' })>;
  readAnswers(file: DroppedFile): Promise<AnswersView>;
  mark(typed: Typed, language: string): Promise<Results>;
  decide(decision: Decision): Promise<DecisionFault | 'done'>;
  takeBack(number: number, date: string): Promise<DecisionFault | 'done'>;
  resultFiles(
    typed: Typed,
    language: string,
  ): Promise<{ readonly files: readonly PackedFile[]; readonly zip: NamedFile; readonly mistakes: readonly Mistake[] }>;
  /** What was typed as `answers.csv`. */
  answersFile(typed: Typed): Promise<NamedFile>;
  /** The set with what was typed and decided. */
  savedSet(typed: Typed): Promise<NamedFile>;
}
