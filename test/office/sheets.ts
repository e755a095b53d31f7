import { parseWorkbook } from '../../src/chapter/index.js';
import type { ChapterContent } from '../../src/document/index.js';
import { chapterBanks } from '../../src/export/model/bank.js';
import type { Bank } from '../../src/export/model/item.js';
import { type BookOptions, chapterBook } from '../../src/export/xlsx/chapter-book.js';
import { address } from '../../src/export/xlsx/file/address.js';
import type { Book, Cell, FormulaValue, Sheet } from '../../src/export/xlsx/file/book.js';
import type { ReadValue } from '../support/office.js';
import { read, sharedWords, shippedContents } from '../support/shipped-document.js';

const WORKBOOK = parseWorkbook(read('chapters/workbook.yaml')).value;
if (WORKBOOK === undefined) throw new Error('workbook.yaml cannot be read');

export function shippedWorkbook() {
  if (WORKBOOK === undefined) throw new Error('workbook.yaml cannot be read');
  return WORKBOOK;
}

/** Every chapter of this repository. */
export function everyChapter(): readonly ChapterContent[] {
  return shippedContents(shippedWorkbook().chapters.map(({ value }) => value));
}

export function bankOf(content: ChapterContent, language: string): Bank {
  const [bank] = chapterBanks(shippedWorkbook(), content, [sharedWords(language)], { variants: 0, seed: '' });
  if (bank === undefined) throw new Error(`there are no words in ${language}`);
  return bank;
}

export function bookOf(content: ChapterContent, language: string, options: BookOptions): Book {
  const made = chapterBook(shippedWorkbook(), content, sharedWords(language), bankOf(content, language), options);
  if (made === undefined) throw new Error(`there are no words in ${language}`);
  return made.book;
}

export interface Difference {
  readonly place: string;
  readonly expected: FormulaValue;
  readonly found: ReadValue | undefined;
  readonly formula: string;
}

export interface Comparison {
  readonly formulas: number;
  readonly differences: readonly Difference[];
}

/** Digits that the cells with all digits have in common with the engine at least. */
const COMMON_DIGITS = 9;

/** Every formula of the sheets that are looked at, against what a program made of it: shown figures digit for digit. */
export function compare(
  book: Book,
  values: ReadonlyMap<string, ReadonlyMap<string, ReadValue>>,
  isLookedAt: (sheet: Sheet) => boolean = () => true,
): Comparison {
  let formulas = 0;
  const differences: Difference[] = [];
  for (const sheet of book.sheets.filter(isLookedAt)) {
    for (const [index, { cells }] of sheet.rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell?.content?.kind !== 'formula') continue;
        formulas += 1;
        const place = address(column, index + 1);
        const found = values.get(sheet.name)?.get(place);
        const { value: expected, formula } = cell.content;
        if (!agrees(cell, expected, found)) differences.push({ place: `${sheet.name}!${place}`, expected, found, formula });
      }
    }
  }
  return { formulas, differences };
}

/** Figures of fewer digits are equal in all of them. */
const SHOWN_DIGITS = 14;

function nearly(found: number, expected: number): boolean {
  return Math.abs(expected) >= 10 ** SHOWN_DIGITS && Math.abs(found - expected) <= Math.abs(expected) * 1e-13;
}

function agrees({ style }: Cell, expected: FormulaValue, found: ReadValue | undefined): boolean {
  if (expected === undefined) return typeof found === 'object' && found.error === '#N/A';
  if (typeof expected !== 'number' || typeof found !== 'number') return found === expected || (expected === '' && found === undefined);
  // A shown figure has its digits from ROUND, so that both are the binary number next to the same decimal; a spreadsheet keeps 15 digits.
  if (style.font === 'figures' && style.border === 'thin')
    return found.toPrecision(SHOWN_DIGITS) === expected.toPrecision(SHOWN_DIGITS) || nearly(found, expected);
  return Math.abs(found - expected) <= Math.abs(expected) * 10 ** -COMMON_DIGITS;
}
