import { describe, expect, it } from 'vitest';
import { chapterBook } from '../../src/export/xlsx/chapter-book.js';
import { bankOf, shippedWorkbook } from '../office/sheets.js';
import { blockText } from '../support/document-text.js';
import { oneChapter } from '../support/one-chapter.js';
import { sharedWords } from '../support/shipped-document.js';

const SUMS = `units: [cup]
examples:
  stall:
    givens: { price: 12 yuan/cup, cost: 3 yuan/cup, rent: 94 yuan }
    unstated: { cups: { unknown: cup }, rate: { unknown: 1 } }
    steps:
      taken: cups * price
      spent: rent + cups * cost
      even: solve(cups where taken = spent between 0 and 20 cup)
      grown: 100 yuan * (1 + rate) ^ 3
      yearly: solve(rate where grown = 105 yuan between 0% and 3%)
exercises:
  even: { compute: stall.even, places: 2, marks: 1, level: basic }
`;
const NAMES = ['price', 'cost', 'rent', 'cups', 'rate', 'taken', 'spent', 'even', 'grown', 'yearly'];
const WORDS = `---
title: T
goal: G
minutes: 1
names:
${NAMES.map((name) => `  stall.${name}: ${name}-word`).join('\n')}
units: { cup: [cup, cups] }
---

::: worked stall.yearly
:::

::: exercise even
Do it.
:::
`;

const built = oneChapter(SUMS, WORDS, ['key', 'student']);
const [key = '', student = ''] = built.documents.map(({ document }) =>
  blockText(document.chapters[0]?.blocks ?? []).replaceAll('\u00a0', ' '),
);

describe('a figure that is found by trying', () => {
  it('has no mistakes', () => expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]));

  it('has a table of tries in the key, with both sides where both change', () => {
    // 12 x = 94 + 3 x, so x = 94/9 = 10.444…; at 10 the sides are 120 and 124, at 11 they are 132 and 127.
    for (const line of [
      '| cups-word (cups) | taken-word (yuan) | spent-word (yuan) | left against right',
      '| 0 | 0.00 | 94.00 | too low',
      '| 20 | 240.00 | 154.00 | too high',
      '| 10 | 120.00 | 124.00 | too low',
      // 10.4 × 12 = 124.8, 94 + 31.2 = 125.2; 10.5 × 12 = 126, 94 + 31.5 = 125.5.
      '| 10.4 | 124.80 | 125.20 | too low',
      '| 10.5 | 126.00 | 125.50 | too high',
      // Half-way: 125.4 and 125.35.
      '| 10.45 | 125.40 | 125.35 | too high',
    ])
      expect(key).toContain(line);
    expect(key).toContain('≈ 10.4444 cups // even-word = cups-word  between  0  and  20 cups  that gives  taken-word = spent-word');
  });

  it('has the same table in a worked example, in per cent where the ends are', () => {
    expect(student).toContain('| rate-word | grown-word (yuan) | against 105 yuan');
    // 1.03³ = 1.092727; 1.02³ = 1.061208; 1.01³ = 1.030301; 1.0164³ = 1.050011…, told from 1.05 by its third decimal of a yuan.
    for (const line of ['| 3% | 109.273 | too high', '| 2% | 106.121 | too high', '| 1% | 103.030 | too low'])
      expect(student).toContain(line);
    // The third root of 1.05 is 1.016396…
    expect(student).toContain('≈ 1.6396%');
  });

  it('is a figure without a formula in a spreadsheet, which is told', () => {
    const [content] = built.chapters;
    if (content === undefined) throw new Error('there is a chapter');
    const words = sharedWords('en');
    const made = chapterBook(shippedWorkbook(), content, words, bankOf(content, 'en'), { edition: 'teacher', mostRows: 10 });
    expect(made?.losses.map(({ code, exercise }) => `${code} ${exercise}`)).toEqual([
      'found-by-trying one.stall.even',
      'found-by-trying one.stall.yearly',
    ]);
    const texts = made?.book.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell?.content)));
    expect(texts).toContainEqual({ kind: 'text', text: 'Found by trying: the figure stays as it is.' });
  });
});
