import type { Example } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import {
  attempt,
  type CellNode,
  COLUMN_FUNCTIONS,
  type ColumnCall,
  columnRows,
  compileCondition,
  compileNumber,
  EvaluationFailure,
  type Formula,
  fail,
  failSilently,
  failureIn,
  type NameNode,
  numberNode,
  type Reference,
  type Resolver,
  type SolveNode,
} from '../formula/index.js';
import { type Amount, amount, FEW_DIGITS, type Fraction, fractionOf, isDate, order, quantity } from '../number/index.js';
import type { Span } from '../source/index.js';
import type { ChapterScope, ValuesOfNames } from './chapter-scope.js';
import { ExactValues } from './exact-values.js';
import type { Definitions } from './model/definitions.js';
import { isLocal } from './model/references.js';
import type { Value } from './model/results.js';
import type { Outcome } from './rounds/quantity-on-demand.js';
import { prepareRounds, wholeRow } from './rounds/rounds.js';
import type { RoundsRun } from './rounds/table.js';
import { type Sides, solved } from './solving.js';
import type { UnitChecker } from './unit-checker.js';

/**
 * The values of one example under one reading: its quantities, its table, and formulas that speak of them. Each definition is worked out
 * once, when it is first asked for. Methods that give a value throw `EvaluationFailure` where there is none.
 */
export class ExampleValues implements ValuesOfNames {
  private readonly outcomes = new Map<string, Outcome>();
  private readonly found: Diagnostic[] = [];
  private run: RoundsRun | EvaluationFailure | undefined;
  readonly exact: ExactValues;

  constructor(
    private readonly example: Example,
    private readonly definitions: Definitions,
    private readonly units: UnitChecker,
    private readonly chapter: ChapterScope,
    /** The same example with other definitions. */
    private readonly withChanges: (changes: ReadonlyMap<string, Formula>) => ExampleValues,
  ) {
    this.exact = new ExactValues({
      example: example.name,
      definitions,
      neighbour: (name) => chapter.example(name)?.values.exact,
      table: () => this.table(),
      solve: (node) => attempt(() => this.solvedExactly(node)),
    });
  }

  /** Mistakes in definitions that only show while computing: a division by zero, a row that does not exist. */
  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  /** A formula, with bare columns read in `row` where one is given. Its units are checked first, so that computing never meets a clash. */
  formula(formula: Formula, row?: number): Value {
    const type = this.units.typeOf(formula, { columns: row === undefined ? 'none' : this.definitions.columns.length });
    const resolver = row === undefined ? this.resolver() : this.rowResolver(row);
    const frame = { row: row ?? 0, current: [], before: [] };
    if (type === 'condition') return compileCondition(formula, resolver)(frame);
    return quantity(compileNumber(formula, resolver)(frame), type);
  }

  scalar(name: string): Amount | boolean {
    const outcome = this.outcome(name);
    return 'value' in outcome ? outcome.value : failSilently(outcome.failure.missing);
  }

  cell(node: CellNode, row: Amount | 'last'): Amount {
    const table = this.table();
    const at = row === 'last' ? table.lastRow() : wholeRow(node.column, row, node.span);
    this.refuseBeyond(at, node.span);
    return table.value(this.position(node.column), at) ?? fail('row-exists', node.span, `\`${node.column}\` has no value in row ${at}.`);
  }

  /** A cell by its column and row, for who draws the table: nothing is reported where it does not exist. */
  cellValue(column: string, row: number): Value {
    const limit = this.example.rounds?.limit ?? 0;
    if (row < 0 || row > limit) failSilently();
    const value = this.table().value(this.position(column), row);
    const type = this.units.typeOfName(column);
    return value === undefined || type === 'condition' ? failSilently() : quantity(value, type);
  }

  lastRow(): number {
    return this.table().lastRow();
  }

  /** What a definition comes to. */
  outcome(name: string): Outcome {
    const known = this.outcomes.get(name);
    if (known !== undefined) return known;
    let value: Amount | boolean | undefined;
    const failure = failureIn(() => {
      value = this.compute(name);
    });
    const outcome: Outcome = failure === undefined ? { value: value as Amount | boolean } : { failure };
    this.report(failure);
    this.outcomes.set(name, outcome);
    return outcome;
  }

  /** Works out every scalar and the table, so that all mistakes stand in `diagnostics`. */
  workOutAll(): void {
    for (const name of this.definitions.scalars.keys()) this.outcome(name);
    if (this.example.rounds === undefined) return;
    this.report(failureIn(() => this.table().value(0, this.lastRow())));
  }

  private compute(name: string): Amount | boolean {
    const type = this.units.typeOfName(name);
    const formula = this.definitions.scalars.get(name)?.formula ?? failSilently([name]);
    const frame = { row: 0, current: [], before: [] };
    return type === 'condition' ? compileCondition(formula, this.resolver())(frame) : compileNumber(formula, this.resolver())(frame);
  }

  private report(failure: EvaluationFailure | undefined): void {
    const diagnostic = failure?.diagnostic;
    if (diagnostic !== undefined && !this.found.includes(diagnostic)) this.found.push(diagnostic);
  }

