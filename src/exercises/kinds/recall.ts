import type { RecalledExercise, Task } from '../../chapter/index.js';
import { didYouMean } from '../../diagnostics/index.js';
import type { EvaluatedChapter } from '../../evaluate/index.js';
import { impossible, type Making } from '../answer/making.js';

/** Exercises hold recalled exercises: `One` is their type, which only the list of all kinds knows. */
export interface RecallForm<One> {
  readonly kind: 'recall';
  readonly items: readonly RecalledItem<One>[];
}

/** An exercise of an earlier chapter, asked again. Its ids are those of the exercise that recalls it. */
export interface RecalledItem<One> {
  readonly chapter: string;
  readonly chapterNumber: number;
  /** Its name in that chapter, under which the words have its prompt. */
  readonly name: string;
  readonly exercise: One;
}

/** What comes before a chapter: the names of all earlier ones in teaching order, and the content of those that could be read. */
export interface EarlierChapters<One> {
  readonly names: readonly string[];
  readonly chapters: readonly { readonly evaluated: EvaluatedChapter; readonly exercises: readonly One[] }[];
}

/** How an exercise is asked again under ids of its own: a copy, or undefined where its kind needs more room than `kinds`. */
export interface Copies<One> {
  readonly kinds: readonly string[];
  readonly copy: (exercise: One, id: string) => One | undefined;
}

interface NamedExercise {
  readonly name: string;
  readonly form: { readonly kind: string };
}

/** Exercises of earlier chapters as they stand there, with ids of their own. */
export function makeRecall<One extends NamedExercise>(
  task: Task<'recall'>,
  making: Making,
  earlier: EarlierChapters<One>,
  copies: Copies<One>,
): RecallForm<One> | undefined {
  const items = task.items.flatMap((one, index) => findItem(one, `${making.spec.name}.${index + 1}`, making, earlier, copies) ?? []);
  return items.length === task.items.length ? { kind: 'recall', items } : undefined;
}

function findItem<One extends NamedExercise>(
  one: RecalledExercise,
  id: string,
  making: Making,
  { names, chapters }: EarlierChapters<One>,
  copies: Copies<One>,
): RecalledItem<One> | undefined {
  if (!names.includes(one.chapter)) return reportUnknown(one, 'chapter', one.chapter, names, making);
  const chapter = chapters.find(({ evaluated }) => evaluated.source.name === one.chapter);
  // A chapter or an exercise with a mistake was reported there.
  if (chapter === undefined) return undefined;
  const { source } = chapter.evaluated;
  const specs = source.sums.exercises.map(({ name }) => name);
  if (!specs.includes(one.exercise) && !source.sums.failedExercises?.has(one.exercise))
    return reportUnknown(one, `exercise of ${one.chapter}`, one.exercise, specs, making);
  const exercise = chapter.exercises.find(({ name }) => name === one.exercise);
  if (exercise === undefined) return undefined;
  const copy = copies.copy(exercise, id);
  if (copy === undefined) {
    const hint = `Kinds that can be recalled: ${copies.kinds.join(', ')}.`;
    return impossible(making, `recalls \`${one.chapter}.${one.exercise}\`, a \`${exercise.form.kind}\` that needs more room`, hint);
  }
  const { name, number } = source;
  return { chapter: name, chapterNumber: number, name: one.exercise, exercise: copy };
}

function reportUnknown(one: RecalledExercise, what: string, name: string, known: readonly string[], { spec, report }: Making): undefined {
  const message =
    what === 'chapter'
      ? `Exercise \`${spec.name}\` recalls chapter \`${name}\`, which is no earlier one.`
      : `Exercise \`${spec.name}\` recalls \`${name}\`, which is no ${what}.`;
  const list = known.length === 0 ? 'No chapter comes before this one.' : `Known: ${known.join(', ')}.`;
  return report('earlier-exercise', one.span, message, didYouMean(name, known, list));
}
