import type { Example } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { attempt, type Formula, failureIn, type ValueType } from '../formula/index.js';
import { type Fraction, PURE_NUMBER, type Unit } from '../number/index.js';
import type { ChapterScope, ExampleInChapter } from './chapter-scope.js';
import { silentConversions } from './conversions.js';
import { deriveFormula } from './derive.js';
import { ExampleValues } from './example-values.js';
import { inputsOf } from './inputs.js';
import { type Definition, type Definitions, gatherDefinitions } from './model/definitions.js';
import { neighboursOf } from './model/references.js';
import type { Derivation, DerivationStep, EvaluatedQuantity, EvaluatedRounds, SilentConversion, Value } from './model/results.js';
import { quantityOnDemand } from './rounds/quantity-on-demand.js';
import { UnitChecker } from './unit-checker.js';

/** How an example differs from what its author wrote. */
interface Differences {
  /** Name of a given, step or column -> the formula that stands in its place. */
  readonly changes: ReadonlyMap<string, Formula>;
  readonly reading?: string | undefined;
  /** The silent conversions, where they are known: they depend on no figure. */
  readonly conversions?: readonly SilentConversion[];
}

const NONE: Differences = { changes: new Map() };

/** One example under one reading, worked out on demand; every value is computed at most once. */
export class ExampleEvaluation implements ExampleInChapter {
  readonly definitions: Definitions;
  readonly units: UnitChecker;
  readonly values: ExampleValues;
  readonly changes: ReadonlyMap<string, Formula>;
  readonly reading: string | undefined;
  /** A run under a reading is asked for by audit, exercises and every edition. */
  private readonly readings = new Map<string, ExampleEvaluation>();
  /** Lines of working by what they work out: an answer, its key and each edition derive the same ones. */
  private readonly lines = new Map<string, DerivationStep>();
  private knownConversions: readonly SilentConversion[] | undefined;
  private knownQuantities: ReadonlyMap<string, EvaluatedQuantity> | undefined;
  private knownNeighbours: readonly string[] | undefined;
  private knownRounds: EvaluatedRounds | undefined;

  constructor(
    readonly example: Example,
    private readonly chapter: ChapterScope,
    { changes, reading, conversions }: Differences = NONE,
  ) {
    this.changes = changes;
    this.reading = reading;
    this.knownConversions = conversions;
    this.definitions = gatherDefinitions(example, changes);
    this.units = new UnitChecker(example, this.definitions, chapter);
    this.values = new ExampleValues(example, this.definitions, this.units, chapter, (other) => this.withChanges(other).values);
  }

  get quantities(): ReadonlyMap<string, EvaluatedQuantity> {
    this.knownQuantities ??= new Map([...this.definitions.scalars].map(([name, definition]) => [name, this.quantityOf(definition)]));
    return this.knownQuantities;
  }

  get neighbours(): readonly string[] {
    this.knownNeighbours ??= neighboursOf(this.example);
    return this.knownNeighbours;
  }

  get conversions(): readonly SilentConversion[] {
    this.knownConversions ??= silentConversions(this.example, this.units);
    return this.knownConversions;
  }

  get rounds(): EvaluatedRounds | undefined {
    const { rounds } = this.example;
    if (rounds === undefined) return undefined;
    const lastRow = () => attempt(() => this.values.lastRow()) ?? 0;
    this.knownRounds ??= {
      each: rounds.each.value,
      columns: this.definitions.columns.map(({ name, formula }) => ({ name, formula, unit: this.unitOfName(name) })),
      get lastRow() {
        return lastRow();
      },
      cell: (column, row) => attempt(() => this.values.cellValue(column, row)),
    };
    return this.knownRounds;
  }

  valueOf(formula: Formula, row?: number): Value | undefined {
    return attempt(() => this.values.formula(formula, row));
  }

  exactOf(formula: Formula): Fraction | undefined {
    return this.values.exact.of(formula);
  }

  unitOf(formula: Formula): Unit | undefined {
    return unitIn(attempt(() => this.units.typeOf(formula)));
  }

  inputsOf(formula: Formula): readonly string[] {
    return inputsOf(formula, this.example.name, this.definitions);
  }

  missingFor(formula: Formula): readonly string[] {
    return this.inputsOf(formula).filter((name) => this.definitions.scalars.get(name)?.formula === undefined);
  }

  derive(formula: Formula): Derivation {
    return deriveFormula(formula, this);
  }

  mistakeIn(name: string, row?: number): Diagnostic | undefined {
    if (row !== undefined) return failureIn(() => this.values.cellValue(name, row))?.diagnostic;
    const outcome = this.values.outcome(name);
    return 'failure' in outcome ? outcome.failure.diagnostic : undefined;
  }

  mistakeOf(formula: Formula): Diagnostic | undefined {
    return failureIn(() => this.values.formula(formula))?.diagnostic;
  }

  withChanges(changes: ReadonlyMap<string, Formula>): ExampleEvaluation {
    return this.differently(changes, this.reading);
  }

  underReading(name: string): ExampleEvaluation {
    const known = this.readings.get(name);
    if (known !== undefined) return known;
    const replaces = this.example.readings.find((one) => one.name === name)?.replaces ?? [];
    const read = this.differently(new Map(replaces.map((step) => [step.name, step.formula])), name);
    this.readings.set(name, read);
    return read;
  }

  neighbour(name: string): ExampleInChapter | undefined {
    return name === this.example.name ? this : this.chapter.example(name);
  }

  line(key: string, make: () => DerivationStep): DerivationStep {
    const line = this.lines.get(key) ?? make();
    this.lines.set(key, line);
    return line;
  }

  private differently(changes: ReadonlyMap<string, Formula>, reading: string | undefined): ExampleEvaluation {
    return new ExampleEvaluation(this.example, this.chapter, { changes: new Map([...this.changes, ...changes]), reading });
  }

  /** A failed definition counts as a pure number. */
  private unitOfName(name: string): Unit {
    return unitIn(attempt(() => this.units.typeOfName(name))) ?? PURE_NUMBER;
  }

  private quantityOf(definition: Definition): EvaluatedQuantity {
    const { name } = definition;
    return quantityOnDemand(
      definition,
      () => this.unitOfName(name),
      () => this.values.outcome(name),
    );
  }
}

function unitIn(type: ValueType | undefined): Unit | undefined {
  return type === 'condition' ? undefined : type;
}
