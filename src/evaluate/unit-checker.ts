import type { Example } from '../chapter/index.js';
import type { Diagnostic } from '../diagnostics/index.js';
import {
  balance,
  EvaluationFailure,
  type Formula,
  fail,
  failSilently,
  failureIn,
  isBareZero,
  mistake,
  silentConversion,
  typeOf,
  unitName,
  unitsApart,
  unitsApartHint,
  type ValueType,
} from '../formula/index.js';
import { PURE_NUMBER, sameUnit, type Unit } from '../number/index.js';
import type { ChapterScope, UnitsOfNames } from './chapter-scope.js';
import type { Column, Definition, Definitions } from './model/definitions.js';
import type { SilentConversion } from './model/results.js';
import { type Place, type UnitNames, unitScope } from './unit-scope.js';

/** The units of one example under one reading. Each definition is checked once, when it is first asked for. */
export class UnitChecker implements UnitNames, UnitsOfNames {
  private readonly known = new Map<string, ValueType | undefined>();
  private readonly found: Diagnostic[] = [];
  private readonly recorded: SilentConversion[] = [];
  private isChecked = false;

  constructor(
    readonly example: Example,
    readonly definitions: Definitions,
    readonly chapter: ChapterScope,
  ) {}

  /** Mistakes in the definitions that were checked so far. */
  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  /** Where definitions that were checked so far count one unit as another. */
  get conversions(): readonly SilentConversion[] {
    return this.recorded;
  }

  typeOf(formula: Formula, place: Place = { columns: 'none' }): ValueType {
    return typeOf(formula, unitScope(this, place));
  }

  typeOfName(name: string): ValueType {
    if (!this.known.has(name)) {
      this.known.set(name, undefined);
      this.settle(() => this.known.set(name, this.typeOfDefinition(name)));
    }
    return this.known.get(name) ?? failSilently();
  }

  record(conversion: SilentConversion): void {
    this.recorded.push(conversion);
  }

  /** Checks every definition and every row formula; what is found stands in `diagnostics` and `conversions`. */
  checkAll(): void {
    if (this.isChecked) return;
    this.isChecked = true;
    const { scalars, columns } = this.definitions;
    for (const name of scalars.keys()) this.settle(() => this.typeOfName(name));
    for (const [position, column] of columns.entries()) {
      this.settle(() => this.typeOfName(column.name));
      if (column.start !== undefined) this.settle(() => this.checkRowFormula(column, position));
    }
    const length = this.example.rounds?.length;
    if (length !== undefined && 'until' in length) {
      const { until } = length;
      this.settle(() => this.typeOf({ kind: 'first', condition: until, span: until.span }, { where: 'until', columns: 'none' }));
    }
  }

  private typeOfDefinition(name: string): ValueType {
    const { example, definitions, chapter } = this;
    if (example.failed?.has(name) || chapter.broken.has(`${example.name}.${name}`)) failSilently();
    const scalar = definitions.scalars.get(name);
    if (scalar !== undefined) return this.typeOfScalar(scalar);
    const position = definitions.positions.get(name) ?? failSilently();
    const { formula, start, unit } = definitions.columns[position] ?? failSilently();
    return start === undefined
      ? this.assigned(formula, unit, { where: name, columns: position })
      : this.assigned(start.formula, unit ?? start.unit, { where: name, columns: 'none' });
  }

  private typeOfScalar({ name, formula, unit }: Definition): ValueType {
    return formula === undefined ? (unit ?? PURE_NUMBER) : this.assigned(formula, unit, { where: name, columns: 'none' });
  }

  /** The unit of a definition: the declared one where there is one, which its formula has to balance. */
  private assigned(formula: Formula, declared: Unit | undefined, place: Place): ValueType {
    const found = this.typeOf(formula, place);
    if (declared === undefined || isBareZero(formula)) return declared ?? found;
    return found === 'condition'
      ? fail('condition-or-number', formula.span, 'A condition stands where a number is needed.')
      : balance(declared, found, formula, unitScope(this, place));
  }

  /** A column with a start takes its unit from there; the row formula has to agree. */
  private checkRowFormula({ name, formula }: Column, position: number): void {
    const unit = this.typeOfName(name);
    const found = this.typeOf(formula, { where: name, columns: position });
    if (unit === 'condition' || found === 'condition') {
      fail('condition-or-number', formula.span, 'A column holds numbers, not conditions.', 'Use `if(condition, 1, 0)`.');
    }
    if (sameUnit(unit, found) || isBareZero(formula)) return;
    const conversion = silentConversion(found, unit);
    if (conversion === undefined) throw new EvaluationFailure(unitClash(found, unit, formula));
    this.record({ ...conversion, where: name, span: formula.span });
  }

  private settle(work: () => unknown): void {
    const diagnostic = failureIn(work)?.diagnostic;
    if (diagnostic !== undefined) this.found.push(diagnostic);
  }
}

/** The mistake of a formula in one unit where another is declared. */
export function unitClash(found: Unit, declared: Unit, formula: Formula): Diagnostic {
  return mistake(
    'units-balance',
    formula.span,
    `This formula is in ${unitName(found)}, but ${unitName(declared)} is declared.`,
    unitsApartHint(found, declared),
    unitsApart(found, declared, { declared: true }),
  );
}
