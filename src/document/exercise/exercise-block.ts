import { type DirectiveOf, directivesNamed } from '../../chapter/index.js';
import { type Exercise, misconceptionInterval, type NumericAnswer, type WrittenPart, writtenParts } from '../../exercises/index.js';
import type { Interval } from '../../number/index.js';
import { saidUnit } from '../screen/unit-words.js';
import { panel, paragraph } from '../tree/inlines.js';
import type { Block, ExerciseBlock } from '../tree/nodes.js';
import { fieldsIn, type GradedAnswer, type WrittenInterval } from '../tree/screen-parts.js';
import { proseBlocks } from '../wording/prose.js';
import type { Voice } from '../wording/voice.js';
import { exerciseParts } from './form-blocks.js';
import { recalledItems } from './recall.js';

type Prompt = DirectiveOf<'exercise'>;
type Attached = 'hint' | 'frame' | 'rubric' | 'answer';

/** An exercise with its prompt in words; hint and frame are for students, rubric and key for teachers. */
export function exerciseBlock(exercise: Exercise, prompt: Prompt, voice: Voice, idPrefix: string): ExerciseBlock {
  const id = `${idPrefix}-${exercise.name}`;
  const prose = ({ prose: own }: DirectiveOf<'exercise' | Attached>, part: string) => proseBlocks(own, voice, `${id}-${part}`);
  const attached = (kind: Attached) => directivesNamed(voice.words, kind, exercise.name);
  const { response: parts, key } = exerciseParts(exercise, voice);
  const hints = attached('hint').map((hint) => panel('note', voice.say('hint-title'), prose(hint, 'hint')));
  const frames = attached('frame').flatMap((frame) => prose(frame, 'frame'));
  const rubrics =
    voice.edition === 'teacher'
      ? attached('rubric').map((rubric) => panel('rubric', voice.say('rubric-title'), prose(rubric, 'rubric')))
      : [];
  const response = [...frames, ...parts];
  const answers =
    voice.edition === 'teacher' && !BOXES.has(exercise.name)
      ? attached('answer').map((answer) => panel('answer', voice.say('answer-in-words'), prose(answer, 'answer')))
      : [];
  const { grading } = voice;
  if (grading !== undefined) {
    const marks = fieldsIn(response).map((field) => grading.marks.get(field));
    grading.exercises.push({ id, marks, answers: gradedAnswers(exercise, voice) });
  }
  return {
    id,
    number: exercise.number,
    level: exercise.level,
    levelWord: voice.say(`level-${exercise.level}`),
    marks: exercise.marks === 1 ? voice.say('marks-one') : voice.say('marks-many', { marks: String(exercise.marks) }),
    kindWord: voice.say(`kind-${exercise.form.kind}`),
    prompt: [...prose(prompt, 'prompt'), ...hints],
    response,
    key: [...key, ...answers, ...rubrics],
  };
}

/** `::: answer exit` answers the box of that name, whatever an exercise is called. */
const BOXES: ReadonlySet<string> = new Set(['exit', 'transfer']);

/** Stands where an exercise's words are but its sums could not be made: the prompt alone. */
export function promptAlone(prompt: Prompt, voice: Voice, idPrefix: string): readonly Block[] {
  const blocks = proseBlocks(prompt.prose, voice, idPrefix);
  return blocks.length === 0 ? [paragraph('')] : blocks;
}

function gradedAnswers(exercise: Exercise, voice: Voice): readonly GradedAnswer[] {
  const { form } = exercise;
  // Recalled figures have the units of their own chapter.
  if (form.kind === 'recall') return recalledItems(form, voice).flatMap((item) => gradedAnswers(item.exercise, item.voice));
  const parts = writtenParts(exercise);
  // Letters, codes and numbers of lines come first.
  return [...parts.filter(({ kind }) => kind !== 'figure'), ...parts.filter(({ kind }) => kind === 'figure')].map((part) =>
    gradedPart(part, voice),
  );
}

function gradedPart(part: WrittenPart, voice: Voice): GradedAnswer {
  switch (part.kind) {
    case 'figure':
      return gradedFigure(part.answer, voice);
    case 'word':
    case 'line-number':
      return { id: part.id, word: part.text };
  }
}

function gradedFigure(answer: NumericAnswer, voice: Voice): GradedAnswer {
  return {
    id: answer.id,
    accepted: written(answer.accepted),
    unit: answer.exact.unit.key,
    said: saidUnit(answer.exact.unit, voice),
    misconceptions: answer.misconceptions.map(({ code, value }) => ({
      code,
      text: voice.shared.misconceptions.get(code)?.name ?? code,
      accepted: written(misconceptionInterval(value, answer.places)),
    })),
  };
}

function written({ low, high }: Interval): WrittenInterval {
  return { low: low.toFixed(), high: high.toFixed() };
}
