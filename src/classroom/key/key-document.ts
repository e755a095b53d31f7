import { PAGE_PHRASES, type SharedWords, type Workbook } from '../../chapter/index.js';
import { type Block, type Cell, type Document, imprint, paragraph, table } from '../../document/index.js';
import { slipInLanguage } from '../../exercises/index.js';
import { amount, formatAmount, placeValue } from '../../number/index.js';
import { isWide, type KeyColumn, type KeyEntry, type KeyExercise, type KeyRow } from './key.js';

/** Figures beside each other on a page, with the student's name before them. */
const COLUMNS_ACROSS = 5;

export interface KeyDocumentOptions {
  readonly shared: SharedWords;
  readonly recipe: string;
  /** By name of the chapter; a chapter without one goes by its name. */
  readonly titles: ReadonlyMap<string, string>;
}

/** The key to print: a row for each student, a column for each figure, and the accepted interval where more than rounding is accepted. */
export function keyDocument(
  workbook: Workbook,
  exercises: readonly KeyExercise[],
  rows: readonly KeyRow[],
  { shared, recipe, titles }: KeyDocumentOptions,
): Document {
  const phrase = (key: Parameters<SharedWords['phrases']['get']>[0]) => shared.phrases.get(key) ?? '';
  const columns = exercises.flatMap((exercise) => exercise.columns);
  const tables = slices(columns).map((part) => keyTable(part, rows, { name: phrase('name'), slips: phrase('slip-letters') }));
  return {
    language: shared.language,
    tag: shared.tag,
    spaced: shared.spaced,
    edition: 'key',
    title: `${phrase('edition-key')} · ${recipe}`,
    subtitle: '',
    ...imprint(workbook, shared.language),
    name: 'key',
    chapters: [
      {
        name: 'key',
        number: 0,
        title: phrase('edition-key'),
        goal: '',
        code: '',
        plan: [],
        blocks: [...contents(exercises, titles, shared), ...tables],
        appendix: [],
      },
    ],
    words: new Map(PAGE_PHRASES.map((key) => [key, phrase(key)])),
    handout: { student: phrase('edition-key'), group: '', code: '', recipe },
  };
}

/** Which exercise of the workbook stands behind each number, chapter by chapter. */
function contents(exercises: readonly KeyExercise[], titles: ReadonlyMap<string, string>, { spaced }: SharedWords): readonly Block[] {
  const chapters = [...new Set(exercises.map(({ chapter }) => chapter))];
  return chapters.map((name) => {
    const own = exercises.filter(({ chapter }) => chapter === name).map(({ number, exercise }) => `${number}\u00a0${exercise}`);
    return paragraph(`${titles.get(name) ?? name}${spaced ? ': ' : '：'}${own.join(' · ')}`);
  });
}

interface KeyWords {
  readonly name: string;
  /** The letters of a list of slips, in order. */
  readonly slips: string;
}

function keyTable(columns: readonly KeyColumn[], rows: readonly KeyRow[], { name, slips }: KeyWords): Block {
  const head = [name, ...columns.map(({ label }) => label)];
  const lines = rows.map((row): readonly Cell[] => [
    `${row.name} ${row.id} ${row.code}`,
    ...columns.map(({ label }) => entryText(row.answers[label], slips)),
  ]);
  return table(['start 2', ...columns.map(() => 'end 1')], head, lines);
}

function entryText(entry: KeyEntry | undefined, slips: string): string {
  if (entry === undefined) return '';
  // Slips have small letters, partners capitals.
  if (entry.word !== undefined) return slipInLanguage(entry.word, slips);
  // A whole number that comes out even has no zeros behind the point, as in the workbook's key.
  const isWhole = amount(entry.exact).equals(entry.shown) && amount(entry.shown).isInteger();
  const shown = formatAmount(amount(entry.shown), isWhole ? Math.min(0, entry.places) : entry.places);
  if (!isWide(entry, amount(entry.shown))) return shown;
  // What can be written to the places asked for and is accepted.
  const scale = placeValue(-entry.places);
  const low = amount(entry.low).times(scale).ceil().dividedBy(scale);
  const high = amount(entry.high).times(scale).floor().dividedBy(scale);
  if (low.equals(high)) return shown;
  return `${formatAmount(low, entry.places)}–${formatAmount(high, entry.places)}`;
}

function slices(columns: readonly KeyColumn[]): readonly (readonly KeyColumn[])[] {
  const count = Math.ceil(columns.length / COLUMNS_ACROSS);
  return Array.from({ length: count }, (_, index) => columns.slice(index * COLUMNS_ACROSS, (index + 1) * COLUMNS_ACROSS));
}
