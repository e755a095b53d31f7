/** A cell by its place, from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export type EnterGoes = 'right' | 'down';

/** What a key means in a cell whose caret stands at the start or end of its text, or within it. */
export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  readonly control: boolean;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/**
 * Where a key leads; undefined where it is for the text of the cell. Enter goes on to the next answer or the next student, and back with
 * Shift; at the end of a row or column it goes on in the next.
 */
export function moveBy({ key, shift, control, atStart, atEnd }: KeyPress, cell: Cell, size: GridSize, enter: EnterGoes): Cell | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return { ...cell, row: control ? 0 : Math.max(0, cell.row - 1) };
    case 'ArrowDown':
      return { ...cell, row: control ? last.row : Math.min(last.row, cell.row + 1) };
    case 'ArrowLeft':
      return atStart ? { ...cell, column: Math.max(0, cell.column - 1) } : undefined;
    case 'ArrowRight':
      return atEnd ? { ...cell, column: Math.min(last.column, cell.column + 1) } : undefined;
    case 'Home':
      return control ? { row: 0, column: 0 } : atStart ? { ...cell, column: 0 } : undefined;
    case 'End':
      return control ? last : atEnd ? { ...cell, column: last.column } : undefined;
    case 'PageUp':
      return { ...cell, row: Math.max(0, cell.row - PAGE) };
    case 'PageDown':
      return { ...cell, row: Math.min(last.row, cell.row + PAGE) };
    case 'Enter':
      return stepped(cell, size, enter, shift ? -1 : 1);
    default:
      return undefined;
  }
}

const PAGE = 10;

/** The next cell in reading order, along the rows or along the columns; at the very end it stays. */
function stepped({ row, column }: Cell, { rows, columns }: GridSize, enter: EnterGoes, step: number): Cell {
  const [place, all] = enter === 'right' ? [row * columns + column, rows * columns] : [column * rows + row, rows * columns];
  const next = Math.min(all - 1, Math.max(0, place + step));
  return enter === 'right'
    ? { row: Math.floor(next / columns), column: next % columns }
    : { row: next % rows, column: Math.floor(next / rows) };
}

/**
 * What is pasted from a spreadsheet, as rows of cells: lines with tabs between. One cell is a text as any other. A cell in quotes may hold
 * a line break, which becomes a blank.
 */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/(^|[\t\n])"((?:[^"]|"")*)"(?=[\t\r\n]|$)/g, (_, before: string, inside: string) => {
    return `${before}${inside.replaceAll('""', '"').replace(/[\r\n\t]+/g, ' ')}`;
  });
  return plain
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}
