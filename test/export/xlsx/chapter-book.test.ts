import { describe, expect, it } from 'vitest';
import { numericAnswers } from '../../../src/exercises/index.js';
import { chapterBook } from '../../../src/export/xlsx/chapter-book.js';
import { address, looksLikeCell } from '../../../src/export/xlsx/file/address.js';
import type { Book, Cell, Content } from '../../../src/export/xlsx/file/book.js';
import { packBook } from '../../../src/export/xlsx/file/pack.js';
import { bankOf, bookOf, everyChapter, shippedWorkbook } from '../../office/sheets.js';
import { golden } from '../../support/golden.js';
import { sharedWords } from '../../support/shipped-document.js';

const CHAPTERS = everyChapter();
const POOL = CHAPTERS.find(({ evaluated }) => evaluated.source.name === 'pool-price');
if (POOL === undefined) throw new Error('there is a chapter pool-price');
const FEW_ROWS = 60;

function made(language: string, edition: 'student' | 'teacher', mostRows = FEW_ROWS) {
  if (POOL === undefined) throw new Error('there is a chapter pool-price');
  const found = chapterBook(shippedWorkbook(), POOL, sharedWords(language), bankOf(POOL, language), { edition, mostRows });
  if (found === undefined) throw new Error(`pool-price has words in ${language}`);
  return found;
}

function contentText(content: Content): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'number':
      return String(content.value);
    case 'formula':
      return `=${content.formula}  ->  ${content.value === undefined ? '#N/A' : String(content.value)}`;
  }
}

/** The cells of a sheet as lines, `B3: =ROUND(ladder_take,0)  ->  200`. */
function sheetText(book: Book, name: string): string {
  const sheet = book.sheets.find((one) => one.name === name);
  const lines = (sheet?.rows ?? []).flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell?.content === undefined ? [] : [`${address(column, row + 1)}: ${contentText(cell.content)}`])),
  );
  return `${lines.join('\n')}\n`;
}

describe('the workbook of a chapter', () => {
  it('has a sheet for each example, with its rounds on another', () => {
    expect(made('en', 'teacher').book.sheets.map(({ name }) => name)).toEqual([
      'Contents',
      'Answers',
      'Example 1',
      'Example 1, rows',
      'Example 2',
      'Example 3',
      'Example 4',
      'Example 4, rows',
      'Example 5',
      'Example 6',
    ]);
  });

  it.each([
    ['Example 3', 'example'],
    ['Example 4, rows', 'rounds'],
  ])('%s reads as its golden file', (sheet, file) => {
    const text = sheetText(made('en', 'teacher').book, sheet);
    expect(text).toBe(golden(new URL(`${file}.golden.txt`, import.meta.url), text));
  });

  it('calls figures by names that no cell has, each once', () => {
    const names = CHAPTERS.flatMap((content) => {
      const own = bookOf(content, 'en', { edition: 'teacher', mostRows: 5 }).names.map(({ name }) => name.toLowerCase());
      expect(new Set(own).size).toBe(own.length);
      return own;
    });
    expect(names.length).toBeGreaterThan(1000);
    expect(names.filter((name) => looksLikeCell(name) || !/^[a-z_][a-z0-9_]*$/.test(name))).toEqual([]);
  });

  it('rounds every shown figure by a formula, and none by its format alone', () => {
    const shown = made('en', 'teacher').book.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.filter(
          (cell): cell is Cell => cell?.style.font === 'figures' && cell.style.border === 'thin' && cell.style.align === 'right',
        ),
      ),
    );
    const unrounded = shown.filter(
      ({ content }) =>
        content?.kind === 'formula' &&
        content.fill?.range === undefined &&
        content.formula !== '' &&
        !/^(IFERROR\()?ROUND\(/.test(content.formula),
    );
    expect(shown.length).toBeGreaterThan(100);
    expect(unrounded).toEqual([]);
  });

  it('says which figures and tables it cuts', () => {
    // The price reaches 2 yuan with order 4 and 4 yuan with order 43, but 8 yuan with order 429, beyond 60 rows. 43 rows and a quarter more: 54.
    expect(made('en', 'teacher').losses.map(({ code, exercise, row }) => `${code} ${exercise} ${row}`)).toEqual([
      'fixed-figure pool-price.ladder.orders_to_8 429',
      'fixed-figure pool-price.ladder.orders_to_price 1135',
      'fixed-figure pool-price.ladder.exit_order 1137',
      'fixed-figure pool-price.ladder.price_at_8 429',
      'fixed-figure pool-price.ladder.orders_to_16 4326',
      'tested-to-row pool-price.ladder.always-up 54',
      'table-cut pool-price.ladder 54',
    ]);
  });

  it('has the same bytes every time', () => {
    expect(packBook(made('zh', 'teacher').book)).toEqual(packBook(made('zh', 'teacher').book));
  });

  it('has a chart for each column that one chart of the lesson draws', () => {
    const borrowing = CHAPTERS.find(({ evaluated }) => evaluated.source.name === 'borrowing');
    if (borrowing === undefined) throw new Error('there is a chapter borrowing');
    const options = { edition: 'teacher', mostRows: FEW_ROWS } as const;
    const found = chapterBook(shippedWorkbook(), borrowing, sharedWords('en'), bankOf(borrowing, 'en'), options);
    const charts = found?.book.sheets.flatMap((sheet) => sheet.charts ?? []) ?? [];
    const drawn = charts.filter(({ chart: { title } }) => /still owed|fee is a percentage/.test(title));
    // 6000, 5500 … and 6000 all year
    expect(drawn.slice(0, 2).map(({ chart }) => chart.y.values.slice(0, 2).map(String))).toEqual([
      ['6000', '5500'],
      ['6000', '6000'],
    ]);
  });

  it.each(['en', 'zh'])('has a chart of the price by order in %s', (language) => {
    const [chart] = made(language, 'teacher').book.sheets.find(({ name }) => /1$/.test(name))?.charts ?? [];
    expect(chart?.chart.y.range).toMatch(/!\$E\$4:\$E\$49$/);
    expect(chart?.chart.y.values.slice(0, 2).map((value) => value?.toFixed(2))).toEqual(['1.00', '1.43']);
  });
});

