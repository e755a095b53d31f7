import { isSameWord, plainWord } from '../../answer/index.js';
import { amount, contains, intervalAround } from '../../number/index.js';
import type { KeyExercise } from '../key/key.js';
import type { AcceptedAnswer, Remark } from '../record/remarks.js';
import { type Mark, type MarkedAnswer, type MarkedPaper, sumUp } from './grade.js';
import { OPTION_LETTERS } from './read-answer.js';

/**
 * A marked paper as it stands after what was decided when the lesson was over. A void answer counts for nobody, whatever else is said of
 * it; given marks go before accepted answers. A paper that was not handed in earns nothing.
 */
export function applyRemarks(paper: MarkedPaper, remarks: readonly Remark[], exercises: readonly KeyExercise[]): MarkedPaper {
  const own = remarks.filter(({ change, undone }) => undone === undefined && (change.student ?? paper.student.id) === paper.student.id);
  if (own.length === 0) return paper;
  const answers = paper.answers.map((answer) => {
    const about = own.filter(({ change }) => change.label === answer.column.label);
    const deciding = about.filter((remark) => markBy(remark, answer, paper.handedIn) !== undefined);
    const mark = (['void', 'given', 'accepted'] as const).find((one) =>
      deciding.some((remark) => markBy(remark, answer, paper.handedIn) === one),
    );
    if (mark === undefined) return answer;
    const { misconception: _, ...rest } = answer;
    return { ...rest, mark, remarks: deciding.filter((remark) => markBy(remark, answer, paper.handedIn) === mark) };
  });
  return sumUp(paper.student, paper.handedIn, answers, exercises);
}

/** What a remark makes of an answer; undefined where it changes nothing. */
function markBy({ change }: Remark, answer: MarkedAnswer, handedIn: boolean): Mark | undefined {
  const earns = answer.mark === 'right' || answer.mark === 'follow-on';
  switch (change.kind) {
    case 'void':
      return 'void';
    case 'give':
      return handedIn && !earns ? 'given' : undefined;
    case 'accept':
      return answer.mark !== 'right' && accepts(change.answer, answer) ? 'accepted' : undefined;
  }
}

function accepts(accepted: AcceptedAnswer, { mark, typed, written, entry }: MarkedAnswer): boolean {
  const figure = mark === 'other-unit' || entry.word !== undefined ? undefined : written;
  switch (accepted.kind) {
    case 'value': {
      if (entry.word !== undefined) return isSameWord(typed, accepted.value);
      const value = amount(accepted.value);
      const places = Math.max(entry.places, value.decimalPlaces());
      return figure !== undefined && contains(intervalAround(value, places), figure);
    }
    case 'interval':
      return figure !== undefined && contains({ low: amount(accepted.low), high: amount(accepted.high) }, figure);
    case 'word': {
      const letter = plainWord(accepted.word);
      const option = letter.length === 1 ? entry.options?.[OPTION_LETTERS.indexOf(letter)] : undefined;
      const isOption = option !== undefined && figure !== undefined && contains(intervalAround(amount(option), entry.places), figure);
      return isOption || isSameWord(typed, accepted.word);
    }
  }
}
