import type { Rounds } from '../../chapter/index.js';
import { type CellNode, compileNumber, type Formula, fail, type Resolver, referencesIn, visitFormula } from '../../formula/index.js';
import { type Amount, type AmountColumn, amount, createAmountColumn } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import type { Column } from '../model/definitions.js';
import { failInRow } from '../model/references.js';
import { type FarAnswers, questionWriter } from './far-answers.js';
import type { History } from './pass.js';
import { type RoundsRun, Table } from './table.js';

/**
 * Prepares the rounds: formulas are compiled once, scalars are captured, nothing runs yet.
 * `resolver` finds scalars; columns, `before.` and cells are answered here. `far` is asked for what lies beyond the kept rows.
 */
export function prepareRounds(
  rounds: Rounds,
  columns: readonly Column[],
  scalars: Pick<Resolver, 'scalar' | 'exactness' | 'holdsDate'>,
  far: FarAnswers | undefined,
): RoundsRun {
  const positions = new Map(columns.map((column, position) => [column.name, position]));
  const referred = keptColumns(columns, rounds, positions);
  const history: History = { columns: columns.map(() => createAmountColumn()), referred, reached: -1 };
  const rowResolver = (usable: number): Resolver => ({
    ...scalars,
    position: (name) => {
      const position = positions.get(name);
      return position !== undefined && position < usable ? position : undefined;
    },
    before: (node) => positions.get(node.column) ?? fail('known-name', node.span, `There is no column \`${node.column}\`.`),
    cell: (node, row) => historyCell(node, row, history.columns, positions),
    rows: failInRow,
    column: failInRow,
    solve: failInRow,
  });
  const starts = columns.map((column) => startValue(column, rowResolver(0)));
  const runs = columns.map((column, position) => compileNumber(column.formula, rowResolver(position)));
  return new Table({
    starts,
    runs,
    history,
    columnsIn: (condition) =>
      referencesIn(condition).flatMap((node) => positions.get(node.kind === 'name' ? node.name : node.column) ?? []),
    row: rowResolver(columns.length),
    end: 'rows' in rounds.length ? rounds.length.rows : rounds.length.until,
    limit: rounds.limit,
    ask: questionWriter(rounds, columns, scalars.scalar),
    far,
  });
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
    history[position]?.get(wholeRow(node.column, row, node.span)) ??
    fail('row-exists', node.span, `\`${node.column}\` has no value in row ${row.toFixed()} yet.`)
  );
}

const HIGHEST_ROW = amount(1_000_000_000);

/** A row number as a whole number from 0; anything else is a mistake at `span`. */
export function wholeRow(column: string, row: Amount, span: Span): number {
  if (!row.isInteger() || row.isNegative() || row.greaterThan(HIGHEST_ROW)) {
    fail('row-exists', span, `There is no row ${row.toFixed()} in \`${column}\`.`, 'Rows are counted 0 (the start), 1, 2, …');
  }
  return row.toNumber();
}
