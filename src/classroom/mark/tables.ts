import type { KeyColumn, KeyExercise } from '../key/key.js';
import { writeCsv } from '../table/csv.js';
import type { Mark, MarkedAnswer, MarkedPaper } from './grade.js';

/** How one figure went in the class. */
export interface AnswerStatistics {
  readonly column: KeyColumn;
  readonly counts: Readonly<Record<Mark, number>>;
  /** Right or following on, as a whole percentage of the papers handed in; absent when there is none. */
  readonly solved?: number;
  /** The wrong figure, letter or code written most often, where it was written more than once. */
  readonly frequent?: { readonly written: string; readonly times: number };
  /** The misconception met most often. */
  readonly misconception?: { readonly code: string; readonly times: number };
}

export function answerStatistics(exercises: readonly KeyExercise[], papers: readonly MarkedPaper[]): readonly AnswerStatistics[] {
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
      const solved = count('right') + count('follow-on');
      return {
        column,
        counts: {
          right: count('right'),
          'follow-on': count('follow-on'),
          wrong: count('wrong'),
          'other-unit': count('other-unit'),
          unreadable: count('unreadable'),
          empty: count('empty'),
        },
        ...(answers.length === 0 ? {} : { solved: Math.round((100 * solved) / answers.length) }),
        ...(frequent === undefined || frequent.times < 2 ? {} : { frequent: { written: frequent.value, times: frequent.times } }),
        ...(misconception === undefined ? {} : { misconception: { code: misconception.value, times: misconception.times } }),
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

/** A row for each student: marks by exercise, the sum, and what still has to be marked by hand. */
export function studentsCsv(exercises: readonly KeyExercise[], papers: readonly MarkedPaper[]): string {
  const counted = exercises.filter(({ columns }) => columns.length > 0);
  const most = counted.reduce((sum, { marks }) => sum + marks, 0);
  const head = ['id', 'name', 'group', 'handed in', 'marks', 'of', ...exercises.map(({ number, marks }) => `${number} of ${marks}`)];
  const rows = papers.map(({ student, handedIn, total, marks }) => [
    student.id,
    student.name,
    student.group,
    handedIn ? 'yes' : 'no',
    handedIn ? total.toFixed() : '',
    String(most),
    ...exercises.map(({ number }) => (handedIn ? (marks.get(number)?.toFixed() ?? 'by hand') : '')),
  ]);
  return writeCsv([head, ...rows]);
}

/** A row for each answer of each student, with what was accepted. */
export function markedCsv(papers: readonly MarkedPaper[]): string {
  const head = ['id', 'name', 'answer', 'exercise', 'typed', 'read as', 'mark', 'right', 'from', 'to', 'unit', 'misconception'];
  const line = ({ student }: MarkedPaper, { column, typed, readAs, mark, entry, misconception }: MarkedAnswer) => [
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
  ];
  return writeCsv([head, ...papers.flatMap((paper) => (paper.handedIn ? paper.answers.map((answer) => line(paper, answer)) : []))]);
}

/** A row for each figure: how the class did. */
export function exercisesCsv(statistics: readonly AnswerStatistics[]): string {
  const head = [
    'answer',
    'exercise',
    'right',
    'follow-on',
    'wrong',
    'other unit',
    'unreadable',
    'empty',
    'solved %',
    'most frequent wrong figure',
    'times',
    'misconception',
    'times',
  ];
  const rows = statistics.map(({ column, counts, solved, frequent, misconception }) => [
    column.label,
    `${column.chapter}.${column.exercise}`,
    ...(['right', 'follow-on', 'wrong', 'other-unit', 'unreadable', 'empty'] as const).map((mark) => String(counts[mark])),
    solved === undefined ? '' : String(solved),
    frequent?.written ?? '',
    frequent === undefined ? '' : String(frequent.times),
    misconception?.code ?? '',
    misconception === undefined ? '' : String(misconception.times),
  ]);
  return writeCsv([head, ...rows]);
}
