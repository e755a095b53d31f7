import type { SharedWords } from '../../../chapter/index.js';
import {
  answerReading,
  EARNING,
  type FinishedSet,
  type Mark,
  type MarkedAnswer,
  type MarkedPaper,
  type MarkedSet,
  markSet,
  marksDocument,
  marksFiles,
  type Remark,
  type TypedAnswers,
} from '../../../classroom/index.js';
import { hasErrors } from '../../../diagnostics/index.js';
import type { PackedFile } from '../../../export/index.js';
import { type Mistake, mistakeOf } from '../../told/mistake.js';
import type { ClassroomTools } from '../tools/tools.js';
import { type Bar, barsOf } from './bars.js';

/** A marked class as a page shows it: plain data, amounts as decimal text. */
export interface Results {
  readonly students: readonly StudentResult[];
  readonly figures: readonly FigureResult[];
  readonly remarks: readonly Remark[];
}

export interface StudentResult {
  readonly id: string;
  readonly name: string;
  readonly handedIn: boolean;
  readonly total: string;
  readonly outOf: string;
  /** By label. */
  readonly answers: Readonly<Record<string, AnswerResult>>;
}

export interface AnswerResult {
  readonly typed: string;
  readonly mark: Mark;
  readonly earns: boolean;
  /** What should stand there. */
  readonly right: string;
  /** How it was understood, or why it was not; empty where there is nothing to tell. */
  readonly readAs: string;
  /** The name of the misconception that gives what was written; empty where none is known. */
  readonly misconception: string;
  /** Numbers of the remarks that made the mark. */
  readonly remarks: readonly number[];
}

export interface FigureResult {
  readonly label: string;
  readonly chapter: string;
  readonly exercise: string;
  /** In words. */
  readonly unit: string;
  /** Whole percentage of what earned its marks; absent where nobody handed in. */
  readonly solved?: number;
  readonly bars: readonly Bar[];
}

export interface MarkedClass {
  readonly results: Results;
  readonly marked: MarkedSet;
  readonly shared: SharedWords;
}

/** Marks what was typed; told of in one of the languages of the chapters. */
export function markClass(set: FinishedSet, typed: TypedAnswers, language: string, tools: ClassroomTools): MarkedClass {
  const chapters = tools.chapters(set.manifest.chapters.map(({ name }) => name));
  const shared = chapters.words.get(language) ?? [...chapters.words.values()][0];
  if (shared === undefined) throw new Error('internal error: the workbook has no words');
  const marked = markSet(set, chapters, typed, shared);
  const { unitOf } = answerReading(chapters.contents, [...chapters.words.values()], shared);
  const named = (code: string) => shared.misconceptions.get(code)?.name ?? code;
  return {
    marked,
    shared,
    results: {
      students: marked.papers.map((paper) => studentResult(paper, named)),
      figures: marked.statistics.map(({ column, solved }) => ({
        label: column.label,
        chapter: column.chapter,
        exercise: column.exercise,
        unit: unitOf(column),
        ...(solved === undefined ? {} : { solved }),
        bars: barsOf(column.label, marked.papers, named),
      })),
      remarks: set.remarks,
    },
  };
}

function studentResult({ student, handedIn, total, outOf, answers }: MarkedPaper, named: (code: string) => string): StudentResult {
  return {
    id: student.id,
    name: student.name,
    handedIn,
    total: total.toFixed(),
    outOf: outOf.toFixed(),
    answers: Object.fromEntries(answers.map((answer) => [answer.column.label, answerResult(answer, named)])),
  };
}

function answerResult(
  { typed, mark, entry, readAs = '', misconception, remarks = [] }: MarkedAnswer,
  named: (code: string) => string,
): AnswerResult {
  return {
    typed,
    mark,
    earns: EARNING.includes(mark),
    right: entry.shown,
    readAs,
    misconception: misconception === undefined ? '' : named(misconception),
    remarks: remarks.map(({ number }) => number),
  };
}

/** The results as the files that `reckoner mark` writes, with `marks.pdf`; or why that could not be laid out. */
export async function resultFiles(
  set: FinishedSet,
  { marked, shared }: MarkedClass,
  tools: ClassroomTools,
): Promise<{ readonly files: readonly PackedFile[]; readonly mistakes: readonly Mistake[] }> {
  const chapters = tools.chapters(set.manifest.chapters.map(({ name }) => name));
  const { value, diagnostics } = await tools.page(marksDocument(set, chapters, marked, shared), chapters.workbook.paper);
  const mistakes = diagnostics.map(mistakeOf);
  return hasErrors(diagnostics) ? { files: [], mistakes } : { files: marksFiles(set, marked, value), mistakes };
}
