import {
  type ExactNames,
  type Exactness,
  exactCondition,
  exactNumber,
  type Formula,
  type NameNode,
  type SolveNode,
} from '../formula/index.js';
import { amount, type Fraction, fraction, fractionOf } from '../number/index.js';
import type { ExactScalars } from './chapter-scope.js';
import type { Definitions } from './model/definitions.js';
import { isLocal } from './model/references.js';
import type { RoundsRun } from './rounds/table.js';

/** Rows are worked out as fractions so far; fractions of most tables have grown too large long before. */
const MOST_ROWS = 20_000;

interface Surroundings {
  readonly example: string;
  readonly definitions: Definitions;
  neighbour(name: string): ExactScalars | undefined;
  table(): RoundsRun;
  solve(node: SolveNode): Fraction | undefined;
}

interface Place {
  /** The row in which bare columns are read; absent = outside the rows. */
  readonly row?: number;
  /** False = whatever speaks of rows has no value. */
  readonly deep: boolean;
}

/** The values of one example as exact fractions, worked out on demand, for what decimals cannot decide. */
export class ExactValues implements ExactScalars {
  private readonly known = new Map<string, Fraction | boolean | undefined>();
  private readonly rows: (readonly (Fraction | undefined)[])[] = [];

  constructor(private readonly surroundings: Surroundings) {}

  /** For formulas outside the rows. */
  get outside(): Exactness {
    return {
      quickly: (formula) => exactNumber(formula, this.names({ deep: false })),
      thoroughly: (formula) => exactNumber(formula, this.names({ deep: true })),
    };
  }

  /** For formulas of a row, `row` where the frame does not say which. Fractions of a running table are asked for only where they are needed. */
  inRow(row?: number): Exactness {
    return {
      quickly: () => undefined,
      thoroughly: (formula, frame) => exactNumber(formula, this.names({ deep: true, row: row ?? frame.row })),
    };
  }

  /** A formula outside the rows. */
  of(formula: Formula): Fraction | undefined {
    return exactNumber(formula, this.names({ deep: true }));
  }

  scalar(name: string, deep: boolean): Fraction | boolean | undefined {
    const key = `${name} ${deep}`;
    if (this.known.has(key)) return this.known.get(key);
    const formula = this.surroundings.definitions.scalars.get(name)?.formula;
    const names = this.names({ deep });
    const value = formula && (exactNumber(formula, names) ?? exactCondition(formula, names));
    this.known.set(key, value);
    return value;
  }

  cell(column: string, row: Fraction | 'last'): Fraction | undefined {
    const position = this.surroundings.definitions.positions.get(column);
    const at = row === 'last' ? this.surroundings.table().lastRow() : wholeOf(row);
    return position === undefined || at === undefined ? undefined : this.row(at)?.[position];
  }

  private names({ row, deep }: Place): ExactNames {
    const { example, definitions, neighbour, table, solve } = this.surroundings;
    const own = (column: string, at: number | undefined) => {
      const position = definitions.positions.get(column);
      return position === undefined || at === undefined ? undefined : this.row(at)?.[position];
    };
    const name = (node: NameNode) => {
      if (!isLocal(node, example)) return neighbour(node.example as string)?.scalar(node.name, deep);
      if (definitions.positions.has(node.name)) return deep ? own(node.name, row) : undefined;
      if (node.name === 'row' && row !== undefined) return fraction(BigInt(row));
      return this.scalar(node.name, deep);
    };
    if (!deep) return { name, before: none, cell: none, rows: none, column: none, solve: none };
    return {
      name,
      before: (node) => own(node.column, row === undefined ? undefined : row - 1),
      cell: (node, at) => (isLocal(node, example) ? this.cell(node.column, at) : neighbour(node.example as string)?.cell(node.column, at)),
      rows: ({ kind, condition }) => fractionOf(amount(kind === 'first' ? table().firstRow(condition) : table().countRows(condition))),
      solve,
      column: ({ column, firstRow }, from, to) => {
        const hasStart = definitions.columns[definitions.positions.get(column.name) ?? -1]?.start !== undefined;
        const [first, last] = [from === undefined ? firstRow(hasStart) : wholeOf(from), to === undefined ? table().lastRow() : wholeOf(to)];
        return first === undefined || last === undefined ? undefined : cellsOf(own, column.name, first, last);
      },
    };
  }

  /** A row as fractions, the rows above it first; undefined where they have grown too large. */
  private row(at: number): readonly (Fraction | undefined)[] | undefined {
    if (at < 0 || at > MOST_ROWS) return undefined;
    while (this.rows.length <= at) {
      const above = this.rows.at(-1);
      if (above?.every((cell) => cell === undefined) && this.rows.length > 1) return undefined;
      this.workOutRow(this.rows.length);
    }
    return this.rows[at];
  }

  private workOutRow(row: number): void {
    const { columns } = this.surroundings.definitions;
    const cells: (Fraction | undefined)[] = [];
    this.rows.push(cells);
    const names = this.names(row === 0 ? { deep: true } : { deep: true, row });
    for (const { formula, start } of columns) {
      const written: Formula | undefined = row === 0 ? start?.formula : formula;
      cells.push(written && exactNumber(written, names));
    }
  }
}

/** A row number; undefined for what is none. */
function wholeOf({ over, under }: Fraction): number | undefined {
  return under === 1n ? Number(over) : undefined;
}

type Cells = (column: string, row: number) => Fraction | undefined;

function cellsOf(own: Cells, column: string, first: number, last: number): readonly Fraction[] | undefined {
  const cells: Fraction[] = [];
  for (let row = first; row <= last; row += 1) {
    const cell = own(column, row);
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return cells;
}

function none(): undefined {
  return undefined;
}
