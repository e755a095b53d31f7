import { type PairText, pairsOf, rightTexts } from '../../chapter/index.js';
import { type Exercise, type Form, letterId, letterOf } from '../../exercises/index.js';
import { type Cell, panel, paragraph, table, text } from '../tree/inlines.js';
import { proseInlines } from '../wording/prose.js';
import type { Voice } from '../wording/voice.js';
import { type ExerciseParts, forTeacher, makeBlanks } from './parts.js';

/** Numbered texts at the left with a blank for a letter each, lettered ones at the right in the order of the form. */
export function matchParts(form: Form<'match'>, voice: Voice, exercise: Exercise): ExerciseParts {
  const blanks = makeBlanks(voice);
  const pairs = pairsOf(voice.words, exercise.name) ?? [];
  const { texts } = rightTexts(pairs);
  const partners = form.order.flatMap((place) => texts[place] ?? []);
  const labelled = (label: string, { prose }: PairText): Cell => [text(`${label}\u2002`), ...proseInlines(prose, voice)];
  const rows = Array.from({ length: Math.max(pairs.length, partners.length) }, (_, index): readonly Cell[] => {
    const [pair, partner] = [pairs[index], partners[index]];
    const answer = { id: letterId(exercise.name, index), text: letterOf(form.letters[index] ?? 0) };
    return [
      pair === undefined ? '' : labelled(String(index + 1), pair.left),
      pair === undefined ? '' : [blanks.words('short', answer)],
      partner === undefined ? '' : labelled(letterOf(index), partner),
    ];
  });
  const head = [voice.say('match-left'), voice.say('match-letter'), voice.say('match-right')];
  const solution = form.letters.map((letter, index) => `${index + 1}\u00a0${letterOf(letter)}`).join(voice.say('list-separator'));
  return {
    response: [table(['start 4', 'center 1', 'start 4'], head, rows, { rowHeads: false })],
    key: forTeacher(voice, () => [panel('answer', voice.say('answer'), [paragraph(solution)])]),
  };
}
