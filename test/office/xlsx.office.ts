import { beforeAll, describe, expect, it } from 'vitest';
import type { ChapterContent } from '../../src/document/index.js';
import { classBook } from '../../src/export/xlsx/class-book.js';
import { address } from '../../src/export/xlsx/file/address.js';
import type { Book, Sheet } from '../../src/export/xlsx/file/book.js';
import { packBook } from '../../src/export/xlsx/file/pack.js';
import { classSheets } from '../support/class-sheets.js';
import { HOSTILE_TEXTS, hostileBook } from '../support/hostile-book.js';
import { convertFiles, officeCommand, type ReadValue, readValues } from '../support/office.js';
import { sharedWords } from '../support/shipped-document.js';
import { answersOf, PROBES, probedBook, verdictCells } from './probes.js';
import { bookOf, compare, everyChapter, shippedWorkbook } from './sheets.js';

/** Stands in every cell with a formula: where it is left, nothing was worked out. */
const POISON = 123_456_789;
/** Rows in the files in which other readings are chosen; more add time, and no other kind of formula. */
const FEWER_ROWS = 60;
const MOST_NOT_THERE = 20;

interface Opened {
  readonly book: Book;
  readonly values: ReadonlyMap<string, ReadonlyMap<string, ReadValue>>;
}

describe.skipIf(officeCommand() === undefined)('LibreOffice works out every formula anew', () => {
  const chapters = everyChapter();
  const opened = new Map<string, Opened>();

  // All files are opened in one run, which takes less time than starting the program for each.
  beforeAll(() => {
    const from = Date.now();
    const books = new Map<string, Book>(chapters.flatMap(booksOf));
    books.set('hostile.xlsx', hostileBook());
    books.set('class.xlsx', typedClass(chapters));
    const files = new Map([...books].map(([name, book]) => [name, packBook(book, { poison: POISON })]));
    for (const [name, bytes] of convertFiles(files, 'xlsx')) {
      opened.set(name, { book: books.get(name) as Book, values: readValues(bytes) });
    }
    console.log(`${files.size} files in ${Math.round((Date.now() - from) / 1000)} s`);
  });

  const open = (name: string) => {
    const found = opened.get(name);
    if (found === undefined) throw new Error(`${name} was not opened`);
    return found;
  };

  for (const content of chapters) {
    const { folder } = content.evaluated.source;

    it(`${folder}: as the engine does, to all digits that are shown`, () => {
      const { book, values } = open(`${folder}.teacher.xlsx`);
      const { formulas, differences } = compare(book, values);
      expect(differences.slice(0, 20)).toEqual([]);
      expect(formulas).toBeGreaterThan(100);
    });

    it(`${folder}: for students as far as nothing is left open`, () => {
      const { book, values } = open(`${folder}.student.xlsx`);
      expect(compare(book, values).differences.slice(0, 20)).toEqual([]);
    });

    for (let reading = 1; reading <= mostReadings(content); reading += 1) {
      it(`${folder}: under reading ${reading} of each example that has as many`, () => {
        const { book, values } = open(`${folder}.reading-${reading}.xlsx`);
        const { differences } = compare(book, values, ownSheets(content));
        // Under another reading a row that is looked for may lie below the table, which is not available then.
        const notThere = differences.filter(({ found }) => typeof found === 'object' && found.error === '#N/A');
        expect(differences.filter((one) => !notThere.includes(one)).slice(0, 20)).toEqual([]);
        expect(notThere.length).toBeLessThan(MOST_NOT_THERE);
      });
    }

    it(`${folder}: marks answers as the engine does`, () => {
      const { book, values } = open(`${folder}.probes.xlsx`);
      const right = sharedWords('en').phrases.get('check-right');
      for (const [index, sheet] of book.sheets.entries()) {
        const probe = PROBES[index];
        const expected = answersOf(content).map((answer) => probe?.isRight(answer));
        const found = verdictCells(sheet, values).map((text) => text === right);
        expect(found, `probe ${probe?.name}`).toEqual(expected);
      }
    });
  }

  it('a class: all marks for the key, none for anything else or for nothing', () => {
    const { book, values } = open('class.xlsx');
    const [, answers] = book.sheets;
    const total = answers?.rows[1]?.cells.findIndex((cell) => cell?.content?.kind === 'text' && cell.content.text === '得分') ?? 0;
    const most = classSheets(pool(chapters))
      .manifest.exercises.filter(({ columns }) => columns.length > 0)
      .reduce((sum, { marks }) => sum + marks, 0);
    expect([3, 4, 5].map((row) => values.get('作答')?.get(address(total, row)))).toEqual([most, 0, 0]);
  });

  it('texts that look like formulas, and signs of all kinds, arrive as they are', () => {
    const { book, values } = open('hostile.xlsx');
    expect(HOSTILE_TEXTS.map((_, index) => values.get(book.sheets[0]?.name ?? '')?.get(`A${index + 1}`))).toEqual(HOSTILE_TEXTS);
  });
});

