import { createAnswerReader, plainWord, type ReadAnswer, type SaidUnit, saidFigure } from '../../answer/index.js';
import type { SharedWords } from '../../chapter/index.js';
import { type ChapterContent, chapterVoice, saidUnit, unitWords } from '../../document/index.js';
import { parseUnit } from '../../formula/index.js';
import { amount, BUILT_IN_UNITS, formatAmount } from '../../number/index.js';
import type { KeyColumn, KeyEntry } from '../key/key.js';

/** How typed figures are read and told of. */
export interface AnswerReading {
  read(typed: string, column: KeyColumn, entry: KeyEntry): ReadAnswer;
  /** What was understood, where it does not go without saying; why nothing was. Empty where there is nothing to tell. */
  tell(read: ReadAnswer, column: KeyColumn): string;
  /** The word for the unit of a column behind several of it; empty for a pure number. */
  unitOf(column: KeyColumn): string;
}

/** What stands beside the options of a choice, in their order. */
export const OPTION_LETTERS = 'ABCDEFGHIJ';

/**
 * Reads answers with the words for units that the chapters have in any language, and tells of them in `shared`'s. The letter of an option
 * stands for its figure.
 */
export function answerReading(contents: readonly ChapterContent[], all: readonly SharedWords[], shared: SharedWords): AnswerReading {
  const sources = contents.map(({ evaluated }) => evaluated.source);
  const readFigure = createAnswerReader(unitWords(sources, all));
  return {
    read: (typed, { unit }, { options }) => {
      const letter = plainWord(typed);
      const option = letter.length === 1 ? options?.[OPTION_LETTERS.indexOf(letter)] : undefined;
      return option === undefined ? readFigure(typed, unit) : { kind: 'figure', value: amount(option), isPlain: true };
    },
    unitOf: (column) => wordOf(column, contents, shared).at(-1) ?? '',
    tell: (read, column) => {
      if (read.kind === 'refused') return (shared.phrases.get(`refused-${read.reason}`) ?? read.reason).replace('{text}', () => read.text);
      if (read.kind === 'other-unit') return `${formatAmount(read.value)}\u00a0${read.unit}`;
      return saidFigure(read, wordOf(column, contents, shared)) ?? '';
    },
  };
}

/** The word for the unit of a column; its key where the chapter has none in this language. */
function wordOf({ chapter, unit }: KeyColumn, contents: readonly ChapterContent[], shared: SharedWords): SaidUnit {
  const content = contents.find(({ evaluated }) => evaluated.source.name === chapter);
  const words = content?.evaluated.source.words.get(shared.language);
  if (content === undefined || words === undefined || unit === '') return [unit];
  const names = new Set([...BUILT_IN_UNITS, ...content.evaluated.source.sums.units.map(({ value }) => value)]);
  const { value } = parseUnit({ name: 'unit', text: unit }, 0, unit.length, names);
  return value === undefined
    ? [unit]
    : saidUnit(
        value,
        chapterVoice(content, words, shared, 'student', () => {}),
      );
}
