import type { ExampleEvaluation } from './example.js';
import type { FarAnswers } from './rounds/far-answers.js';

/** What an example needs from its chapter. */
export interface ChapterScope {
  readonly names: readonly string[];
  /** Keys `example.name` that lie on a cycle. */
  readonly broken: ReadonlySet<string>;
  example(name: string): ExampleEvaluation | undefined;
  /** Absent = every row is worked out. */
  readonly far?: FarAnswers;
}
