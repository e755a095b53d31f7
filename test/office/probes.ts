import type { ChapterContent } from '../../src/document/index.js';
import { type NumericAnswer, writtenParts } from '../../src/exercises/index.js';
import { address } from '../../src/export/xlsx/file/address.js';
import type { Book, Cell, Sheet } from '../../src/export/xlsx/file/book.js';
import { ANSWER } from '../../src/export/xlsx/sheets/answer-key.js';
import { type Amount, amount, contains, type Interval, maximum, ONE, roundHalfUp } from '../../src/number/index.js';
import type { ReadValue } from '../support/office.js';
import { bankOf } from './sheets.js';

/** A figure that is asked for, with every interval in which an answer is right. */
export interface Asked {
  readonly answer: NumericAnswer;
  readonly accepted: readonly Interval[];
}

interface Probe {
  readonly name: string;
  /** What a student types. */
  readonly typed: (asked: Asked) => number;
  readonly isRight: (asked: Asked) => boolean;
}

const BEYOND = amount('1e-9');

/** Just outside of a bound: a billionth of its size further. */
function beyond(bound: Amount, sign: 1 | -1): Amount {
  return bound.plus(maximum([ONE, bound.abs()]).times(BEYOND).times(sign));
}

function probe(name: string, value: (asked: Asked) => Amount): Probe {
  const typed = (asked: Asked) => value(asked).toNumber();
  // What is typed is the shortest decimal that a spreadsheet shows of the number.
  return { name, typed, isRight: (asked) => asked.accepted.some((one) => contains(one, amount(String(typed(asked))))) };
}

/** Nobody types forty digits: the first and the last figure of twelve decimals that are right. */
const TYPED_PLACES = 12;
const [UP, DOWN] = [2, 3] as const;
const lowest = ({ accepted }: Asked) => (accepted[0]?.low ?? ONE).toDecimalPlaces(TYPED_PLACES, UP);
const highest = ({ accepted }: Asked) => (accepted.at(-1)?.high ?? ONE).toDecimalPlaces(TYPED_PLACES, DOWN);

export const PROBES: readonly Probe[] = [
  probe('shown', ({ answer }) => answer.shown),
  probe('low', lowest),
  probe('high', highest),
  probe('below', (asked) => beyond(lowest(asked), -1)),
  probe('above', (asked) => beyond(highest(asked), 1)),
  probe('misconception', ({ answer }) => roundHalfUp(answer.misconceptions[0]?.value ?? amount('-987654'), answer.places)),
];

/** Every figure that the exercises of a chapter ask for, in the order of the sheet of answers. */
export function answersOf(content: ChapterContent): readonly Asked[] {
  const parts = content.exercises.flatMap((exercise) => writtenParts(exercise).flatMap((part) => (part.kind === 'figure' ? [part] : [])));
  const blanks = bankOf(content, 'en').exercises.flatMap(({ variants: [item] }) => item?.blanks ?? []);
  return blanks.flatMap((blank): readonly Asked[] => {
    if (blank.kind !== 'number') return [];
    const isGuess = blank.id.endsWith('.guess');
    const part = parts.find(({ answer }) => answer.id === (isGuess ? blank.id.slice(0, -'.guess'.length) : blank.id));
    if (part === undefined) throw new Error(`no answer ${blank.id}`);
    const { answer, wide } = part;
    return [{ answer, accepted: isGuess && wide !== undefined ? [wide, answer.accepted] : [answer.accepted] }];
  });
}

/** The sheet of answers once for each probe, filled in. */
export function probedBook(book: Book, content: ChapterContent): Book {
  const sheet = book.sheets[1];
  if (sheet === undefined) throw new Error('the book has no sheet of answers');
  const asked = answersOf(content);
  const rows = figureRows(sheet);
  if (rows.length !== asked.length) throw new Error(`${rows.length} rows for ${asked.length} figures`);
  const sheets = PROBES.map((one): Sheet => {
    const typed = new Map(rows.map((row, index) => [row, one.typed(asked[index] as Asked)]));
    return {
      ...sheet,
      name: one.name,
      rows: sheet.rows.map((row, index) => {
        const value = typed.get(index);
        if (value === undefined) return row;
        const cells: (Cell | undefined)[] = [...row.cells];
        cells[ANSWER.answer] = { style: { font: 'figures' }, content: { kind: 'number', value } };
        return { ...row, cells };
      }),
    };
  });
  return { ...book, names: [], sheets };
}

/** Rows (from 0) with an answer that is a figure: those that have bounds. */
function figureRows({ rows }: Sheet): readonly number[] {
  return rows.flatMap(({ cells }, index) => (cells[ANSWER.bounds]?.content?.kind === 'number' ? [index] : []));
}

/** What the sheet says of each figure. */
export function verdictCells(
  sheet: Sheet,
  values: ReadonlyMap<string, ReadonlyMap<string, ReadValue>>,
): readonly (ReadValue | undefined)[] {
  return figureRows(sheet).map((row) => values.get(sheet.name)?.get(address(ANSWER.check, row + 1)));
}
