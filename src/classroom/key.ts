import { type Exercise, type NumericAnswer, numericAnswers } from '../exercises/index.js';
import { type Interval, intervalAround } from '../number/index.js';
import type { StudentPaper } from './class-set.js';
import { writeCsv } from './csv.js';

/** One figure that is marked: a column of the key, the same for every student of a set. */
export interface KeyColumn {
  /** `3`, or `3.2` where exercise 3 asks for several figures. */
  readonly label: string;
  readonly chapter: string;
  readonly exercise: string;
  readonly answer: string;
  /** `yuan/point`; empty for a pure number. */
  readonly unit: string;
}

/** An exercise of the set, with how much it counts. One without columns is marked by hand. */
export interface KeyExercise {
  readonly number: number;
  readonly chapter: string;
  readonly exercise: string;
  readonly marks: number;
  readonly columns: readonly KeyColumn[];
}

/** What one student should write in one column, amounts as decimal text. */
export interface KeyEntry {
  readonly shown: string;
  readonly exact: string;
  readonly places: number;
  readonly low: string;
  readonly high: string;
  /** For a choice: what stands beside A, B, C … */
  readonly options?: readonly string[];
  readonly misconceptions: readonly { readonly code: string; readonly value: string }[];
}

export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly code: string;
  /** By label. */
  readonly answers: Readonly<Record<string, KeyEntry>>;
}

/** The exercises of a paper; equal for all papers of a set. */
export function keyExercises({ parts }: StudentPaper): readonly KeyExercise[] {
  return parts.flatMap(({ content }) => content.exercises.map((exercise) => keyExercise(exercise, content.evaluated.source.name)));
}

function keyExercise(exercise: Exercise, chapter: string): KeyExercise {
  const { name, number, marks, form } = exercise;
  const columns = numericAnswers(form).map(
    (answer, index, all): KeyColumn => ({
      label: all.length === 1 ? String(number) : `${number}.${partNumber(index + 1, all.length)}`,
      chapter,
      exercise: name,
      answer: answer.id,
      unit: answer.exact.unit.key,
    }),
  );
  return { number, chapter, exercise: name, marks, columns };
}

/** `02` of 12: a spreadsheet that takes `3.10` for 3.1 must not mix it up with the first part. */
function partNumber(part: number, count: number): string {
  return String(part).padStart(String(count).length, '0');
}

/** The answers of a paper by the labels of its columns. */
export function keyEntries({ parts }: StudentPaper): ReadonlyMap<string, KeyEntry> {
  return new Map(
    parts.flatMap(({ content }) =>
      content.exercises.flatMap((exercise) => {
        const { columns } = keyExercise(exercise, content.evaluated.source.name);
        return numericAnswers(exercise.form).map((answer, index) => [columns[index]?.label ?? '', keyEntry(answer, exercise)] as const);
      }),
    ),
  );
}

function keyEntry(answer: NumericAnswer, { form }: Exercise): KeyEntry {
  const { shown, exact, places, misconceptions } = answer;
  const accepted: Interval = form.kind === 'estimate' ? form.accepted : answer.accepted;
  const options = form.kind === 'choose' ? { options: form.options.map(({ value }) => value.amount.toFixed(places)) } : {};
  return {
    shown: shown.toFixed(Math.max(0, places)),
    exact: exact.amount.toFixed(),
    places,
    low: accepted.low.toFixed(),
    high: accepted.high.toFixed(),
    ...options,
    misconceptions: misconceptions.map(({ code, value }) => ({ code, value: value.toFixed() })),
  };
}

/** True where more is accepted than half a unit of the last place on either side, so that a marker has to know the ends. */
export function isWide(entry: KeyEntry, shown: Interval['low']): boolean {
  const narrow = intervalAround(shown, entry.places);
  return !narrow.low.equals(entry.low) || !narrow.high.equals(entry.high);
}

/** The key as a table: for each figure what it is and both ends of what is accepted. */
export function keyCsv(exercises: readonly KeyExercise[], rows: readonly KeyRow[]): string {
  const labels = exercises.flatMap(({ columns }) => columns.map(({ label }) => label));
  const head = ['id', 'name', 'group', 'code', ...labels.flatMap((label) => [label, `${label} from`, `${label} to`])];
  const line = ({ id, name, group, code, answers }: KeyRow) => [
    id,
    name,
    group,
    code,
    ...labels.flatMap((label) => {
      const entry = answers[label];
      return entry === undefined ? ['', '', ''] : [entry.shown, entry.low, entry.high];
    }),
  ];
  return writeCsv([head, ...rows.map(line)]);
}

/** An empty table to type answers into; the codes tell the answers of one set from those of another. */
export function answersCsv(exercises: readonly KeyExercise[], rows: readonly KeyRow[]): string {
  const labels = exercises.flatMap(({ columns }) => columns.map(({ label }) => label));
  return writeCsv([['id', 'name', 'code', ...labels], ...rows.map(({ id, name, code }) => [id, name, code, ...labels.map(() => '')])]);
}
