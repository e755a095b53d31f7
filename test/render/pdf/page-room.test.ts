import { expect, it } from 'vitest';
import type { Block, MathNode } from '../../../src/document/index.js';
import { pageRoom, surelyFits } from '../../../src/render/pdf/layout/page-room.js';
import { typeSizes } from '../../../src/render/pdf/layout/type-sizes.js';

const room = pageRoom('standard', typeSizes('standard', false, 'student'), 'student');

const lines = (count: number): Block => ({ kind: 'lines', count, alt: '' });
const paragraph = (length: number): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: '字'.repeat(length) }] });

// A page holds 250 mm; 8.5 mm a line: 29 lines fill it, and the bound leaves room for a head.
it.each<readonly [string, readonly Block[], boolean]>([
  ['nothing', [], true],
  ['20 lines to write on', [lines(20)], true],
  ['28 lines to write on', [lines(28)], false],
  ['two blocks that fit only apart', [lines(14), lines(14)], false],
  ['a short paragraph', [paragraph(100)], true],
  // 37 Han characters of 12 pt fill a line of 160 mm, about 41 lines a page.
  ['a paragraph longer than a page', [paragraph(1700)], false],
  ['a panel that holds too much', [{ kind: 'panel', style: 'note', title: [], blocks: [lines(26)] }], false],
  ['a list that holds too much', [{ kind: 'list', ordered: false, items: [[lines(13)], [lines(13)]] }], false],
])('knows of %s whether it fits a page beyond doubt', (_, blocks, fits) => {
  expect(surelyFits(blocks, room)).toBe(fits);
});

it('counts a worked example by its lines, higher with a fraction in them', () => {
  const text = (characters: number): MathNode => ({ kind: 'text', text: '字'.repeat(characters) });
  const steps = (count: number, math: MathNode): Block => ({
    kind: 'working',
    steps: Array.from({ length: count }, () => ({ math, alt: '', reason: [] })),
  });
  const fraction: MathNode = { kind: 'fraction', over: text(4), under: text(4) };
  // A step in one line of 12 pt takes 1.8 em, 8 mm, and 5 mm to the next; with a fraction 1.6 em more: 13 and 19 mm each.
  expect(surelyFits([steps(17, text(10))], room)).toBe(true);
  expect(surelyFits([steps(18, text(10))], room)).toBe(false);
  expect(surelyFits([steps(11, fraction)], room)).toBe(true);
  expect(surelyFits([steps(12, fraction)], room)).toBe(false);
  // 20 em in a column of 70 mm, 16 em, take two lines: 20 mm each.
  expect(surelyFits([steps(10, text(20))], room)).toBe(true);
  expect(surelyFits([steps(12, text(20))], room)).toBe(false);
});
