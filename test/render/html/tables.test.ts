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

  const shape = (head: readonly string[], rows: readonly (readonly string[])[]) => {
    const { isWide, isCards } = tableView(
      table(
        head.map(() => 1),
        head,
        rows,
      ),
      't',
    );
    return isCards ? 'cards' : isWide ? 'scrolls' : 'fits';
  };

  test('on a phone a small table fits, sentences become cards, and rows of figures scroll', () => {
    expect(shape(['order', 'points', 'price'], [['1', '112', '1.43']])).toBe('fits');
    // The longest words: 6 + 13 + 5 letters, and padding.
    expect(
      shape(['figure', 'misconception', 'question'], [['0.70', 'multiplied for divided', 'Which is counted for each of which?']]),
    ).toBe('cards');
    expect(shape(['order', 'new points', 'circulation', 'price (yuan/point)'], [['1', '112', '112.0', '1.43']])).toBe('scrolls');
  });

  test('a wide table with places to write becomes cards, each cell behind the head of its column', () => {
    const blank: Inline = { kind: 'blank', width: 'short', alt: 'blank 1' };
    const figures = table([1, 1, 1, 1], ['order', 'new points', 'circulation', 'price (yuan/point)'], [['1', '112', '', '1.43']]);
    const asked: Table = { ...figures, rows: figures.rows.map((cells) => cells.map((one, column) => (column === 2 ? [blank] : one))) };
    const view = tableView(asked, 't');
    expect(view.isCards).toBe(true);
    expect(view.rows[0]?.cells.map(({ headedBy }) => headedBy)).toEqual(['order', 'new points', 'circulation', 'price (yuan/point)']);
    expect(tableView(figures, 't').rows[0]?.cells.map(({ isEmpty }) => isEmpty)).toEqual([false, false, true, false]);
  });

  test('short cells are never broken', () => {
    const view = tableView(table([1, 1], [], [['○ C 66', 'a sentence of several words']]), 't');
    expect(view.rows[0]?.cells.map((one) => one.isTight)).toEqual([true, false]);
  });
});
