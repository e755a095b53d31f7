import { type Exercise, type WrittenPart, writtenParts } from '../../exercises/index.js';
import { type Interval, intervalAround } from '../../number/index.js';
import type { StudentPaper } from '../set/plan.js';
import { writeCsv } from '../table/csv.js';

/** One figure, letter or code that is marked: a column of the key, the same for every student of a set. */
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
  /** For a letter or a code: what is written in place of a figure. The fields of a figure are empty then. */
  readonly word?: string;
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
  const { name, number, marks } = exercise;
  const columns = markedPlaces(exercise).map(
    ({ id, unit }, index, all): KeyColumn => ({ label: labelOf(number, index, all.length), chapter, exercise: name, answer: id, unit }),
  );
  return { number, chapter, exercise: name, marks, columns };
}

/** `3`, or `3.2` for the second of several figures of exercise 3. */
function labelOf(number: number, index: number, count: number): string {
  return count === 1 ? String(number) : `${number}.${partNumber(index + 1, count)}`;
}

/** `02` of 12: a spreadsheet that takes `3.10` for 3.1 must not mix it up with the first part. */
function partNumber(part: number, count: number): string {
  return String(part).padStart(String(count).length, '0');
}

/** The answers of a paper by the labels of its columns. */
export function keyEntries({ parts }: StudentPaper): ReadonlyMap<string, KeyEntry> {
  return new Map(
    parts.flatMap(({ content }) =>
      content.exercises.flatMap((exercise) =>
        markedPlaces(exercise).map(({ entry }, index, all) => [labelOf(exercise.number, index, all.length), entry()] as const),
      ),
    ),
  );
}

interface MarkedPlace {
  readonly id: string;
  readonly unit: string;
  readonly entry: () => KeyEntry;
}

/** Where a student writes something that is marked, in reading order. */
function markedPlaces(exercise: Pick<Exercise, 'name' | 'form'>): readonly MarkedPlace[] {
  return writtenParts(exercise).map((part) =>
    part.kind === 'figure'
      ? { id: part.answer.id, unit: part.answer.exact.unit.key, entry: () => figureEntry(part) }
      : { id: part.id, unit: '', entry: () => wordEntry(part.text) },
  );
}

function wordEntry(word: string): KeyEntry {
  return { shown: word, exact: '', places: 0, low: '', high: '', word, misconceptions: [] };
}

function figureEntry({ answer, wide, options }: WrittenPart & { readonly kind: 'figure' }): KeyEntry {
  const { shown, exact, places, misconceptions } = answer;
  const accepted = wide ?? answer.accepted;
  return {
    shown: shown.toFixed(Math.max(0, places)),
    exact: exact.amount.toFixed(),
    places,
    low: accepted.low.toFixed(),
    high: accepted.high.toFixed(),
    ...(options === undefined ? {} : { options: options.map((one) => one.toFixed(places)) }),
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

/** By id and label; a place of which nothing is known is empty. */
type TypedTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A table to type answers into, empty or with `typed`; the codes tell the answers of one set from those of another. */
export function answersCsv(exercises: readonly KeyExercise[], rows: readonly KeyRow[], typed: TypedTexts = new Map()): string {
  const labels = exercises.flatMap(({ columns }) => columns.map(({ label }) => label));
  return writeCsv([
    ['id', 'name', 'code', ...labels],
    ...rows.map(({ id, name, code }) => [id, name, code, ...labels.map((label) => typed.get(id)?.get(label) ?? '')]),
  ]);
}
