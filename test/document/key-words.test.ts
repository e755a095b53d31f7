import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/index.js';
import { inlineText } from '../support/document-text.js';
import { oneChapter } from '../support/one-chapter.js';
import { sampleVoice } from '../support/sample-voice.js';

const SUMS = `examples:
  card:
    givens: { paid: 800 yuan, rate: 20%, members: 3 }
    steps: { fee: paid * rate, left: paid - fee, each: left / members }
    readings:
      all: { fee: paid }
      none: { fee: 0 yuan }
exercises:
  left: { compute: [card.left, card.each], marks: 2, level: basic }
  guess: { estimate: card.fee, factor: 4, marks: 1, level: basic }
`;
const WORDS = `---
title: T
goal: G
minutes: 1
names: { card.paid: price, card.rate: rate, card.members: members, card.fee: fee, card.left: rest, card.each: share of each }
readings: { card.all: all of it, card.none: nothing }
---

::: exercise left
How much is left, and how much is that for each?
:::

::: exercise guess
Guess the fee.
:::
`;

/** The lines of the key of each exercise: paragraphs, and the left side of each step of a working. */
function keys(): readonly (readonly string[])[] {
  const { documents, diagnostics } = oneChapter(SUMS, WORDS, ['teacher']);
  expect(diagnostics).toEqual([]);
  const blocks = documents[0]?.document.chapters[0]?.blocks ?? [];
  const linesOf = (block: Block): readonly string[] => {
    if (block.kind === 'panel') return block.blocks.flatMap(linesOf);
    if (block.kind === 'working') return block.steps.map(({ alt }) => `: ${alt}`);
    return block.kind === 'paragraph' ? [inlineText(block.inlines)] : [];
  };
  return blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.key.flatMap(linesOf)] : []));
}

describe('the key', () => {
  const [left = [], guess = []] = keys();

  it('says what every reading gives in place of the figure', () => {
    // All of it: 800 − 800 = 0. Nothing: 800 − 0 = 800, and 800 ÷ 3 = 266.67.
    const others = left.filter((line) => line.startsWith('With the reading'));
    expect(others).toEqual([
      'With the reading “all of it”: 0 yuan. With the reading “nothing”: 800 yuan.',
      'With the reading “all of it”: 0.00 yuan. With the reading “nothing”: 266.67 yuan.',
    ]);
  });

  it('shows a step once, where the first figure needs it', () => {
    const steps = left.filter((line) => line.startsWith(':'));
    // 800 · 20 % = 160, 800 − 160 = 640; then 640 ÷ 3.
    expect(steps).toHaveLength(3);
    expect(new Set(steps).size).toBe(3);
  });

  it('gives both ends of a guess', () => {
    // 800 · 20 % = 160; a factor of four either way: 40 to 640.
    expect(guess[0]).toContain('160. A guess within a factor of 4 is fine: 40 to 640.');
  });
});

describe('a list in words', () => {
  const list = (language: 'en' | 'zh', ...parts: readonly string[]) => sampleVoice(language).voice.list(parts);

  it('has its own joint before the last part', () => {
    expect([list('en'), list('en', 'a'), list('en', 'a', 'b'), list('en', 'a', 'b', 'c')]).toEqual(['', 'a', 'a and b', 'a, b and c']);
    expect([list('zh', '甲', '乙'), list('zh', '甲', '乙', '丙')]).toEqual(['甲、乙', '甲、乙、丙']);
  });
});

it('leaves out a step that only takes the unit of a count away', () => {
  const sums = `examples:
  card:
    givens: { paid: 800 yuan, rate: 20% }
    steps: { fee: paid * rate, count: fee / (1 yuan), twice: 2 * count }
exercises:
  twice: { compute: card.twice, marks: 1, level: basic }
`;
  const words = `---
title: T
goal: G
minutes: 1
names: { card.paid: price, card.rate: rate, card.fee: fee, card.count: number, card.twice: double }
---

::: exercise twice
What is twice the number?
:::
`;
  const { documents, diagnostics } = oneChapter(sums, words, ['teacher']);
  expect(diagnostics).toEqual([]);
  const said = JSON.stringify(documents[0]?.document.chapters[0]?.blocks).match(/"alt":"[^"]*"/g) ?? [];
  expect(said.filter((alt) => alt.includes('divided by') || alt.includes('÷'))).toEqual([]);
  // 800 × 20% = 160, and 2 × 160 = 320.
  expect(said.some((alt) => alt.includes('160'))).toBe(true);
  expect(said.some((alt) => alt.includes('320'))).toBe(true);
});
