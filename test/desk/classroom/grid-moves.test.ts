import { describe, expect, it } from 'vitest';
import { type Cell, type EnterGoes, type KeyPress, moveBy, pastedCells } from '../../../src/desk/classroom/ui/grid-moves.js';

const SIZE = { rows: 3, columns: 4 };
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shift: false,
  control: false,
  atStart: true,
  atEnd: true,
  ...more,
});
const move = (key: KeyPress, row: number, column: number, enter: EnterGoes = 'right') => {
  const to: Cell | undefined = moveBy(key, { row, column }, SIZE, enter);
  return to === undefined ? undefined : `${to.row} ${to.column}`;
};

describe('a key in the table of answers', () => {
  it.each([
    ['Enter goes on in the row', press('Enter'), 0, 1, 'right', '0 2'],
    ['and at its end to the next student', press('Enter'), 0, 3, 'right', '1 0'],
    ['and stays at the very end', press('Enter'), 2, 3, 'right', '2 3'],
    ['back with Shift', press('Enter', { shift: true }), 1, 0, 'right', '0 3'],
    ['or goes down', press('Enter'), 0, 1, 'down', '1 1'],
    ['and at the end to the next column', press('Enter'), 2, 1, 'down', '0 2'],
    ['up', press('ArrowUp'), 2, 1, 'right', '1 1'],
    ['not above the first', press('ArrowUp'), 0, 1, 'right', '0 1'],
    ['down', press('ArrowDown'), 1, 1, 'right', '2 1'],
    ['to the last with Control', press('ArrowDown', { control: true }), 0, 1, 'right', '2 1'],
    ['left', press('ArrowLeft'), 1, 1, 'right', '1 0'],
    ['right', press('ArrowRight'), 1, 1, 'right', '1 2'],
    ['within a text it moves the caret', press('ArrowRight', { atEnd: false }), 1, 1, 'right', undefined],
    ['to the left, too', press('ArrowLeft', { atStart: false }), 1, 1, 'right', undefined],
    ['to the first column', press('Home'), 1, 2, 'right', '1 0'],
    ['to the last cell of all', press('End', { control: true }), 0, 0, 'right', '2 3'],
    ['other keys are for the text', press('7'), 1, 1, 'right', undefined],
    ['Tab leaves the table', press('Tab'), 1, 1, 'right', undefined],
  ] as const)('%s', (_, key, row, column, enter, to) => {
    expect(move(key, row, column, enter)).toBe(to);
  });
});

describe('cells pasted from a spreadsheet', () => {
  it.each([
    ['a column', '1.5\r\n2\r\n\r\n3\r\n', [['1.5'], ['2'], [''], ['3']]],
    [
      'a block',
      '1\t2\n3\t\n',
      [
        ['1', '2'],
        ['3', ''],
      ],
    ],
    [
      'a cell with a line break, and with quotes',
      'a\t"b\nc"\n"say ""x"""\t2',
      [
        ['a', 'b c'],
        ['say "x"', '2'],
      ],
    ],
    ['one text', ' 7 ', [['7']]],
  ])('are %s', (_, text, cells) => {
    expect(pastedCells(text)).toEqual(cells);
  });
});