  private resolver(): Resolver {
    return {
      scalar: (node) => this.valuesOf(node).scalar(node.name),
      position: () => undefined,
      before: (node) => fail('known-name', node.span, '`before.` means the row above, and no row is given.'),
      cell: (node, row) => this.valuesOf(node).cell(node, row),
      rows: ({ kind, condition }) => amount(kind === 'first' ? this.table().firstRow(condition) : this.table().countRows(condition)),
      column: (call, from, to) => this.overColumn(call, from, to),
      solve: (node, from, to) => solved(node, from, to, (figure) => this.sidesAt(node, figure)),
      exactness: this.exact.outside,
      holdsDate: this.holdsDate,
    };
  }

  private readonly holdsDate = (reference: Reference): boolean => {
    const type = attempt(() => this.units.typeOf(reference, { columns: this.definitions.columns.length }));
    return typeof type === 'object' && isDate(type);
  };

  /** As `resolver`, with bare columns read in one finished row. */
  private rowResolver(row: number): Resolver {
    const resolver = this.resolver();
    return {
      ...resolver,
      scalar: (node) => {
        const position = isLocal(node, this.example.name) ? this.definitions.positions.get(node.name) : undefined;
        if (position === undefined) return resolver.scalar(node);
        return this.table().value(position, row) ?? fail('row-exists', this.example.span, 'This cell is empty.');
      },
      before: (node) => fail('row-exists', node.span, '`before.` is read through the cell of the row above.'),
      exactness: this.exact.inRow(row),
    };
  }

  /** Both sides of an equation with `figure` in the place of the unknown. */
  private sidesAt(node: SolveNode, figure: Amount): Sides {
    const changed = this.trying(node, figure);
    const side = (formula: Formula) => {
      const value = changed.formula(formula);
      return typeof value === 'object' ? value.amount : failSilently();
    };
    return { left: side(node.equation.left), right: side(node.equation.right) };
  }

  private trying({ unknown }: SolveNode, figure: Amount): ExampleValues {
    const unit = this.units.typeOfName(unknown.name);
    const formula = unit === 'condition' ? failSilently() : numberNode(figure, unit, unknown.span);
    return this.withChanges(new Map([[unknown.name, formula]]));
  }

  /** The figure that is found, where both sides are equal to the last digit. */
  private solvedExactly(node: SolveNode): Fraction | undefined {
    const found = this.formula(node);
    if (typeof found !== 'object' || found.amount.sd() > FEW_DIGITS) return undefined;
    const { exact } = this.trying(node, found.amount);
    const [left, right] = [exact.of(node.equation.left), exact.of(node.equation.right)];
    return left !== undefined && right !== undefined && order(left, right) === 0 ? fractionOf(found.amount) : undefined;
  }

  private overColumn(call: ColumnCall, from: Amount | undefined, to: Amount | undefined): Amount {
    const { column, firstRow } = columnRows(call);
    const { begin } = COLUMN_FUNCTIONS[call.function];
    const position = this.position(column.name);
    const hasStart = this.definitions.columns[position]?.start !== undefined;
    const table = this.table();
    const { span } = call;
    const first = from === undefined ? firstRow(hasStart) : wholeRow(column.name, from, span);
    const last = to === undefined ? table.lastRow() : wholeRow(column.name, to, span);
    this.refuseBeyond(last, span);
    const lacksStart = first === 0 && !hasStart;
    if (first > last || lacksStart) {
      const message = lacksStart ? `\`${column.name}\` has no value in row 0.` : `There are no rows from ${first} to ${last}.`;
      fail('row-exists', span, message, 'Rows are named from the smaller number to the larger: `[1..12]`.');
    }
    return table.over(position, first, last, call.function, begin(span)) ?? failSilently();
  }

  private refuseBeyond(row: number, span: Span): void {
    const limit = this.example.rounds?.limit ?? 0;
    if (row > limit) fail('row-exists', span, `Row ${row} lies beyond the limit of ${limit} rows.`, 'Raise `limit:` in `rounds:`.');
  }

  /** The values of the example that a name or a cell speaks of. */
  private valuesOf(node: NameNode | CellNode): ValuesOfNames {
    return isLocal(node, this.example.name) ? this : (this.chapter.example(node.example as string)?.values ?? failSilently());
  }

  private position(column: string): number {
    return this.definitions.positions.get(column) ?? failSilently();
  }

  private table(): RoundsRun {
    this.run ??= this.prepareTable();
    if (this.run instanceof EvaluationFailure) throw this.run;
    return this.run;
  }

  /** The table ready to run, or why there is none. */
  private prepareTable(): RoundsRun | EvaluationFailure {
    const { columns } = this.definitions;
    let run: RoundsRun | undefined;
    const failure = failureIn(() => {
      for (const column of columns) this.units.typeOfName(column.name);
      const rounds = this.example.rounds ?? failSilently();
      const scalar = (node: NameNode) => this.valuesOf(node).scalar(node.name);
      run = prepareRounds(rounds, columns, { scalar, exactness: this.exact.inRow(), holdsDate: this.holdsDate }, this.chapter.far);
    });
    this.report(failure);
    return run ?? new EvaluationFailure(undefined, failure?.missing);
  }
}
