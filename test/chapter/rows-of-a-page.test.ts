import { describe, expect, it } from 'vitest';
import { oneChapter } from '../support/one-chapter.js';

/** What is reported when an exercise or a table of the lesson takes these rows of a table that grows by 2 in each. */
function faults(exercise: string, table: string): readonly string[] {
  const sums = `units: [cup]
examples:
  card:
    givens: { step: 2 yuan }
    rounds: { each: cup, start: { saved: 0 yuan }, row: { saved: before.saved + step }, rows: 400, limit: 500 }
exercises:
  asked: { plot: card, x: cup, y: saved, rows: ${exercise}, marks: 1, level: basic }
`;
  const words = `---
title: T
goal: G
minutes: 1
names: { card.step: step, card.saved: saved }
units: { cup: [cup, cups] }
---

::: table card ${table} saved
Rows.
:::

::: exercise asked
Draw.
:::
`;
  return oneChapter(sums, words, ['student']).diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe('a stretch of rows', () => {
  it('may have the start and two hundred rows', () => {
    expect(faults('0-200', '201-400')).toEqual([]);
    expect(faults('1-200', '0-200')).toEqual([]);
  });

  it('may not have two hundred and one', () => {
    const tooMany = ['value-range: `rows` covers 201 rows; a page holds the start and 200.'];
    expect(faults('1-201', '0-1')).toEqual(tooMany);
    expect(faults('0-201', '0-1')).toEqual(tooMany);
    expect(faults('0-3', '0-201')).toEqual(['directive-shape: `::: table` cannot be read.']);
    expect(faults('0-3', '1-201')).toEqual(['directive-shape: `::: table` cannot be read.']);
  });
});
