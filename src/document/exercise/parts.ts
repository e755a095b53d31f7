import { isUneven, type NumericAnswer } from '../../exercises/index.js';
import { formatAmount, placeValue } from '../../number/index.js';
import { paragraph } from '../tree/inlines.js';
import type { BlankWidth, Block, Inline } from '../tree/nodes.js';
import type { Field, FieldMark } from '../tree/screen-parts.js';
import { answerFigure, unitAfterNumber } from '../wording/figures.js';
import { answerName } from '../wording/quantity-name.js';
import type { Voice } from '../wording/voice.js';

/** What an exercise's kind adds to its prompt: where the student writes, and the teacher's key (empty for students). */
export interface ExerciseParts {
  readonly response: readonly Block[];
  readonly key: readonly Block[];
}

/** Makes the blanks of one exercise: numbered in reading order, filled in for the teacher only. */
export interface Blanks {
  figure(answer: NumericAnswer): Inline;
  /** A figure on its own, not below others in a table. */
  single(answer: NumericAnswer): Inline;
  words(width: BlankWidth, answer?: { readonly id: string; readonly text: string }): Inline;
  /** A tick box, ticked for the teacher when it is right. */
  box(right: boolean, alt: string): Inline;
}

export function makeBlanks(voice: Voice): Blanks {
  let made = 0;
  const teacher = voice.edition === 'teacher';
  const marked = (field: Field, mark: FieldMark) => {
    voice.grading?.marks.set(field, mark);
    return field;
  };
  const words: Blanks['words'] = (width, answer) => {
    made += 1;
    const alt = voice.say('blank', { number: String(made) });
    const blank: Field = { kind: 'blank', width, alt, ...(teacher && answer !== undefined ? { answer: answer.text } : {}) };
    return marked(blank, answer?.id);
  };
  return {
    words,
    figure: (answer) => words('medium', { id: answer.id, text: formatAmount(answer.shown, answer.places) }),
    single: (answer) => words('medium', { id: answer.id, text: answerFigure(answer) }),
    box: (right, alt) => marked({ kind: 'box', alt, ticked: teacher && right }, right),
  };
}

/** `Answer: ______ yuan per point`, with the name of the quantity where there are several. */
export function answerLine(answer: NumericAnswer, named: boolean, blanks: Blanks, voice: Voice): Block {
  const blank = [blanks.single(answer)];
  const unit = unitAfterNumber(answer.exact.unit, undefined, voice);
  if (!named) return paragraph(voice.sayInlines('answer-line', { blank, unit }));
  return paragraph(voice.sayInlines('answer-line-named', { name: answerName(answer, voice), blank, unit }));
}

/**
 * How to round, when at least one answer has to be rounded; equal for all answers that need it. In a class, where an answer comes out even
 * for some students, all have the same sentence.
 */
export function roundingNote(answers: readonly NumericAnswer[], voice: Voice): readonly Block[] {
  const { name } = voice.content.evaluated.source;
  const shared = ({ id }: NumericAnswer) => voice.uneven?.get(`${name}.${id}`);
  const always = new Set(answers.filter((one) => isUneven(one) && shared(one) === undefined).map(({ places }) => places));
  const sometimes = answers.flatMap((one) => {
    const places = shared(one);
    return places === undefined ? [] : [isUneven(one) ? one.places : places];
  });
  const counts = [...new Set([...always, ...sometimes])];
  return counts.map((count) => paragraph(always.has(count) ? roundTo(count, voice) : roundUnevenTo(count, voice)));
}

/** One note where each answer has the places of a printed figure. Whether a reading rounds on the way is for the prompt to say. */
export function roundingAsPrinted(answers: readonly NumericAnswer[], voice: Voice): readonly Block[] {
  return answers.some(isUneven) ? [paragraph(voice.say('round-result-as-printed'))] : [];
}

/** Negative places round to tens, hundreds, thousands … */
function roundTo(places: number, voice: Voice): string {
  if (places === 0) return voice.say('round-to-whole');
  if (places === 1) return voice.say('round-to-one-place');
  if (places > 0) return voice.say('round-to-places', { places: String(places) });
  return voice.say('round-to-multiple', { step: formatAmount(placeValue(places), 0) });
}

/** For a class in which some have an answer that comes out even, which is no answer to tens or hundreds. */
function roundUnevenTo(places: number, voice: Voice): string {
  if (places === 0) return voice.say('round-uneven-to-whole');
  return places === 1 ? voice.say('round-uneven-to-one-place') : voice.say('round-uneven-to-places', { places: String(places) });
}

/** Blank room for working, in handwriting lines. */
export function workingSpace(lines: number, voice: Voice): Block {
  return { kind: 'space', lines, alt: voice.say('working-space') };
}

export function writingLines(count: number, voice: Voice): Block {
  return { kind: 'lines', count, alt: voice.say('writing-lines', { count: String(count) }) };
}

/** Blocks for the teacher only. */
export function forTeacher(voice: Voice, make: () => readonly Block[]): readonly Block[] {
  return voice.edition === 'teacher' ? make() : [];
}
