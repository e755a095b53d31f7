import type { Formula } from '../../formula/index.js';
import { type ColumnWork, compileCondition, fail, type Resolver, type Run } from '../../formula/index.js';
import { type Amount, amount } from '../../number/index.js';
import type { FarAnswers } from './far-answers.js';
import { type History, Pass } from './pass.js';

/** Rows up to this one are worked out in no time; what lies further down may be known from an earlier run. */
const NEAR_ROWS = 1000;
/** So many answers of one table are kept: who asks for more draws the table, and needs its rows anyway. */
const MOST_ANSWERS = 50;

/** The rows of one example, worked out when they are asked for. All methods may throw `EvaluationFailure`. */
export interface RoundsRun {
  /** The last row of the table. */
  lastRow(): number;
  value(column: number, row: number): Amount;
  /** First row from 1 in which the condition holds; fails at the limit. */
  firstRow(condition: Formula): number;
  /** In how many rows from 1 to the last the condition holds. */
  countRows(condition: Formula): number;
  /** What `work` makes of the cells of a column in rows `from` to `to`; `name` is that of the work. Undefined where there is nothing to make. */
  over(column: number, from: number, to: number, name: string, work: ColumnWork): Amount | undefined;
}

/** What a table is made of, compiled. */
export interface TableParts {
  readonly starts: readonly (Amount | undefined)[];
  readonly runs: readonly Run<Amount>[];
  readonly history: History;
  /** The columns that a condition looks at in its row and in the row above. */
  readonly columnsIn: (condition: Formula) => readonly number[];
  /** Finds what a finished row holds. */
  readonly row: Resolver;
  /** The last row, or the condition that it is the first to fulfil. */
  readonly end: number | Formula;
  readonly limit: number;
  /** A question about the table as a text that holds all that its answer follows from. */
  readonly ask: (question: string, condition?: Formula) => string;
  /** What is known of rows far down. */
  readonly far?: FarAnswers | undefined;
}

export class Table implements RoundsRun {
  private readonly main: Pass;
  private readonly farRows = new Map<number, readonly Amount[]>();
  private readonly asked = new Set<string>();
  private last: number | undefined;

  constructor(private readonly parts: TableParts) {
    this.main = this.pass([]);
  }

  lastRow(): number {
    const { end } = this.parts;
    this.last ??= typeof end === 'number' ? end : this.firstRow(end);
    return this.last;
  }

  value(column: number, row: number): Amount {
    if (row <= NEAR_ROWS) return this.cell(column, row);
    return amount(this.answer(this.parts.ask(`column ${column} in row ${row}`), () => this.cell(column, row).toFixed()));
  }

  firstRow(condition: Formula): number {
    const { limit, ask, row, columnsIn } = this.parts;
    const holds = compileCondition(condition, row);
    const runner = this.pass(columnsIn(condition));
    if (walk(runner, holds, Math.min(NEAR_ROWS, limit))) return runner.frame.row;
    if (limit > NEAR_ROWS) {
      const found = this.answer(ask('first row where', condition), () => String(walk(runner, holds, limit) ? runner.frame.row : 0));
      if (found !== '0') return Number(found);
    }
    return fail(
      'rounds-end',
      condition.span,
      `No row up to ${limit} fulfils this condition.`,
      'Raise `limit:`, or change the condition to one that is reached.',
    );
  }

  countRows(condition: Formula): number {
    const { ask, row, columnsIn } = this.parts;
    const last = this.lastRow();
    const count = () => {
      const runner = this.pass(columnsIn(condition));
      const holds = compileCondition(condition, row);
      let found = 0;
      while (walk(runner, holds, last)) found += 1;
      return String(found);
    };
    return Number(last <= NEAR_ROWS ? count() : this.answer(ask(`rows up to ${last} where`, condition), count));
  }

  over(column: number, from: number, to: number, name: string, work: ColumnWork): Amount | undefined {
    const result = () => {
      const runner = this.pass([column]);
      for (let row = 0; row <= to; row += 1) {
        if (row > 0) runner.advance();
        const cell = row < from ? undefined : runner.frame.current[column];
        if (cell !== undefined) work.add(cell);
      }
      return work.result();
    };
    if (to <= NEAR_ROWS) return result();
    return amount(this.answer(this.parts.ask(`${name} of column ${column} from row ${from} to ${to}`), () => String(result()?.toFixed())));
  }

  private pass(watched: readonly number[]): Pass {
    const { starts, runs, history } = this.parts;
    return new Pass(starts, runs, history, watched);
  }

  private cell(column: number, row: number): Amount {
    const { farRows, main } = this;
    const { history } = this.parts;
    if (row > history.reached && !farRows.has(row)) {
      const runner = main.frame.row < row ? main : this.pass([]);
      while (runner.frame.row < row) runner.advance();
      if (row > history.reached) farRows.set(row, [...runner.frame.current]);
    }
    return (farRows.get(row)?.[column] ?? history.columns[column]?.get(row)) as Amount;
  }

  private answer(question: string, work: () => string): string {
    const { far } = this.parts;
    if (far === undefined || (this.asked.size >= MOST_ANSWERS && !this.asked.has(question))) return work();
    this.asked.add(question);
    const known = far.get(question);
    if (known !== undefined) return known;
    const found = work();
    far.set(question, found);
    return found;
  }
}

/** Walks on until the condition holds; false when it does not up to row `end`. */
function walk(runner: Pass, holds: Run<boolean>, end: number): boolean {
  while (runner.frame.row < end) {
    runner.advance();
    if (holds(runner.frame)) return true;
  }
  return false;
}
