import { expect, it } from 'vitest';
import type { Block } from '../../../src/document/index.js';
import { sideBySide } from '../../../src/render/output/side-by-side.js';
import { gathered } from '../../../src/render/pdf/layout/gathered.js';

const words = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });
const facts = (text: string, rows: number, columns = 3): Block => ({
  kind: 'panel',
  style: 'givens',
  title: [],
  blocks: [
    words(text),
    {
      kind: 'table',
      table: {
        caption: [],
        columns: Array.from({ length: columns }, () => ({ align: 'start', width: 1 })),
        head: [[]],
        rows: Array.from({ length: rows }, (_, row) => [[{ kind: 'text', text: String(row + 1) }]]),
        rowHeads: true,
      },
    },
  ],
});
const question = (number: number): readonly Block[] => [
  { kind: 'heading', level: 3, id: `q${number}`, inlines: [] },
  words('How?'),
  { kind: 'lines', count: 2, alt: '' },
];
const kinds = (blocks: readonly Block[]) => gathered(blocks).map(({ kind }) => kind);

it('puts two short boxes of facts beside each other, a long one by itself', () => {
  expect(kinds([facts('By day.', 3), facts('At night.', 3), words('then')])).toEqual(['pair', 'paragraph']);
  expect(kinds([facts('By day.', 3), facts('x'.repeat(500), 3)])).toEqual(['panel', 'panel']);
  expect(kinds([facts('By day.', 3)])).toEqual(['panel']);
});

it('folds a table of facts from six rows on, from four without places of a document, every row once and in its order', () => {
  const [folded] = gathered([facts('x'.repeat(500), 7)]);
  const cells = [...JSON.stringify(folded).matchAll(/"text":"(\d+)"/g)].map(([, row]) => row);
  expect(cells).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(JSON.stringify(folded)).toContain('"columns":2');
  const isFolded = (rows: number, columns: number) =>
    JSON.stringify(gathered([facts('x'.repeat(500), rows, columns)])).includes('"columns":2');
  expect([isFolded(5, 3), isFolded(4, 2), isFolded(3, 2)]).toEqual([false, true, false]);
});

it('puts the lines for answers beside a row of questions, but not beside a single one', () => {
  expect(kinds([...question(1), ...question(2), words('after')])).toEqual(['asked', 'paragraph']);
  expect(kinds([...question(1), words('after')])).toEqual(['heading', 'paragraph', 'lines', 'paragraph']);
});

it('puts answers at the end of the last lines for working, and leaves at least one line whole', () => {
  const blank = (name: string): Block => ({
    kind: 'paragraph',
    inlines: [
      { kind: 'text', text: name },
      { kind: 'blank', width: 'medium', alt: '' },
    ],
  });
  const space = (lines: number): Block => ({ kind: 'space', lines, alt: '' });
  const benches = (blocks: readonly Block[]) =>
    sideBySide(blocks, 40).map((one) => (one.kind === 'bench' ? [one.lines, one.answerLines.length, one.part] : one.kind));
  // Five lines with two answers: three whole lines and two shared ones.
  expect(benches([space(5), blank('a'), blank('b')])).toEqual([[3, 2, 0.5]]);
  expect(benches([space(2), blank('a'), blank('b'), blank('c')])).toEqual([[1, 3, 0.5]]);
  // A name of 34 Latin letters is 15 em, its blank 6: more than half of 40.
  expect(benches([space(3), blank('x'.repeat(34))])).toEqual([[2, 1, 0.62]]);
  expect(benches([space(3), blank('x'.repeat(60))])).toEqual([[2, 1, 0.62]]);
  // 80 letters are 36 em: more than two lines beside working.
  expect(benches([space(3), blank('x'.repeat(80))])).toEqual(['space', 'paragraph']);
});