/** The figure that stands in a cell; those that a student may change are no result. */
function resultOf(cell: Cell | undefined): readonly number[] {
  const content = cell?.style.unlocked === true ? undefined : cell?.content;
  return content === undefined || content.kind === 'text' || typeof content.value !== 'number' ? [] : [content.value];
}

describe("a student's workbook", () => {
  const { book } = made('zh', 'student');

  it('has no key and no verdict beside the answers', () => {
    const [, answers] = book.sheets;
    expect(answers?.name).toBe('作答');
    const contents = answers?.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell?.content?.kind === 'formula' ? [cell.content.formula] : [])),
    );
    expect(contents).toEqual([]);
  });

  it('leaves open what exercises ask for, and has no result of it anywhere', () => {
    // Order 8 yuan takes 429 orders; the second plan's points and price; what is left in the pool after both sold.
    const hidden = (POOL?.exercises ?? []).flatMap(({ form }) =>
      form.kind === 'what-if' || form.kind === 'recall'
        ? []
        : numericAnswers(form).flatMap(({ formula, exact }) => (formula.kind === 'name' ? [exact.amount.toNumber()] : [])),
    );
    expect(hidden).toContain(429);
    const figures = new Set(book.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(resultOf))));
    // Figures with many digits cannot stand there by chance.
    expect(hidden.filter((value) => String(value).length > 5 && figures.has(value))).toEqual([]);
    expect(figures.has(429)).toBe(false);
  });
});

describe("a teacher's sheet of answers", () => {
  const text = sheetText(made('en', 'teacher').book, 'Answers');

  it('takes closed intervals from the key beside it', () => {
    // The opening price of order 2 is 1.68: from 1.675 to 1.685.
    const [, row] = /H(\d+): 1\.68\nI\1: 1\.675\nJ\1: 1\.685/.exec(text) ?? [];
    expect(row).toBeDefined();
    expect(text).toContain(`IF(AND(E${row}>=I${row},E${row}<=J${row}),"Right.",`);
  });

  it('adds up the marks: each right answer is an equal part of its exercise', () => {
    expect(text).toMatch(/=ROUND\(2\*COUNTIF\(G(\d+):G\d+,"Right\."\)\/2,2\)/);
  });
});
