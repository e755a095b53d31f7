import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPageInputs } from '../../src/cli/files/read-workbook.js';
import { EXPORT_FORMATS } from '../../src/export/index.js';
import { findChromium } from '../browser/chromium.js';
import { sharedBrowser, violations } from '../browser/shipped-pages.js';
import { oneChapter } from '../support/one-chapter.js';
import { sharedWords, shippedContents } from '../support/shipped-document.js';
import { shippedWorkbook } from './shipped-banks.js';
import { allOf, readXml } from './xml.js';

const pages = readPageInputs();
const books = new Map<string, Uint8Array>();

function book(language: string): Uint8Array {
  const known = books.get(language);
  if (known !== undefined) return known;
  const chapters = shippedContents(['01-one-purchase', '02-reading-a-formula']);
  const [made] = EXPORT_FORMATS.epub.make({
    workbook: shippedWorkbook(),
    chapters,
    words: [sharedWords(language)],
    banks: () => [],
    pages,
  });
  books.set(language, made?.content as Uint8Array);
  return made?.content as Uint8Array;
}

const filesOf = (epub: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(epub)).map(([path, bytes]) => [path, strFromU8(bytes)]));

describe.each(['en', 'zh'])('an EPUB in %s', (language) => {
  it('is a publication without errors or warnings', async () => {
    const { messages } = await EpubCheck.validate(book(language));
    expect(messages.filter(({ severity }) => ['fatal', 'error', 'warning'].includes(severity))).toEqual([]);
  });

  it('has its chapters in order, with formulas in MathML and no script', () => {
    const files = filesOf(book(language));
    expect(Object.keys(files).slice(0, 3)).toEqual(['mimetype', 'META-INF/container.xml', 'EPUB/package.opf']);
    const opf = readXml(files['EPUB/package.opf'] ?? '');
    expect(allOf(opf, 'itemref').map(({ attributes }) => attributes.idref)).toEqual([
      'cover',
      'contents',
      'chapter-one-purchase',
      'chapter-reading-a-formula',
    ]);
    const chapter = files['EPUB/one-purchase.xhtml'] ?? '';
    expect(allOf(readXml(chapter), 'math').length).toBeGreaterThan(5);
    expect(chapter).not.toMatch(/<script|data-answer|data-right/);
    const item = allOf(opf, 'item').find(({ attributes }) => attributes.href === 'one-purchase.xhtml');
    expect(item?.attributes.properties).toContain('mathml');
  });
});

it('of one chapter is named after it', () => {
  const chapters = shippedContents(['01-one-purchase']);
  const made = EXPORT_FORMATS.epub.make({ workbook: shippedWorkbook(), chapters, words: [sharedWords('zh')], banks: () => [], pages });
  expect(made.map(({ path }) => path)).toEqual(['01-one-purchase.zh.epub']);
});

it('has the styles of boxes, tables and exercises, as the page has them', () => {
  const style = filesOf(book('zh'))['EPUB/style.css'] ?? '';
  for (const part of ['.panel', '.exercise-head', '.working', '.flyer']) expect(style).toContain(part);
});

describe.skipIf(findChromium() === undefined)('the pages of an EPUB', () => {
  let files: Readonly<Record<string, string>> = {};
  beforeAll(() => {
    files = filesOf(book('zh'));
  });

  it.each(['cover', 'contents', 'one-purchase'])('%s is accessible', async (name) => {
    const page = await (await sharedBrowser()).newPage();
    await page.route('http://book.test/**', (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      const contentType = path.endsWith('.css') ? 'text/css' : 'application/xhtml+xml';
      return route.fulfill({ contentType, body: files[`EPUB/${path}`] ?? '' });
    });
    await page.goto(`http://book.test/${name}.xhtml`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

it('hostile words arrive as they stand', async () => {
  const hostile = `a ]]> b "c" 'd' =cmd|x 🧾 עברית & more`;
  const { workbook, chapters, diagnostics } = oneChapter(SUMS, words(hostile), ['student']);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  if (workbook === undefined) throw new Error('there is no workbook');
  const order = { workbook, chapters, words: [sharedWords('en')], banks: () => [], pages };
  const epub = EXPORT_FORMATS.epub.make(order)[0]?.content as Uint8Array;
  expect((await EpubCheck.validate(epub)).messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([]);
  const page = readXml(filesOf(epub)['EPUB/one.xhtml'] ?? '');
  // Marks of quotation are set as such.
  expect(page.text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")).toContain(hostile);
});

const SUMS = `
examples:
  shop:
    givens: { price: 4 yuan, count: 3 }
    steps: { paid: price * count }
exercises:
  pay: { compute: shop.paid, marks: 1, level: basic }
`;

function words(hostile: string): string {
  return `---
title: One
goal: You add.
minutes: 10
periods: 1
objectives: [Add]
names: { shop.price: price, shop.count: count, shop.paid: money paid }
---

::: exercise pay
${hostile}. The price is {{shop.price}}, and {{shop.count}} are bought.
:::

::: five-questions
1. a
2. b
3. c
4. d
5. e
:::

::: five-answers
1. a
2. b
3. c
4. d
5. e
:::
`;
}
