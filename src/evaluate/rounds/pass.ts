import type { Frame, Run } from '../../formula/index.js';
import { EvaluationFailure } from '../../formula/index.js';
import type { Amount, AmountColumn } from '../../number/index.js';

/** Rows up to this one are kept whole and worked out once; beyond it only what a formula refers to is, so that memory stays flat. */
export const KEPT_ROWS = 16_384;

/** What all walks down one table share. */
export interface History {
  readonly columns: readonly AmountColumn[];
  /** Columns that are kept beyond the kept rows, too. */
  readonly referred: readonly number[];
  /** The last row that is kept whole; -1 before the start is. */
  reached: number;
}

/** One walk down the table; two row buffers take turns, so that a row costs no allocation but its numbers. */
export class Pass {
  readonly frame: Frame;
  private failure: EvaluationFailure | undefined;
  private readonly everyColumn: readonly number[];
  /** False while rows worked out earlier are gone through, of which only some columns are read. */
  private isWhole = true;

  constructor(
    starts: readonly (Amount | undefined)[],
    private readonly runs: readonly Run<Amount>[],
    private readonly history: History,
    /** Columns that whoever walks looks at; the others are read only where the walk goes on from them. */
    private readonly watched: readonly number[],
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
      this.read(buffer, frame.row, this.watched);
      this.isWhole = false;
      return;
    }
    if (!this.isWhole) this.read(frame.before, frame.row - 1, this.everyColumn);
    this.isWhole = true;
    try {
      for (let position = 0; position < runs.length; position += 1) buffer[position] = (runs[position] as Run<Amount>)(frame);
    } catch (failure) {
      if (failure instanceof EvaluationFailure) this.failure = failure;
      throw failure;
    }
    this.keep();
  }

  private read(buffer: Amount[], row: number, columns: readonly number[]): void {
    for (const position of columns) buffer[position] = this.history.columns[position]?.get(row) as Amount;
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
