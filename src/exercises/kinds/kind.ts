import type { Making } from '../answer/making.js';
import type { NumericAnswer, WrittenPart } from '../model/answer.js';

/** An order of so many choices: the old place of each new one. */
export type OrderOf = (count: number) => readonly number[];

/** All that later stages have to know about a kind of exercise. Each kind is a file of this folder and a line in `kinds.ts`. */
export interface ExerciseKind<Task, Form, Earlier = unknown> {
  /** The exercise with its answers, in no language; undefined (and reported) when it cannot be made. */
  readonly make: (task: Task, making: Making, earlier: Earlier) => Form | undefined;
  /** What the student writes and is graded by, in reading order; empty where a teacher reads it. `name` is the exercise's. */
  readonly written: (form: Form, name: string) => readonly WrittenPart[];
  /** Set where a wrong figure can be met with advice, so that `misconceptions:` may be listed. */
  readonly misconceptions?: true;
  /** Set where figures follow from the example as the student has it, so that an earlier error is carried on. */
  readonly carries?: true;
  /** The form with its answers renamed; given where a later chapter may recall the exercise, because it needs little room. */
  readonly renamed?: (form: Form, rename: (answer: NumericAnswer) => NumericAnswer) => Form;
  /** The form with its choices in another order; given where there are choices to be put into order. */
  readonly reordered?: (form: Form, orderOf: OrderOf) => Form;
  /** What tells two states of the exercise apart besides its figures; absent = the words that the student writes. */
  readonly choices?: (form: Form) => string;
}
