import { type Amount, type AmountColumn, amount, createAmountColumn, ZERO } from '../number/index.js';
import { type CellNode, type Formula, type Rounds, visitFormula } from '../parse/index.js';
import { compileCondition, compileNumber, type Frame, type Resolver, type Run } from './compile.js';
import type { Column } from './definitions.js';
import { EvaluationFailure, fail } from './failure.js';

/** Rows up to this one are kept whole and worked out once; beyond it only what a formula refers to is, so that memory stays flat. */
const KEPT_ROWS = 16_384;

/** The rows of one example, worked out when they are asked for. All methods may throw `EvaluationFailure`. */
export interface RoundsRun {
  /** The last row of the table. */
  lastRow(): number;
  value(column: number, row: number): Amount;
  /** First row from 1 in which the condition holds; fails at the limit. */
  firstRow(condition: Formula): number;
  sum(column: number): Amount;
}

/**
 * Prepares the rounds: formulas are compiled once, scalars are captured, nothing runs yet.
 * `resolver` finds scalars; columns, `before.` and cells are answered here.
 */
export function prepareRounds(rounds: Rounds, columns: readonly Column[], scalars: Pick<Resolver, 'scalar'>): RoundsRun {
  const positions = new Map(columns.map((column, position) => [column.name, position]));
  const referred = keptColumns(columns, rounds, positions);
  const history: History = { columns: columns.map(() => createAmountColumn()), referred, reached: -1 };
  const rowResolver = (usable: number): Resolver => ({
    ...scalars,
    column: (name) => {
      const position = positions.get(name);
      return position !== undefined && position < usable ? position : undefined;
    },
    before: (node) => positions.get(node.column) ?? fail('known-name', node.span, `There is no column \`${node.column}\`.`),
    cell: (node, row) => historyCell(node, row, history.columns, positions),
    first: (condition) =>
      fail('column-order', condition.span, '`first(…)` looks through the whole table, so it cannot stand in a row of it.'),
    sum: (node) => fail('column-order', node.span, '`sum(…)` adds the whole table, so it cannot stand in a row of it.'),
  });
  const starts = columns.map((column) => startValue(column, rowResolver(0)));
  const runs = columns.map((column, position) => compileNumber(column.formula, rowResolver(position)));
  const whole = rowResolver(columns.length);

  const pass = (): Pass => new Pass(starts, runs, history);
  const main = pass();
  const far = new Map<number, readonly Amount[]>();
  let last: number | undefined;

  const value = (column: number, row: number): Amount => {
    if (row > history.reached && !far.has(row)) {
      const runner = main.frame.row < row ? main : pass();
      while (runner.frame.row < row) runner.advance();
      if (row > history.reached) far.set(row, [...runner.frame.current]);
    }
    return (far.get(row)?.[column] ?? history.columns[column]?.get(row)) as Amount;
  };
  const firstRow = (condition: Formula): number => {
    const holds = compileCondition(condition, whole);
    const runner = pass();
    while (runner.frame.row < rounds.limit) {
      runner.advance();
      if (holds(runner.frame)) return runner.frame.row;
    }
    return fail(
      'rounds-end',
      condition.span,
      `No row up to ${rounds.limit} fulfils this condition.`,
      'Raise `limit:`, or change the condition to one that is reached.',
    );
  };
  const lastRow = (): number => {
    last ??= 'rows' in rounds.length ? rounds.length.rows : firstRow(rounds.length.until);
    return last;
  };
  return {
    lastRow,
    firstRow,
    value,
    sum: (column) => {
      const runner = pass();
      let total = ZERO;
      while (runner.frame.row < lastRow()) {
        runner.advance();
        total = total.plus(runner.frame.current[column] as Amount);
      }
      return total;
    },
  };
}

/** What all walks down one table share. */
interface History {
  readonly columns: readonly AmountColumn[];
  /** Columns that are kept beyond the kept rows, too. */
  readonly referred: readonly number[];
  /** The last row that is kept whole; -1 before the start is. */
  reached: number;
}

/** One walk down the table; two row buffers take turns, so that a row costs no allocation but its numbers. */
class Pass {
  readonly frame: Frame;
  private failure: EvaluationFailure | undefined;
  private readonly everyColumn: readonly number[];

  constructor(
    starts: readonly (Amount | undefined)[],
    private readonly runs: readonly Run<Amount>[],
    private readonly history: History,
  ) {
    this.frame = { row: 0, current: [...starts] as Amount[], before: [] };
    this.frame.before = new Array(starts.length);
    this.everyColumn = [...starts.keys()];
    this.keep();
  }

  /** A row that fails ends the walk: every later row rests on it. */
  advance(): void {
    if (this.failure !== undefined) throw this.failure;
    const { frame, runs, history } = this;
    const buffer = frame.before;
    frame.before = frame.current;
    frame.current = buffer;
    frame.row += 1;
    if (frame.row <= history.reached) {
      for (let position = 0; position < runs.length; position += 1) buffer[position] = history.columns[position]?.get(frame.row) as Amount;
      return;
    }
    try {
      for (let position = 0; position < runs.length; position += 1) buffer[position] = (runs[position] as Run<Amount>)(frame);
    } catch (failure) {
      if (failure instanceof EvaluationFailure) this.failure = failure;
      throw failure;
    }
    this.keep();
  }

  private keep(): void {
    const { frame, history } = this;
    if (frame.row <= history.reached) return;
    const isKept = frame.row <= KEPT_ROWS;
    if (isKept) history.reached = frame.row;
    for (const position of isKept ? this.everyColumn : history.referred) {
      const value = frame.current[position];
      // A column without a start has nothing in row 0.
      if (value !== undefined) history.columns[position]?.set(frame.row, value);
    }
  }
}

function startValue(column: Column, resolver: Resolver): Amount | undefined {
  return column.start === undefined ? undefined : compileNumber(column.start.formula, resolver)({ row: 0, current: [], before: [] });
}

/** Columns that row formulas look up by row number: their whole history is needed while the rounds run. */
function keptColumns(columns: readonly Column[], rounds: Rounds, positions: ReadonlyMap<string, number>): readonly number[] {
  const kept = new Set<number>();
  const visit = (node: Formula) => {
    const position = node.kind === 'cell' ? positions.get(node.column) : undefined;
    if (position !== undefined) kept.add(position);
  };
  for (const column of columns) visitFormula(column.formula, visit);
  if ('until' in rounds.length) visitFormula(rounds.length.until, visit);
  return [...kept];
}

function historyCell(
  node: CellNode,
  row: Amount | 'last',
  history: readonly AmountColumn[],
  positions: ReadonlyMap<string, number>,
): Amount {
  if (row === 'last')
    return fail('column-order', node.span, 'The last row is known only when the rounds are over, so a row cannot use it.');
  const position = positions.get(node.column) ?? fail('known-name', node.span, `There is no column \`${node.column}\`.`);
  return (
    history[position]?.get(wholeRow(node, row)) ??
    fail('row-exists', node.span, `\`${node.column}\` has no value in row ${row.toFixed()} yet.`)
  );
}

/** A row number as a whole number from 0; anything else is a mistake at the cell. */
export function wholeRow(node: CellNode, row: Amount): number {
  if (!row.isInteger() || row.isNegative() || row.greaterThan(amount(1_000_000_000))) {
    fail('row-exists', node.span, `There is no row ${row.toFixed()} in \`${node.column}\`.`, 'Rows are counted 0 (the start), 1, 2, …');
  }
  return row.toNumber();
}
