import { directivesNamed, type SharedWords } from '../../chapter/index.js';
import type { Diagnosed, Diagnostic } from '../../diagnostics/index.js';
import { type Exercise, numericAnswers } from '../../exercises/index.js';
import { exerciseBlock } from '../exercise/exercise-block.js';
import type { Block, ExerciseBlock } from '../tree/nodes.js';
import type { Field, FieldMark } from '../tree/screen-parts.js';
import { type ChapterContent, chapterVoices, inEdition, type Voice } from '../wording/voice.js';
import { formulasIn, inputsOf } from './check-givens.js';
import { givensTables } from './directives/givens.js';
import { tablesBehind } from './tables-behind.js';

/** One exercise on its own, in the words of one language: it may be asked far from the pages of its chapter. */
export interface ExerciseSheet {
  readonly exercise: Exercise;
  /** The figures behind its answers that its own prompt does not state; empty when it states all. */
  readonly facts: readonly Block[];
  readonly student: ExerciseBlock;
  /** What is right in each field of `student.response`. */
  readonly marks: ReadonlyMap<Field, FieldMark>;
  /** The same exercise with its key, put into words when it is asked for. */
  teacher(): ExerciseBlock;
  /** Words for what stands in the exercise. */
  readonly voice: Voice;
}

/** The exercises of a chapter that are `wanted`, in the order of sums.yaml; none where the chapter has no words in the language. */
export function exerciseSheets(
  content: ChapterContent,
  shared: SharedWords,
  wanted: (exercise: Exercise) => boolean = () => true,
): Diagnosed<readonly ExerciseSheet[]> {
  const diagnostics: Diagnostic[] = [];
  const value = chapterVoices([content], shared, (found) => diagnostics.push(found)).flatMap((voice) => {
    const teacher = inEdition(voice, 'teacher');
    return content.exercises.filter(wanted).flatMap((exercise) => exerciseSheet(exercise, voice, teacher) ?? []);
  });
  return { value, diagnostics };
}

function exerciseSheet(exercise: Exercise, voice: Voice, teacher: Voice): ExerciseSheet | undefined {
  const [prompt] = directivesNamed(voice.words, 'exercise', exercise.name);
  if (prompt === undefined) return undefined;
  const { name } = voice.content.evaluated.source;
  const marks = new Map<Field, FieldMark>();
  const stated = new Set(formulasIn(prompt.prose).flatMap((formula) => inputsOf(formula, voice)));
  return {
    exercise,
    facts: factsBehind(exercise, stated, voice),
    student: exerciseBlock(exercise, prompt, inEdition(voice, 'student', { marks, exercises: [] }), name),
    marks,
    teacher: () => exerciseBlock(exercise, prompt, teacher, name),
    voice,
  };
}

/** A table of facts for each example of which the prompt leaves out figures. A working with slips prints the figures that it starts from. */
function factsBehind(exercise: Exercise, stated: ReadonlySet<string>, voice: Voice): readonly Block[] {
  const { form } = exercise;
  if (form.kind === 'hunt' || form.kind === 'recall') return [];
  const needed = new Set(numericAnswers(form).flatMap(({ formula }) => inputsOf(formula, voice)));
  const tables = tablesBehind(exercise);
  return [...voice.content.evaluated.examples.values()].flatMap(({ example }) => {
    const isOpen = ({ name }: { readonly name: string }) => needed.has(`${example.name}.${name}`) && !stated.has(`${example.name}.${name}`);
    const open = [...example.givens, ...example.conventions].filter(isOpen).map(({ name }) => name);
    const used = tables.filter((one) => one.example === example.name).map(({ table }) => table);
    return open.length + used.length === 0 ? [] : givensTables(example.name, voice, new Set([...open, ...used]));
  });
}
