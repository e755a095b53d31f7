import { expect, it } from 'vitest';
import type { Block } from '../../../src/document/index.js';
import { surelyFits } from '../../../src/render/pdf/page-room.js';

const lines = (count: number): Block => ({ kind: 'lines', count, alt: '' });
const paragraph = (length: number): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text: '字'.repeat(length) }] });

// A page holds 228 mm; 9 mm a line: 25 lines fill it, and the bound leaves room for a head.
it.each<readonly [string, readonly Block[], boolean]>([
  ['nothing', [], true],
  ['20 lines to write on', [lines(20)], true],
  ['26 lines to write on', [lines(26)], false],
  ['two blocks that fit only apart', [lines(14), lines(14)], false],
  ['a short paragraph', [paragraph(100)], true],
  // 39 Han characters of 12 pt fill a line of 165 mm, about 30 lines a page.
  ['a paragraph longer than a page', [paragraph(1200)], false],
  ['a panel that holds too much', [{ kind: 'panel', style: 'note', title: [], blocks: [lines(26)] }], false],
  ['a list that holds too much', [{ kind: 'list', ordered: false, items: [[lines(13)], [lines(13)]] }], false],
])('knows of %s whether it fits a page beyond doubt', (_, blocks, fits) => {
  expect(surelyFits(blocks)).toBe(fits);
});
