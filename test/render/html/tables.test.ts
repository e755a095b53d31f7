import { describe, expect, test } from 'vitest';
import type { Inline, Table } from '../../../src/document/index.js';
import { tableView } from '../../../src/render/html/table-view.js';

const cell = (text: string): readonly Inline[] => (text === '' ? [] : [{ kind: 'text', text }]);
const table = (widths: readonly number[], head: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  caption: [],
  columns: widths.map((width) => ({ align: 'start', width })),
  head: head.map(cell),
  rows: rows.map((cells) => cells.map(cell)),
  rowHeads: true,
});

describe('tables', () => {
  test('columns share the line by their widths; one as wide as its content is left a fifth', () => {
    expect(tableView(table([3, 1], [], []), 't').columns.map(({ share }) => share)).toEqual(['75%', '25%']);
    expect(tableView(table([3, 1, 0], [], []), 't').columns.map(({ share }) => share)).toEqual(['60%', '20%', '']);
    expect(tableView(table([0, 0], [], []), 't').columns.map(({ share }) => share)).toEqual(['', '']);
  });

  test('first cells head their rows, and an empty cell heads nothing', () => {
    const view = tableView(
      table(
        [1, 1],
        ['', 'price'],
        [
          ['1', '1.43'],
          ['', '1.68'],
        ],
      ),
      't',
    );
    expect(view.head.map((one) => one.isHead)).toEqual([false, true]);
    expect(view.rows.map((line) => line.cells.map((one) => one.isHead))).toEqual([
      [true, false],
      [false, false],
    ]);
    expect(tableView(table([1], [''], []), 't').hasHead).toBe(false);
  });

  test('a table that a phone cannot show scrolls, a small one does not', () => {
    expect(tableView(table([1, 1, 1], ['order', 'points', 'price'], [['1', '112', '1.43']]), 't').isWide).toBe(false);
    expect(
      tableView(
        table(
          [1, 1, 1],
          ['If you see', 'Misconception', 'What to say'],
          [['0.70', 'multiplied for divided', 'Which is counted for each of which?']],
        ),
        't',
      ).isWide,
    ).toBe(true);
  });

  test('short cells are never broken', () => {
    const view = tableView(table([1, 1], [], [['○ C 66', 'a sentence of several words']]), 't');
    expect(view.rows[0]?.cells.map((one) => one.isTight)).toEqual([true, false]);
  });
});
