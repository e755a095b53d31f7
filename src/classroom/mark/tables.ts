import { type Amount, ZERO } from '../../number/index.js';
import type { KeyColumn, KeyExercise } from '../key/key.js';
import type { Remark } from '../record/remarks.js';
import { writeCsv } from '../table/csv.js';
import { EARNING, type Mark, type MarkedAnswer, type MarkedPaper } from './grade.js';

/** How one figure went in the class. */
export interface AnswerStatistics {
  readonly column: KeyColumn;
  readonly counts: Readonly<Record<Mark, number>>;
  /** What earned its marks, as a whole percentage of the papers handed in for which it counts; absent when there is none. */
  readonly solved?: number;
  /** The wrong figure, letter or code written most often, where it was written more than once. */
  readonly frequent?: { readonly written: string; readonly times: number };
  /** The misconception met most often. */
  readonly misconception?: { readonly code: string; readonly times: number };
  /** What was decided about it after the lesson, for the class or for some. */
  readonly remarks: readonly Remark[];
}

export function answerStatistics(
  exercises: readonly KeyExercise[],
  papers: readonly MarkedPaper[],
  remarks: readonly Remark[] = [],
): readonly AnswerStatistics[] {
  const handedIn = papers.filter((paper) => paper.handedIn);
  return exercises.flatMap(({ columns }) =>
    columns.map((column): AnswerStatistics => {
      const answers = handedIn.flatMap((paper) => paper.answers.filter((answer) => answer.column.label === column.label));
      const count = (mark: Mark) => answers.filter((answer) => answer.mark === mark).length;
      const wrong = answers.filter(({ mark }) => mark === 'wrong' || mark === 'other-unit');
      const frequent = mostFrequent(
        wrong.flatMap(({ written, entry, typed }) => written?.toFixed() ?? (entry.word === undefined ? [] : typed.toUpperCase())),
      );
      const misconception = mostFrequent(wrong.flatMap((answer) => answer.misconception ?? []));
      const solved = answers.filter(({ mark }) => EARNING.includes(mark)).length;
      const counting = answers.length - count('void');
      return {
        column,
        counts: {
          right: count('right'),
          'follow-on': count('follow-on'),
          accepted: count('accepted'),
          given: count('given'),
          wrong: count('wrong'),
          'other-unit': count('other-unit'),
          unreadable: count('unreadable'),
          empty: count('empty'),
          void: count('void'),
        },
        ...(counting === 0 ? {} : { solved: Math.round((100 * solved) / counting) }),
        ...(frequent === undefined || frequent.times < 2 ? {} : { frequent: { written: frequent.value, times: frequent.times } }),
        ...(misconception === undefined ? {} : { misconception: { code: misconception.value, times: misconception.times } }),
        remarks: remarks.filter(({ change, undone }) => undone === undefined && change.label === column.label),
      };
    }),
  );
}

/** The value that occurs most often, the first of them. */
function mostFrequent(values: readonly string[]): { readonly value: string; readonly times: number } | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best === undefined ? undefined : { value: best[0], times: best[1] };
}

/** The most that a student could earn, with what is void for the class left out, and by number of the exercise. */
export function mostOfClass(papers: readonly MarkedPaper[]): { readonly outOf: Amount; readonly most: ReadonlyMap<number, Amount> } {
  const largest = (amounts: readonly Amount[]) => amounts.reduce((best, one) => (one.greaterThan(best) ? one : best), ZERO);
  const numbers = [...(papers[0]?.most.keys() ?? [])];
  return {
    outOf: largest(papers.map(({ outOf }) => outOf)),
    most: new Map(numbers.map((number) => [number, largest(papers.map(({ most }) => most.get(number) ?? ZERO))])),
  };
}

/** A row for each student: marks by exercise, the sum, what still has to be marked by hand, and the numbers of remarks that changed something. */
export function studentsCsv(exercises: readonly KeyExercise[], papers: readonly MarkedPaper[]): string {
  const { most } = mostOfClass(papers);
  const head = [
    'id',
    'name',
    'group',
    'handed in',
    'marks',
    'of',
    ...exercises.map(({ number, marks }) => `${number} of ${most.get(number)?.toFixed() ?? marks}`),
    'remarks',
  ];
  const rows = papers.map(({ student, handedIn, total, outOf, marks, answers }) => [
    student.id,
    student.name,
    student.group,
    handedIn ? 'yes' : 'no',
    handedIn ? total.toFixed() : '',
    outOf.toFixed(),
    ...exercises.map(({ number }) => (handedIn ? (marks.get(number)?.toFixed() ?? 'by hand') : '')),
    numbersOf(answers.flatMap(({ remarks = [] }) => remarks)),
  ]);
  return writeCsv([head, ...rows]);
}

function numbersOf(remarks: readonly Remark[]): string {
  return [...new Set(remarks.map(({ number }) => number))].toSorted((a, b) => a - b).join(' ');
}

/** A row for each answer of each student, with what was accepted. */
export function markedCsv(papers: readonly MarkedPaper[]): string {
  const head = ['id', 'name', 'answer', 'exercise', 'typed', 'read as', 'mark', 'right', 'from', 'to', 'unit', 'misconception', 'remark'];
  const line = ({ student }: MarkedPaper, { column, typed, readAs, mark, entry, misconception, remarks = [] }: MarkedAnswer) => [
    student.id,
    student.name,
    column.label,
    `${column.chapter}.${column.exercise}`,
    typed,
    readAs ?? '',
    mark,
    entry.shown,
    entry.low,
    entry.high,
    column.unit,
    misconception ?? '',
    remarks.map(({ number, reason }) => `${number}: ${reason}`).join('; '),
  ];
  return writeCsv([head, ...papers.flatMap((paper) => (paper.handedIn ? paper.answers.map((answer) => line(paper, answer)) : []))]);
}

const COUNTED = ['right', 'follow-on', 'accepted', 'given', 'wrong', 'other-unit', 'unreadable', 'empty', 'void'] as const;

/** A row for each figure: how the class did. */
export function exercisesCsv(statistics: readonly AnswerStatistics[]): string {
  const head = [
    'answer',
    'exercise',
    'right',
    'follow-on',
    'accepted',
    'given',
    'wrong',
    'other unit',
    'unreadable',
    'empty',
    'void',
    'solved %',
    'most frequent wrong figure',
    'times',
    'misconception',
    'times',
    'remarks',
  ];
  const rows = statistics.map(({ column, counts, solved, frequent, misconception, remarks }) => [
    column.label,
    `${column.chapter}.${column.exercise}`,
    ...COUNTED.map((mark) => String(counts[mark])),
    solved === undefined ? '' : String(solved),
    frequent?.written ?? '',
    frequent === undefined ? '' : String(frequent.times),
    misconception?.code ?? '',
    misconception === undefined ? '' : String(misconception.times),
    remarks.map(({ number, reason }) => `${number}: ${reason}`).join('; '),
  ]);
  return writeCsv([head, ...rows]);
}
