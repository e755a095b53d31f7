import { expect, it } from 'vitest';
import { oneChapter } from '../support/one-chapter.js';

const SUMS = `document: { letter: A, file: a.txt }
examples:
  one:
    givens: { kept: { is: 3 yuan, line: 2 }, asked: { is: 5 yuan, line: 4, document: B }, more: { is: 1 yuan, supposed: true } }
    conventions: { year: 365 day }
    unstated: { rate: { is: 10%, searched: [rate, share] }, fee: { is: 1 yuan, line: 9 } }
conflicts:
  kept-or-not: { between: [{ ledger: A-1, line: 22 }, { ledger: B-2, line: 28, document: B }], clash: [one.kept, 0 yuan] }
exercises: { unsaid: { spot: one, names: [asked, rate, fee], marks: 1, level: basic } }
`;
const WORDS = `---
title: T
goal: G
minutes: 1
names: { one.kept: money kept, one.asked: money asked, one.more: more money, one.year: a year, one.rate: rate, one.fee: fee }
conflicts: { kept-or-not: [Money is kept., Nothing is kept., money kept] }
---
::: givens one
:::

::: exercise unsaid
Which are printed?
:::
`;
const LEDGER =
  'entries: [{ id: A-1, document: A, lines: "22", kind: rule, en: Kept. }, { id: B-2, document: B, lines: "28", kind: rule, en: Not kept. }]\n';

const { documents, diagnostics } = oneChapter(SUMS, WORDS, ['teacher', 'student'], LEDGER);
const [teacher, student] = documents.map(({ document: { chapters } }) => JSON.stringify(chapters[0]));

it('statements that exclude each other are printed for teachers, with places, words and both figures', () => {
  expect(diagnostics).toEqual([]);
  expect(teacher).toMatch(
    /"A\u00a022".*"Money is kept\.".*"B\u00a028".*"Nothing is kept\.".*"money kept \(3\u00a0yuan against 0\u00a0yuan\)"/,
  );
  expect(student).not.toContain('Nothing is kept.');
});

it('the facts box says where each figure comes from', () => {
  for (const page of [teacher, student]) expect(page).toMatch(/"A\u00a02".*"B\u00a04".*"supposed here".*"a year".*"convention"/);
});

it('the key of what is stated names the line, or the words that were looked for in vain', () => {
  expect(teacher).toContain('money asked: 5\u00a0yuan (stated: B\u00a04)');
  expect(teacher).toContain('rate: 10% (not stated: looked for “rate” and “share”)');
  expect(teacher).toContain('fee: 1\u00a0yuan (stated: A\u00a09)');
  expect(student).not.toContain('looked for');
});
