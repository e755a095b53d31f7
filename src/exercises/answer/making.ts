import type { ChapterAudit } from '../../audit/index.js';
import type { ExerciseSpec } from '../../chapter/index.js';
import type { DiagnosticCode } from '../../diagnostics/index.js';
import type { EvaluatedChapter } from '../../evaluate/index.js';
import type { Span } from '../../source/index.js';

/** What every kind of exercise is made from. */
export interface Making {
  readonly chapter: EvaluatedChapter;
  readonly audit: ChapterAudit;
  readonly spec: ExerciseSpec;
  /** Takes an author's mistake; a maker returns undefined after it. */
  readonly report: (code: DiagnosticCode, span: Span, message: string, hint: string) => undefined;
}

/** Reports that the exercise cannot be made, and why. */
export function impossible(
  { report, spec }: Making,
  why: string,
  hint = 'See the kinds of exercises in docs/writing-chapters.md.',
): undefined {
  return report('exercise-possible', spec.span, `Exercise \`${spec.name}\` ${why}.`, hint);
}
