import { describe, expect, it } from 'vitest';
import type { ChapterWhatIf } from '../../src/document/index.js';
import { amount } from '../../src/number/index.js';
import { openChapter } from '../../src/panel/index.js';
import { oneChapter } from '../support/one-chapter.js';

const SUMS = `examples:
  loan:
    givens: { begins: 2026-03-01, borrowed: 600 yuan, part: 200 yuan, wait: 120 day, table: { tiers: [[0 yuan, 1%], [500 yuan, 2%]] } }
    unstated: { rate: { unknown: 1 } }
    steps:
      fee: "marginal(borrowed, table)"
      worth: part / (1 + rate) + part / (1 + rate) ^ 2 + part / (1 + rate) ^ 3 + part / (1 + rate) ^ 4
      monthly: solve(rate where worth = borrowed between 0% and 50%)
      term: days(begins, ends)
      ends: begins + wait
      all: monthly * term * fee
    rounds: { each: month, start: { due: begins, left: borrowed }, row: { due: before.due + 30 day, left: before.left - part }, rows: 2 }
exercises: {}
`;
const WORDS = `---
title: T
goal: G
minutes: 1
---

::: worked loan.all
:::
`;

const built = oneChapter(SUMS, WORDS, ['student']);
const page = built.documents[0]?.screen?.get('one')?.whatIf;
const chapter = openChapter(JSON.parse(JSON.stringify(page)) as ChapterWhatIf);
const [plan] = page?.panels ?? [];
if (plan === undefined) throw new Error('the page has a panel');
const panel = chapter.open(plan);
const figures = (chosen: Readonly<Record<string, string>>) => {
  const live = panel.live(new Map(Object.entries(chosen).map(([name, text]) => [name, amount(text)])));
  return {
    live,
    by: Object.fromEntries(live.steps.map(({ key, figure }) => [key.replace('loan.', ''), figure?.replaceAll('\u00a0', ' ')])),
  };
};

describe('a page whose sums have dates, tiers and a figure that is looked for', () => {
  it('has no fields for dates and tables', () => {
    expect(panel.fields.map(({ name }) => name)).toEqual(['borrowed', 'part', 'wait', 'rate']);
  });

  it('finds the figure again with other givens', () => {
    // Four payments of 200 for 600: at 12.59% they are worth 200 · 2.9999 (annuity table of four rows: 3.0373 at 12%, 2.9745 at 13%).
    expect(figures({}).by).toMatchObject({ fee: '7 yuan', ends: '29 June 2026', term: '120 days' });
    expect(figures({}).by.monthly).toBe('0.1259');
    // Four payments of 250 for 1000 bear no interest; 5 yuan of the first 500, 10 of the others.
    expect(figures({ borrowed: '1000', part: '250' }).by).toMatchObject({ fee: '15 yuan', monthly: '0' });
  });

  it('says that there is no day in the middle of another', () => {
    const note = figures({ wait: '120.5' }).live.steps.find(({ key }) => key === 'loan.ends')?.note;
    expect(note).toBe('There is no such day: a date moves by whole days, and stays in the years 1 to 9999.');
  });

  it('shows dates in its rows, and draws the other column', () => {
    const { rounds } = figures({}).live;
    expect(rounds?.rows.map(([, due]) => due)).toEqual(['1 March 2026', '31 March 2026', '30 April 2026']);
    expect([rounds?.drawn, rounds?.columns.map(({ name }) => name)]).toEqual(['left', ['left']]);
  });
});
