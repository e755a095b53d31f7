import type { Example } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { CellNode, Formula, NameNode } from '../formula/index.js';
import { compileCondition, compileNumber, EvaluationFailure, fail, failureIn, type Resolver } from '../formula/index.js';
import { type Amount, amount, PURE_NUMBER, quantity, type Unit } from '../number/index.js';
import type { ChapterScope } from './chapter-scope.js';
import { deriveFormula } from './derive.js';
import { inputsOf } from './inputs.js';
import { type Definition, type Definitions, gatherDefinitions } from './model/definitions.js';
import { isLocal, neighboursOf } from './model/references.js';
import type { DerivationStep, EvaluatedExample, EvaluatedQuantity, EvaluatedRounds, SilentConversion, Value } from './model/results.js';
import { type Outcome, quantityOnDemand } from './rounds/quantity-on-demand.js';
import { prepareRounds, wholeRow } from './rounds/rounds.js';
import type { RoundsRun } from './rounds/table.js';
import { createUnitChecker, type UnitChecker } from './units.js';

/** One example under one reading, worked out on demand; every value is computed at most once. */
export class ExampleEvaluation implements EvaluatedExample {
  readonly checker: UnitChecker;
  readonly definitions: Definitions;
  readonly reading?: string;
  conversions: readonly SilentConversion[] = [];
  private readonly outcomes = new Map<string, Outcome>();
  /** A run under a reading is asked for by audit, exercises and every edition. */
  private readonly readings = new Map<string, EvaluatedExample>();
  /** Lines of working by what they work out: an answer, its key and each edition derive the same ones. */
  readonly lines = new Map<string, DerivationStep>();
  private readonly found: Diagnostic[] = [];
  private all: ReadonlyMap<string, EvaluatedQuantity> | undefined;
  private others: readonly string[] | undefined;
  private tableView: EvaluatedRounds | undefined;
  private run: RoundsRun | EvaluationFailure | undefined;

  constructor(
    readonly example: Example,
    private readonly chapter: ChapterScope,
    readonly changes: ReadonlyMap<string, Formula>,
    reading?: string,
  ) {
    if (reading !== undefined) this.reading = reading;
    this.definitions = gatherDefinitions(example, changes);
    this.checker = createUnitChecker(example, this.definitions, chapter.broken, (name) => chapter.example(name)?.checker, chapter.names);
  }

  get quantities(): ReadonlyMap<string, EvaluatedQuantity> {
    this.all ??= new Map([...this.definitions.scalars].map(([name, definition]) => [name, this.quantityOf(definition)]));
    return this.all;
  }

  get neighbours(): readonly string[] {
    this.others ??= neighboursOf(this.example);
    return this.others;
  }

  get rounds(): EvaluatedRounds | undefined {
    const { rounds } = this.example;
    if (rounds === undefined) return undefined;
    const lastRow = () => this.attempt(() => this.table().lastRow()) ?? 0;
    this.tableView ??= {
      each: rounds.each.value,
      columns: this.definitions.columns.map(({ name, formula }) => ({ name, formula, unit: this.unitOfName(name) ?? PURE_NUMBER })),
      get lastRow() {
        return lastRow();
      },
      cell: (column, row) => this.attempt(() => this.cellValue(column, row)),
    };
    return this.tableView;
  }

  /** Mistakes that only show while computing (a division by zero, a row that does not exist). */
  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  valueOf(formula: Formula, row?: number): Value | undefined {
    return this.attempt(() => this.evaluate(formula, row));
  }

  unitOf(formula: Formula, row?: number): Unit | undefined {
    const kind = this.attempt(() =>
      this.checker.kindOf(formula, { where: '', columns: row === undefined ? 'none' : this.definitions.columns.length }),
    );
    return kind === 'condition' ? undefined : kind;
  }

