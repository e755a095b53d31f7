import type { ExerciseTask, RecalledExercise } from '../../chapter/index.js';
import { suggest } from '../../diagnostics/index.js';
import type { EvaluatedChapter } from '../../evaluate/index.js';
import type { Making } from '../answer/numeric-answer.js';
import type { Exercise, ExerciseForm, NumericAnswer, RecalledItem } from '../model/exercise.js';
import { impossible } from './rounds-kinds.js';

/** What comes before a chapter: the names of all earlier ones in teaching order, and the content of those that could be read. */
export interface EarlierChapters {
  readonly names: readonly string[];
  readonly chapters: readonly { readonly evaluated: EvaluatedChapter; readonly exercises: readonly Exercise[] }[];
}

/** Kinds that need little room: figures to write, or a choice. */
const RECALLED_KINDS: ReadonlySet<string> = new Set(['compute', 'complete', 'estimate', 'units', 'choose', 'check']);

/** Exercises of earlier chapters as they stand there, with ids of their own. */
export function makeRecall(
  task: ExerciseTask & { readonly kind: 'recall' },
  making: Making,
  earlier: EarlierChapters,
): ExerciseForm | undefined {
  const items = task.items.flatMap((one, index) => findItem(one, `${making.spec.name}.${index + 1}`, making, earlier) ?? []);
  return items.length === task.items.length ? { kind: 'recall', items } : undefined;
}

function findItem(one: RecalledExercise, id: string, making: Making, { names, chapters }: EarlierChapters): RecalledItem | undefined {
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
  if (!RECALLED_KINDS.has(exercise.form.kind)) {
    const hint = `Kinds that can be recalled: ${[...RECALLED_KINDS].join(', ')}.`;
    return impossible(making, `recalls \`${one.chapter}.${one.exercise}\`, a \`${exercise.form.kind}\` that needs more room`, hint);
  }
  const { name, number } = source;
  return { chapter: name, chapterNumber: number, name: one.exercise, exercise: withIds(exercise, id) };
}

function reportUnknown(one: RecalledExercise, what: string, name: string, known: readonly string[], { spec, report }: Making): undefined {
  const nearest = suggest(name, known);
  const message =
    what === 'chapter'
      ? `Exercise \`${spec.name}\` recalls chapter \`${name}\`, which is no earlier one.`
      : `Exercise \`${spec.name}\` recalls \`${name}\`, which is no ${what}.`;
  const list = known.length === 0 ? 'No chapter comes before this one.' : `Known: ${known.join(', ')}.`;
  report({
    code: 'earlier-exercise',
    severity: 'error',
    message,
    span: one.span,
    hint: nearest === undefined ? list : `Did you mean \`${nearest}\`?`,
  });
  return undefined;
}

/** The same exercise under another name: two recalled ones may be called alike in their chapters. */
function withIds(exercise: Exercise, id: string): Exercise {
  const renamed = (answer: NumericAnswer): NumericAnswer => ({ ...answer, id: `${id}.${answer.id}` });
  return { ...exercise, name: `${id}.${exercise.name}`, form: mapAnswers(exercise.form, renamed) };
}

function mapAnswers(form: ExerciseForm, renamed: (answer: NumericAnswer) => NumericAnswer): ExerciseForm {
  switch (form.kind) {
    case 'compute':
      return { ...form, answers: form.answers.map(renamed) };
    case 'complete':
      return { ...form, blanks: new Map([...form.blanks].map(([line, answer]) => [line, renamed(answer)])), answer: renamed(form.answer) };
    case 'estimate':
    case 'choose':
      return { ...form, answer: renamed(form.answer) };
    case 'check':
      return {
        ...form,
        claims: form.claims.map((claim) => (claim.answer === undefined ? claim : { ...claim, answer: renamed(claim.answer) })),
      };
    default:
      return form;
  }
}
