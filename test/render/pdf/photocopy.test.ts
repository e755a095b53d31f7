import { expect, it } from 'vitest';
import type { Block, Document } from '../../../src/document/index.js';
import { sampleDocument } from '../../support/sample-document.js';
import { CAN_READ_PDF } from './inspect-pdf.js';
import { copied, kept, scanned } from './photocopy.js';
import { shippedRenderer } from './renderer.js';

const text = (words: string) => [{ kind: 'text', text: words } as const];
const ROWS = ['a', 'b', 'c'].map((name) => [text(name), text('12.5')]);

/** Squares, ruled lines, and a table with a tinted head and hairlines. */
const BLOCKS: readonly Block[] = [
  { kind: 'space', lines: 12, alt: 'room' },
  { kind: 'lines', count: 3, alt: 'lines' },
  {
    kind: 'table',
    table: {
      caption: [],
      columns: [
        { align: 'start', width: 1 },
        { align: 'end', width: 1 },
      ],
      head: [text('Name'), text('Figure')],
      rows: ROWS,
      rowHeads: true,
    },
  },
];

it.skipIf(!CAN_READ_PDF)('survives the copier three times: squares, lines and hairlines stay, tints vanish without spots', () => {
  const sample = sampleDocument('en', 'student');
  const document: Document = { ...sample, chapters: sample.chapters.map((chapter) => ({ ...chapter, blocks: BLOCKS })) };
  const original = scanned(shippedRenderer().render(document, { paper: 'a4' }).value, 1);
  const third = copied(copied(copied(original)));
  expect(kept(original, third, 2, 128)).toBeGreaterThan(0.98);
  // Nothing is black that was not printed.
  expect(kept(third, original, 3, 200)).toBe(1);
});
