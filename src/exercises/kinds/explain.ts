import type { Task } from '../../chapter/index.js';
import type { ExerciseKind } from './kind.js';

export interface ExplainForm {
  readonly kind: 'explain';
  /** Of room to write. */
  readonly lines: number;
}

/** An answer in sentences, which a teacher reads. */
export const explain = {
  make: (_task, { spec }) => ({ kind: 'explain', lines: spec.lines ?? spec.marks + 2 }),
  written: () => [],
} satisfies ExerciseKind<Task<'explain'>, ExplainForm>;
