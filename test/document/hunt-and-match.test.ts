import { describe, expect, it } from 'vitest';
import type { Block, Edition, ExerciseBlock, GradedAnswer } from '../../src/document/index.js';
import { oneChapter } from '../support/one-chapter.js';

const SUMS = `units: [point]
examples:
  chain:
    givens: { own: 1000 point, total: 200000 point, daily: 888 point, price: 2 yuan/point }
    steps: { share: own / total, points: share * daily, worth: points * price }
exercises:
  slip: { hunt: chain, lines: [share, points, worth], slips: { share: { K1: 0.05% } }, places: 2, marks: 3, level: standard }
  sort: { match: true, pairs: 3, marks: 3, level: basic }
`;
const WORDS = `---
title: T
goal: G
minutes: 1
names: { chain.own: own, chain.total: all, chain.daily: released, chain.price: price, chain.share: share, chain.points: points, chain.worth: worth }
units: { point: [point, points] }
---

::: exercise slip
Find it.
:::

::: exercise sort
Sort.
:::

::: pairs sort
- {{chain.own}} → points
- 2 yuan → money
- {{chain.daily}} → points
:::
`;

function exercises(edition: Edition): readonly ExerciseBlock[] {
  const { documents, diagnostics } = oneChapter(SUMS, WORDS, [edition]);
  expect(diagnostics).toEqual([]);
  return (documents[0]?.document.chapters[0]?.blocks ?? []).flatMap((block: Block) => (block.kind === 'exercise' ? [block.exercise] : []));
}

/** What grades an exercise of a student on a screen. */
function gradedAnswers(exercise: string): readonly string[] {
  const { documents } = oneChapter(SUMS, WORDS, ['student']);
  const graded = documents[0]?.screen?.get('one')?.graded.find(({ id }) => id === `one-${exercise}`);
  return graded?.answers.map(gradedBy) ?? [];
}

/** What the blanks hold, in reading order; `_` where the student writes. */
function blanksOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(blanksOf);
  if (typeof value !== 'object' || value === null) return [];
  const { kind, answer } = value as { kind?: string; answer?: string };
  return kind === 'blank' ? [answer ?? '_'] : Object.values(value).flatMap(blanksOf);
}

const said = (value: unknown) => JSON.stringify(value);

const gradedBy = (answer: GradedAnswer) =>
  'word' in answer ? `${answer.id} ${answer.word}` : `${answer.id} ${answer.accepted.low} ${answer.accepted.high}`;

describe('a hunted slip on the page', () => {
  const [student] = exercises('student');
  const [teacher] = exercises('teacher');

  it('prints the wrong figure and what follows from it, and leaves four blanks', () => {
    expect(said(student?.response)).toMatch(/0\.05%.*0\.05%.*0\.444.*0\.888/);
    expect(said(student?.response)).not.toMatch(/0\.005|8\.88/);
    expect(blanksOf(student?.response)).toEqual(['_', '_', '_', '_']);
  });

  it('offers the slip and two others under letters, and no code', () => {
    const list = student?.response.find((block) => block.kind === 'list');
    expect([...said(list).matchAll(/"([a-z]): /g)].map(([, letter]) => letter)).toEqual(['a', 'b', 'c']);
    expect(said(list)).toContain('c: the percentage has slipped by a power of ten');
    expect(said(student)).not.toMatch(/K\d/);
  });

  it('is filled in for the teacher, the share as per cent like the printed one', () => {
    // 1000 ÷ 200000 = 0.5 %; 888 · 0.5 % · 2 = 8.88
    expect(blanksOf(teacher?.response)).toEqual(['1', 'c', '0.5%', '8.88']);
    expect(said(teacher?.key)).toContain('Line 1, c: the percentage has slipped by a power of ten.');
  });

  it('is graded on a screen by line number, code and figures', () => {
    expect(gradedAnswers('slip')).toEqual([
      'slip.line.1 1',
      'slip.code.1 c',
      // 0.005 comes out even: half of the fifth decimal is a thousandth of it, half of the fourth would be one per cent.
      'slip.1 0.004995 0.005005',
      'slip.last 8.875 8.885',
    ]);
  });
});

describe('pairs on the page', () => {
  const rows = (edition: Edition) =>
    exercises(edition)[1]?.response.flatMap((block) => (block.kind === 'table' ? block.table.rows : [])) ?? [];

  it('number the lefts and letter each different right once', () => {
    const lefts = rows('student').map(([left]) => said(left));
    expect(lefts.map((left) => /1000|2 yuan|888/.exec(left)?.[0])).toEqual(['1000', '2 yuan', '888']);
    // Of two right texts the only other order: money first.
    const rights = rows('student').map((row) => said(row[2]));
    expect(rights.map((right) => /money|points/.exec(right)?.[0])).toEqual(['money', 'points', undefined]);
    expect(blanksOf(rows('student'))).toEqual(['_', '_', '_']);
    expect(blanksOf(rows('teacher'))).toEqual(['B', 'A', 'B']);
    expect(gradedAnswers('sort')).toEqual(['sort.1 B', 'sort.2 A', 'sort.3 B']);
  });
});
