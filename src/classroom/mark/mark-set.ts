import type { SharedWords } from '../../chapter/index.js';
import { type Manifest, paperOfFigures } from '../record/manifest.js';
import type { FinishedSet } from '../record/open-set.js';
import type { ClassChapters } from '../set/chapters.js';
import { planChapters } from '../set/plan.js';
import type { TypedAnswers } from './answers.js';
import { applyRemarks } from './apply-remarks.js';
import { gradePaper, type MarkedPaper } from './grade.js';
import { answerReading } from './read-answer.js';
import { type AnswerStatistics, answerStatistics } from './tables.js';

export interface MarkedSet {
  readonly papers: readonly MarkedPaper[];
  readonly statistics: readonly AnswerStatistics[];
}

/**
 * The answers of a class against its key, told of in the language of `shared`. Nothing is drawn again; earlier errors are carried forward
 * where the chapters are those of the set.
 */
export function markSet(
  { manifest, rows, remarks }: FinishedSet,
  chapters: ClassChapters,
  answers: TypedAnswers,
  shared: SharedWords,
): MarkedSet {
  const { exercises, students } = manifest;
  const isCarried = hasChaptersOf(manifest, chapters);
  const plans = isCarried
    ? planChapters(chapters.contents, new Set(exercises.map(({ chapter, exercise }) => `${chapter}.${exercise}`)))
    : [];
  const figures = new Map(students.map((student) => [student.id, student.figures]));
  const reading = answerReading(chapters.contents, [...chapters.words.values()], shared);
  const papers = rows.map((row) => {
    const paper = isCarried ? { paper: paperOfFigures(plans, figures.get(row.id) ?? []) } : {};
    return applyRemarks(gradePaper(row, answers.get(row.id), { exercises, reading, ...paper }), remarks, exercises);
  });
  return { papers, statistics: answerStatistics(exercises, papers, remarks) };
}

/** False when the author has changed a chapter since the set was made. */
export function hasChaptersOf({ chapters }: Manifest, { hashes }: ClassChapters): boolean {
  return chapters.every(({ name, sha256 }) => hashes.some((one) => one.name === name && one.sha256 === sha256));
}
