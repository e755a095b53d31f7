import type { Kind } from '../model/exercise.js';
import { choice, FORMULA, type Keys, listOf, MARK, mapOf, type Shape, TEXT, whole } from './shape.js';

export const LEVELS = ['basic', 'standard', 'challenge'] as const;

/** Keys that an exercise of any kind may have. */
export const COMMON_KEYS = {
  marks: { says: 'How many marks the exercise is worth.', takes: whole(1, 40), required: true },
  level: { says: 'How hard it is: basic, standard (as when left out) or challenge.', takes: choice(...LEVELS) },
  lines: { says: 'How many lines there are for working; in `explain`, for writing.', takes: whole(1, 40) },
  places: { says: 'How many decimal places the answer is rounded to; negative for tens, hundreds and so on.', takes: whole(-8, 12) },
  misconceptions: { says: 'What a wrong way of thinking gives: a code such as K2, and the formula of its figure.', takes: mapOf(FORMULA) },
  minutes: { says: 'How many minutes the exercise takes; a note for the author that no page prints.', takes: TEXT },
  'other-readings': { says: '`none` where the prompt leaves no other reading open.', takes: choice('none') },
} satisfies Keys;

/** How a kind of exercise is written: the key that names it, and the keys that it takes beside those of every exercise. */
interface KindKeys {
  /** What the student does, in one sentence. */
  readonly says: string;
  /** What stands under the key that names the kind. */
  readonly takes: Shape;
  readonly keys: Keys;
}

const EXAMPLE = TEXT;
const rows = { says: 'The first and the last row, such as `0-4`; row 0 is the start.', takes: TEXT, required: true } as const;

/** Every kind of exercise, in the order in which messages list them. */
export const KIND_KEYS: { readonly [K in Kind]: KindKeys } = {
  compute: { says: 'works out one figure or several: `example.name`, or a list of them', takes: listOf(FORMULA), keys: {} },
  units: { says: 'writes the unit of each figure named', takes: listOf(FORMULA), keys: {} },
  complete: {
    says: 'fills the gaps of a working that is printed step by step',
    takes: FORMULA,
    keys: { blank: { says: 'The steps whose figures are left out.', takes: listOf(TEXT), required: true } },
  },
  table: {
    says: 'fills the gaps of a table of rounds of the example named',
    takes: EXAMPLE,
    keys: {
      rows,
      columns: { says: 'The columns that are printed; all when left out.', takes: listOf(TEXT) },
      blank: { says: 'The columns that are left empty.', takes: listOf(TEXT) },
      'blank-rows': { says: 'The rows in which they are left empty, such as `2-4`; all when left out.', takes: TEXT },
    },
  },
  check: { says: 'judges claims of the document, `example.claim`, with one of the four verdicts', takes: listOf(TEXT), keys: {} },
  'choose-reading': {
    says: 'finds the reading of the example named that gives the printed figures',
    takes: EXAMPLE,
    keys: { claims: { says: 'The claims whose figures are compared.', takes: listOf(TEXT), required: true } },
  },
  spot: {
    says: 'tells what the document states from what is only supposed',
    takes: EXAMPLE,
    keys: { names: { says: 'Givens, unstated inputs and assumptions, one for each row.', takes: listOf(TEXT), required: true } },
  },
  'what-if': {
    says: 'changes one given of the example named and works the results out again',
    takes: EXAMPLE,
    keys: {
      cases: { says: 'What changes, case by case: `- { price: 30 yuan/cup }`.', takes: listOf(mapOf(FORMULA)), required: true },
      watch: { says: 'The figures that are worked out in each case.', takes: listOf(FORMULA), required: true },
    },
  },
  estimate: {
    says: 'guesses a figure before working it out',
    takes: FORMULA,
    keys: { factor: { says: 'A guess is fine up to this many times too large or too small; above 1.', takes: FORMULA, required: true } },
  },
  plot: {
    says: 'draws a column of the rounds of the example named',
    takes: EXAMPLE,
    keys: {
      x: { says: 'What runs to the right: a column, or what a row counts.', takes: TEXT, required: true },
      y: { says: 'The column that is drawn upwards.', takes: TEXT, required: true },
      rows,
    },
  },
  money: { says: 'fills in who pays whom in the example named, and what each has in the end', takes: EXAMPLE, keys: {} },
  choose: { says: 'chooses the right figure among those that the misconceptions give', takes: FORMULA, keys: {} },
  hunt: {
    says: 'finds the wrong line of a working, names the slip and mends it',
    takes: EXAMPLE,
    keys: {
      lines: { says: 'The steps that are printed as the lines of the working.', takes: listOf(TEXT), required: true },
      slips: {
        says: 'For a line, the code of a misconception and the formula that is printed wrong.',
        takes: mapOf({ kind: 'map', of: FORMULA, most: 1 }),
        required: true,
      },
    },
  },
  match: {
    says: 'puts left and right texts together; the words have them under `::: pairs`',
    takes: MARK,
    keys: { pairs: { says: 'How many pairs the words have, for `check` to count.', takes: whole(2, 20) } },
  },
  recall: { says: 'does exercises of earlier chapters again: `chapter.exercise`, or a list', takes: listOf(TEXT), keys: {} },
  explain: { says: 'answers in sentences; the words have the marking points under `::: rubric`', takes: MARK, keys: {} },
};

/** All keys of an exercise of one kind. */
export function keysOfKind(kind: Kind): Keys {
  const { says, takes, keys } = KIND_KEYS[kind];
  return { [kind]: { says: `The student ${says}.`, takes, required: true }, ...COMMON_KEYS, ...keys };
}
