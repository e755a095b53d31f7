import { isSameWord, plainWord } from '../../answer/index.js';
import { misconceptionInterval } from '../../exercises/index.js';
import { type Amount, amount, contains, ONE, roundHalfUp, ZERO } from '../../number/index.js';
import type { KeyColumn, KeyEntry, KeyExercise, KeyRow } from '../key/key.js';
import type { Remark } from '../record/remarks.js';
import type { StudentPaper } from '../set/plan.js';
import { type EarlierAnswer, followsOn } from './follow-on.js';
import type { AnswerReading } from './read-answer.js';

/**
 * `follow-on`: right given the student's own earlier figures. `other-unit`: a number with the word of another unit behind it.
 * Decided after the lesson: `accepted`, right all the same; `given`, its marks are everybody's; `void`, it does not count.
 */
export type Mark = 'right' | 'follow-on' | 'accepted' | 'given' | 'wrong' | 'other-unit' | 'unreadable' | 'empty' | 'void';

/** Marks that earn what an answer is worth. */
export const EARNING: readonly Mark[] = ['right', 'follow-on', 'accepted', 'given'];

export interface MarkedAnswer {
  readonly column: KeyColumn;
  readonly typed: string;
  readonly mark: Mark;
  readonly written?: Amount;
  /** How a figure was understood, or why it was not; absent where there is nothing to tell. */
  readonly readAs?: string;
  readonly entry: KeyEntry;
  /** The misconception that gives what was written. */
  readonly misconception?: string;
  /** What was decided after the lesson, where it changed the mark. */
  readonly remarks?: readonly Remark[];
}

export interface MarkedPaper {
  readonly student: KeyRow;
  /** False when the answers have no row that counts, or nothing stands in it. */
  readonly handedIn: boolean;
  readonly answers: readonly MarkedAnswer[];
  /** By number of the exercise: the marks earned, to two decimals; absent for one that is marked by hand. */
  readonly marks: ReadonlyMap<number, Amount>;
  readonly total: Amount;
  /** By number of the exercise: the most that could be earned, without what is void. */
  readonly most: ReadonlyMap<number, Amount>;
  readonly outOf: Amount;
}

export interface Grading {
  readonly exercises: readonly KeyExercise[];
  readonly reading: AnswerReading;
  /** The student's chapters with their numbers; absent = earlier errors are not carried forward. */
  readonly paper?: StudentPaper;
}

/** The answers of one student against the key: each figure earns an equal part of its exercise's marks. */
export function gradePaper(student: KeyRow, typed: ReadonlyMap<string, string> | undefined, grading: Grading): MarkedPaper {
  const earlier: EarlierAnswer[] = [];
  const answers = grading.exercises.flatMap(({ columns }) =>
    columns.flatMap((column): readonly MarkedAnswer[] => {
      const entry = student.answers[column.label];
      return entry === undefined ? [] : [gradeAnswer(column, entry, typed?.get(column.label) ?? '', earlier, grading)];
    }),
  );
  return sumUp(
    student,
    answers.some(({ mark }) => mark !== 'empty'),
    answers,
    grading.exercises,
  );
}

const MARK_PLACES = 2;

/** A paper with its marks: each answer is worth an equal part of its exercise, and a void one is worth nothing to anybody. */
export function sumUp(
  student: KeyRow,
  handedIn: boolean,
  answers: readonly MarkedAnswer[],
  exercises: readonly KeyExercise[],
): MarkedPaper {
  const counted = exercises.filter(({ columns }) => columns.length > 0);
  const share = (counts: (mark: Mark) => boolean) =>
    new Map(
      counted.map(({ number, columns, marks }) => {
        const own = answers.filter(({ column }) => columns.some(({ label }) => label === column.label));
        const part = own.filter(({ mark }) => counts(mark)).length;
        return [number, roundHalfUp(ONE.times(marks).times(part).dividedBy(Math.max(1, own.length)), MARK_PLACES)] as const;
      }),
    );
  const [marks, most] = [share((mark) => EARNING.includes(mark)), share((mark) => mark !== 'void')];
  return { student, handedIn, answers, marks, total: sum(marks), most, outOf: sum(most) };
}

function sum(marks: ReadonlyMap<number, Amount>): Amount {
  return [...marks.values()].reduce((all, one) => all.plus(one), ZERO);
}

function gradeAnswer(
  column: KeyColumn,
  entry: KeyEntry,
  typed: string,
  earlier: EarlierAnswer[],
  { reading, paper }: Grading,
): MarkedAnswer {
  if (entry.word !== undefined) return { column, typed, mark: gradeWord(typed, entry.word), entry };
  const read = reading.read(typed, column, entry);
  if (read.kind === 'empty') return { column, typed, mark: 'empty', entry };
  const readAs = reading.tell(read, column);
  const told = { column, typed, entry, ...(readAs === '' ? {} : { readAs }) };
  if (read.kind === 'refused') return { ...told, mark: 'unreadable' };
  const { value: written } = read;
  if (read.kind === 'other-unit') return { ...told, mark: 'other-unit', written };
  const { chapter, exercise, answer } = column;
  const right = contains({ low: amount(entry.low), high: amount(entry.high) }, written);
  const follows = !right && paper !== undefined && followsOn(paper, chapter, answer, written, earlier);
  earlier.push({ chapter, exercise, answer, written, right });
  if (right) return { ...told, mark: 'right', written };
  const wrong = entry.misconceptions.find(({ value }) => contains(misconceptionInterval(amount(value), entry.places), written));
  const known = wrong === undefined ? {} : { misconception: wrong.code };
  return { ...told, mark: follows ? 'follow-on' : 'wrong', written, ...(follows ? {} : known) };
}

/** A letter, a code or the number of a line. */
function gradeWord(typed: string, word: string): Mark {
  if (plainWord(typed) === '') return 'empty';
  return isSameWord(typed, word) ? 'right' : 'wrong';
}