function pool(chapters: readonly ChapterContent[]): readonly ChapterContent[] {
  return chapters.filter(({ evaluated }) => evaluated.source.name === 'pool-price');
}

/** The first student types the key, the second something wrong, the third nothing. */
function typedClass(chapters: readonly ChapterContent[]): Book {
  const book = classBook(shippedWorkbook(), classSheets(pool(chapters)), sharedWords('zh'));
  const [figures, answers, key] = book.sheets as readonly [Sheet, Sheet, Sheet];
  const rows = answers.rows.map((row, index) => {
    if (index < 2 || index > 3) return row;
    const typed = row.cells.flatMap((cell, column) => (cell?.style.fill === undefined || cell.style.unlocked !== true ? [] : [column]));
    const cells = row.cells.map((cell, column) => {
      const place = typed.indexOf(column);
      if (cell === undefined || place < 0) return cell;
      const right = key.rows[index]?.cells[typed[0] === undefined ? 0 : typed[0] + 3 * place]?.content;
      return { ...cell, content: index === 2 && right !== undefined ? right : ({ kind: 'number', value: -987_654 } as const) };
    });
    return { ...row, cells };
  });
  return { ...book, sheets: [figures, { ...answers, rows }, key] };
}

function booksOf(content: ChapterContent): readonly (readonly [string, Book])[] {
  const { folder } = content.evaluated.source;
  const readings = Array.from({ length: mostReadings(content) }, (_, index) => index + 1);
  return [
    [`${folder}.teacher.xlsx`, bookOf(content, 'en', { edition: 'teacher' })],
    [`${folder}.student.xlsx`, bookOf(content, 'zh', { edition: 'student', mostRows: FEWER_ROWS })],
    ...readings.map(
      (reading) =>
        [`${folder}.reading-${reading}.xlsx`, bookOf(content, 'zh', { edition: 'teacher', reading, mostRows: FEWER_ROWS })] as const,
    ),
    [`${folder}.probes.xlsx`, probedBook(bookOf(content, 'en', { edition: 'teacher', mostRows: 1 }), content)],
  ];
}

function mostReadings({ evaluated }: ChapterContent): number {
  return Math.max(0, ...[...evaluated.examples.values()].map(({ example }) => example.readings.length));
}

/** Sheets of examples that take no figure from another one whose reading is chosen too: the engine changes one at a time. */
function ownSheets({ evaluated }: ChapterContent): (sheet: Sheet) => boolean {
  const examples = [...evaluated.examples.values()];
  const isChanged = (name: string, seen: readonly string[] = []): boolean =>
    (evaluated.examples.get(name)?.neighbours ?? []).some(
      (other) =>
        !seen.includes(other) && ((evaluated.examples.get(other)?.example.readings.length ?? 0) > 0 || isChanged(other, [...seen, name])),
    );
  const own = new Set(examples.flatMap(({ example }, index) => (isChanged(example.name) ? [] : [`例 ${index + 1}`])));
  return ({ name }) => own.has(name.replace(/ 逐行$/, ''));
}