  missingFor(formula: Formula): readonly string[] {
    return inputsOf(formula, this).filter((name) => {
      const definition = this.definitions.scalars.get(name);
      return definition !== undefined && definition.formula === undefined;
    });
  }

  inputsOf(formula: Formula): readonly string[] {
    return inputsOf(formula, this);
  }

  derive(formula: Formula) {
    return deriveFormula(formula, this);
  }

  mistakeIn(name: string, row?: number): Diagnostic | undefined {
    if (row !== undefined) return failureIn(() => this.cellValue(name, row))?.diagnostic;
    const outcome = this.outcome(name);
    return 'failure' in outcome ? outcome.failure.diagnostic : undefined;
  }

  withChanges(changes: ReadonlyMap<string, Formula>): EvaluatedExample {
    return new ExampleEvaluation(this.example, this.chapter, new Map([...this.changes, ...changes]), this.reading);
  }

  underReading(name: string): EvaluatedExample {
    const known = this.readings.get(name);
    if (known !== undefined) return known;
    const replaces = this.example.readings.find((one) => one.name === name)?.replaces ?? [];
    const changes = new Map([...this.changes, ...replaces.map((step) => [step.name, step.formula] as const)]);
    const read = new ExampleEvaluation(this.example, this.chapter, changes, name);
    this.readings.set(name, read);
    return read;
  }

  /** Another example of the chapter as this one sees it. */
  neighbour(name: string): ExampleEvaluation | undefined {
    return name === this.example.name ? this : this.chapter.example(name);
  }

  /** Computes a formula; throws `EvaluationFailure`. Its units are checked first, so that computing never meets a clash. */
  evaluate(formula: Formula, row?: number): Value {
    const columns = row === undefined ? 'none' : this.definitions.columns.length;
    const kind = this.checker.kindOf(formula, { where: '', columns });
    const resolver = row === undefined ? this.resolver() : this.rowResolver(row);
    const frame = { row: row ?? 0, current: [], before: [] };
    if (kind === 'condition') return compileCondition(formula, resolver)(frame);
    return quantity(compileNumber(formula, resolver)(frame), kind);
  }

  /** Evaluates a formula that the author wrote, keeping what goes wrong as a diagnostic. */
  judge(formula: Formula): Value | undefined {
    try {
      return this.evaluate(formula);
    } catch (failure) {
      this.report(failure);
      return undefined;
    }
  }

  /** Works out every scalar and the table, so that all mistakes are found. */
  evaluateAll(): void {
    for (const name of this.definitions.scalars.keys()) this.outcome(name);
    if (this.example.rounds === undefined) return;
    try {
      const table = this.table();
      table.value(0, table.lastRow());
    } catch (failure) {
      this.report(failure);
    }
  }

  scalar(name: string): Amount | boolean {
    const outcome = this.outcome(name);
    if ('value' in outcome) return outcome.value;
    throw new EvaluationFailure(undefined, outcome.failure.missing);
  }

  private outcome(name: string): Outcome {
    const known = this.outcomes.get(name);
    if (known !== undefined) return known;
    let outcome: Outcome;
    try {
      outcome = { value: this.compute(name) };
    } catch (failure) {
      this.report(failure);
      outcome = { failure: failure as EvaluationFailure };
    }
    this.outcomes.set(name, outcome);
    return outcome;
  }

  private compute(name: string): Amount | boolean {
    const kind = this.checker.kindOfName(name);
    const definition = this.definitions.scalars.get(name);
    if (definition?.formula === undefined) throw new EvaluationFailure(undefined, [name]);
    const frame = { row: 0, current: [], before: [] };
    return kind === 'condition'
      ? compileCondition(definition.formula, this.resolver())(frame)
      : compileNumber(definition.formula, this.resolver())(frame);
  }

  private report(failure: unknown): void {
    if (!(failure instanceof EvaluationFailure)) throw failure;
    if (failure.diagnostic !== undefined && !this.found.includes(failure.diagnostic)) this.found.push(failure.diagnostic);
  }

