import { directivesNamed } from '../../chapter/index.js';
import { comesOutEven, type Exercise, type ExerciseForm, type Form, type NumericAnswer } from '../../exercises/index.js';
import { panel, paragraph, strong } from '../tree/inlines.js';
import type { Block, Inline } from '../tree/nodes.js';
import { proseBlocks } from '../wording/prose.js';
import { answerName } from '../wording/quantity-name.js';
import { trimmedSentence } from '../wording/quote.js';
import { chapterVoice, type Voice } from '../wording/voice.js';
import { correctOption } from './figures-asked.js';
import { acceptedText, answerText } from './key.js';
import { type ExerciseParts, forTeacher } from './parts.js';

type RecalledItem = Form<'recall'>['items'][number];

/** An item of an earlier chapter with the voice of that chapter; items of a chapter without words in this language are left out. */
interface SpokenItem extends RecalledItem {
  readonly voice: Voice;
}

export function recalledItems({ items }: Form<'recall'>, voice: Voice): readonly SpokenItem[] {
  return items.flatMap((item) => {
    const content = voice.content.earlier?.find(({ evaluated }) => evaluated.source.name === item.chapter);
    const words = content?.evaluated.source.words.get(voice.words.language);
    if (content === undefined || words === undefined) return [];
    return { ...item, voice: chapterVoice(content, words, voice.shared, voice.edition, voice.report, voice.grading) };
  });
}

/** Numbered items, each with its prompt and its blanks close together; the key says where each comes from. */
export function recallParts(form: Form<'recall'>, voice: Voice, make: (exercise: Exercise, voice: Voice) => ExerciseParts): ExerciseParts {
  const items = recalledItems(form, voice);
  return {
    response: items.flatMap((item, index) => [
      ...numbered(index + 1, promptOf(item)),
      ...make(item.exercise, item.voice).response.map(narrowed),
    ]),
    key: forTeacher(voice, () => [
      panel(
        'answer',
        voice.say('answer'),
        items.map((item, index) => keyLine(item, index + 1)),
      ),
    ]),
  };
}

function promptOf({ voice, chapter, name }: SpokenItem): readonly Block[] {
  const [prompt] = directivesNamed(voice.words, 'exercise', name);
  return prompt === undefined ? [] : proseBlocks(prompt.prose, voice, `recall-${chapter}-${name}`);
}

function numbered(position: number, blocks: readonly Block[]): readonly Block[] {
  const [first, ...others] = blocks;
  const label = strong(`${position}${AFTER_NUMBER}`);
  if (first?.kind !== 'paragraph') return [paragraph(label), ...blocks];
  return [{ ...first, inlines: [label, ...first.inlines] }, ...others];
}

const AFTER_NUMBER = '\u2002';

/** What a recalled question begins with. */
export function isNumber(inline: Inline): boolean {
  const [child] = inline.kind === 'strong' ? inline.children : [];
  return child?.kind === 'text' && /^\d+\u2002$/.test(child.text);
}

/** One line of room for working: these items are quick. */
function narrowed(block: Block): Block {
  return block.kind === 'space' ? { ...block, lines: 1 } : block;
}

function keyLine(item: SpokenItem, position: number): Block {
  const { voice, exercise, chapterNumber } = item;
  const from = voice.say('recall-from', { position: String(position), chapter: String(chapterNumber), exercise: String(exercise.number) });
  return paragraph(strong(from), '\u2002', answerOf(item));
}

function answerOf({ exercise: { form }, voice }: SpokenItem): string {
  if (form.kind === 'choose') return correctOption(form, voice);
  const answers = figuresOf(form);
  if (answers.length === 0) return voice.say('key-filled-in');
  const texts = answers.map((answer) =>
    answers.length === 1
      ? answerWithRange(answer, voice)
      : voice.say('label-and-text', { label: answerName(answer, voice), text: answerWithRange(answer, voice) }),
  );
  return texts.join(voice.say('clause-separator'));
}

/** With what is accepted, where the figure does not come out even. */
function answerWithRange(answer: NumericAnswer, voice: Voice): string {
  const text = answerText(answer, voice);
  const note = trimmedSentence(acceptedText(answer.accepted, voice));
  return comesOutEven(answer) ? text : voice.say('bracketed', { text, note });
}

/** The figures that a key of one line can name; the verdicts of a check are ticked above. */
function figuresOf(form: ExerciseForm): readonly NumericAnswer[] {
  if (form.kind === 'compute') return form.answers;
  return form.kind === 'complete' || form.kind === 'estimate' ? [form.answer] : [];
}
