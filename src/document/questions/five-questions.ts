import { type DirectiveOf, directivesNamed, type Prose } from '../../chapter/index.js';
import { writingLines } from '../exercise/parts.js';
import { panel, paragraph, strong, text } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { proseBlocks } from '../wording/prose.js';
import type { Voice } from '../wording/voice.js';

/** The five questions with the chapter's own prompts, and for teachers the model answers. */
export function fiveQuestions({ prose }: DirectiveOf<'five-questions'>, voice: Voice, idPrefix: string): readonly Block[] {
  const prompts = numberedItems(prose, voice, `${idPrefix}-five-questions`);
  const teacher = voice.edition === 'teacher';
  const questions = QUESTIONS.flatMap((question, index): readonly Block[] => [
    questionHeading(question, index, voice, idPrefix),
    ...(prompts[index] ?? []),
    ...(teacher ? [] : [writingLines(2, voice)]),
  ]);
  return [...questions, ...(teacher ? modelAnswers(voice, idPrefix) : [])];
}

/** One panel, so that the key booklet takes it as it stands. */
function modelAnswers(voice: Voice, idPrefix: string): readonly Block[] {
  const answers = directivesNamed(voice.words, 'five-answers').flatMap(({ prose }) =>
    numberedItems(prose, voice, `${idPrefix}-five-answers`),
  );
  if (answers.length === 0) return [];
  const items = answers.map((blocks, index): readonly Block[] => {
    const question = QUESTIONS[index];
    return question === undefined ? blocks : [paragraph(strong(voice.say(question))), ...blocks];
  });
  const title = voice.say('label-and-text', { label: voice.say('answer'), text: voice.say('five-questions') });
  return [panel('answer', title, [{ kind: 'list', ordered: true, items }])];
}

/** The items of the numbered list, each as blocks. */
function numberedItems(prose: Prose, voice: Voice, id: string): readonly (readonly Block[])[] {
  return proseBlocks(prose, voice, id).flatMap((block) => (block.kind === 'list' && block.ordered ? block.items : []));
}

function questionHeading(question: (typeof QUESTIONS)[number], index: number, voice: Voice, idPrefix: string): Block {
  const id = `${idPrefix}-question-${index + 1}`;
  return { kind: 'heading', level: 3, id, inlines: [text(`${index + 1}. ${voice.say(question)}`)] };
}

/** The names of the questions, in order. */
const QUESTIONS = ['question-figures', 'question-units', 'question-inputs', 'question-money', 'question-scale'] as const;