  private attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (failure) {
      if (failure instanceof EvaluationFailure) return undefined;
      throw failure;
    }
  }

  private resolver(): Resolver {
    return {
      scalar: (node) => this.scalarAt(node),
      column: () => undefined,
      before: (node) => fail('known-name', node.span, '`before.` means the row above, and no row is given.'),
      cell: (node, row) => this.cellAt(node, row),
      first: (condition) => amount(this.table().firstRow(condition)),
      sum: (node) => this.table().sum(this.position((node.arguments[0] as NameNode).name)),
    };
  }

  /** As `resolver`, with bare columns and `before.` read in one finished row. */
  private rowResolver(row: number): Resolver {
    const positions = new Map(this.definitions.columns.map((column, position) => [column.name, position]));
    return {
      ...this.resolver(),
      scalar: (node) => {
        const position = isLocal(node, this.example.name) ? positions.get(node.name) : undefined;
        if (position === undefined) return this.scalarAt(node);
        return this.table().value(position, row) ?? fail('row-exists', this.example.span, 'This cell is empty.');
      },
      before: (node) => fail('row-exists', node.span, '`before.` is read through the cell of the row above.'),
    };
  }

  private scalarAt(node: NameNode): Amount | boolean {
    if (isLocal(node, this.example.name)) return this.scalar(node.name);
    const owner = this.chapter.example(node.example as string);
    if (owner === undefined) throw new EvaluationFailure(undefined);
    return owner.scalar(node.name);
  }

  private cellAt(node: CellNode, row: Amount | 'last'): Amount {
    const owner = isLocal(node, this.example.name) ? this : this.chapter.example(node.example as string);
    if (owner === undefined) throw new EvaluationFailure(undefined);
    const table = owner.table();
    const at = row === 'last' ? table.lastRow() : wholeRow(node, row);
    const limit = owner.example.rounds?.limit ?? 0;
    if (at > limit) fail('row-exists', node.span, `Row ${at} lies beyond the limit of ${limit} rows.`, 'Raise `limit:` in `rounds:`.');
    return table.value(owner.position(node.column), at) ?? fail('row-exists', node.span, `\`${node.column}\` has no value in row ${at}.`);
  }

  private cellValue(column: string, row: number): Value {
    const limit = this.example.rounds?.limit ?? 0;
    if (row < 0 || row > limit) throw new EvaluationFailure(undefined);
    const value = this.table().value(this.position(column), row);
    const kind = this.checker.kindOfName(column);
    if (value === undefined || kind === 'condition') throw new EvaluationFailure(undefined);
    return quantity(value, kind);
  }

  private position(column: string): number {
    const position = this.definitions.columns.findIndex((one) => one.name === column);
    if (position < 0) throw new EvaluationFailure(undefined);
    return position;
  }

  private table(): RoundsRun {
    if (this.run === undefined) {
      const { rounds } = this.example;
      try {
        for (const column of this.definitions.columns) this.checker.kindOfName(column.name);
        if (rounds === undefined) throw new EvaluationFailure(undefined);
        this.run = prepareRounds(rounds, this.definitions.columns, { scalar: (node) => this.scalarAt(node) }, this.chapter.far);
      } catch (failure) {
        this.report(failure);
        this.run = new EvaluationFailure(undefined, (failure as EvaluationFailure).missing);
      }
    }
    if (this.run instanceof EvaluationFailure) throw this.run;
    return this.run;
  }

  private unitOfName(name: string): Unit | undefined {
    const kind = this.attempt(() => this.checker.kindOfName(name));
    return kind === 'condition' ? undefined : kind;
  }

  private quantityOf(definition: Definition): EvaluatedQuantity {
    const { name } = definition;
    return quantityOnDemand(
      definition,
      () => this.unitOfName(name) ?? PURE_NUMBER,
      () => this.outcome(name),
    );
  }
}
