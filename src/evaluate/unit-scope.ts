import type { Example } from '../chapter/index.js';
import { didYouMean } from '../diagnostics/index.js';
import {
  type CellNode,
  type ColumnCall,
  fail,
  failSilently,
  type NameNode,
  printFormula,
  type SolveNode,
  type UnitScope,
  type ValueType,
} from '../formula/index.js';
import { baseUnit, PURE_NUMBER, type Unit } from '../number/index.js';
import type { Span } from '../source/index.js';
import type { ChapterScope, UnitsOfNames } from './chapter-scope.js';
import { inputsOf } from './inputs.js';
import type { Definitions } from './model/definitions.js';
import { failInRow, isLocal } from './model/references.js';
import type { SilentConversion } from './model/results.js';

/** Where a formula stands. */
export interface Place {
  /** The definition in whose name a silent conversion is recorded; absent where a formula only asks. */
  readonly where?: string;
  /** Bare columns are known only in a row, and there only those above: so many. */
  readonly columns: number | 'none';
}

/** What the formulas of an example look names up in. */
export interface UnitNames {
  readonly example: Example;
  readonly definitions: Definitions;
  readonly chapter: Pick<ChapterScope, 'names' | 'example'>;
  /** Unit of a scalar or of a column; throws without a diagnostic when its definition has failed. */
  typeOfName(name: string): ValueType;
  record(conversion: SilentConversion): void;
}

/** The names of an example for a formula at `place`; an unknown one is a mistake with the nearest name for a hint. */
export function unitScope(names: UnitNames, place: Place): UnitScope {
  return {
    name: (node) => typeOfReference(node, names, place),
    before: ({ column, span }) => {
      if (place.columns === 'none') fail('known-name', span, '`before.` means the row above, and no row is given.');
      return typeOfColumn(column, span, names);
    },
    cell: (node) => typeOfCell(node, names),
    column: (column, call) => {
      if (isInRow(place)) failInRow(call);
      return typeOfWholeColumn(column, call, names);
    },
    rows: (node) => {
      const { span } = node;
      if (isInRow(place)) failInRow(node);
      if (names.example.rounds === undefined) fail('known-name', span, 'This example has no rounds to look through.');
      return { each: unitOfRows(names.example), row: unitScope(names, { ...place, columns: names.definitions.columns.length }) };
    },
    unknown: (node) => {
      if (isInRow(place)) failInRow(node);
      return unitOfUnknown(node, names);
    },
    convert: (conversion, span) => {
      if (place.where !== undefined) names.record({ ...conversion, where: place.where, span });
    },
  };
}

/** A definition of the rows, or a condition that is looked at in each of them. */
function isInRow({ where, columns }: Place): boolean {
  return where !== undefined && columns !== 'none';
}

/** What is looked for is an input on which the equation depends: a step has a formula, which tells its figure. */
function unitOfUnknown({ unknown, equation }: SolveNode, names: UnitNames): Unit {
  const { example, definitions } = names;
  const { name, span } = unknown;
  const inputs = [...definitions.scalars].filter(([, { role }]) => role !== 'step').map(([one]) => one);
  if (definitions.scalars.get(name)?.role === 'step' || definitions.positions.has(name)) {
    const hint = `Look for a figure that the sums begin with: ${inputs.join(', ')}.`;
    fail('known-name', span, `\`${name}\` is worked out, so it cannot be looked for.`, hint);
  }
  if (!definitions.scalars.has(name) && !example.failed?.has(name)) failUnknown(name, span, inputs, example.name);
  const unit = names.typeOfName(name);
  const behind = inputsOf(equation, example.name, definitions);
  if (!behind.includes(name)) {
    const hint = behind.length === 0 ? undefined : `They depend on ${behind.join(', ')}.`;
    fail('solution-exists', equation.span, `Neither side of \`${printFormula(equation)}\` depends on \`${name}\`.`, hint);
  }
  return unit === 'condition' ? failSilently() : unit;
}

function typeOfReference(node: NameNode, names: UnitNames, { columns }: Place): ValueType {
  const { example, definitions } = names;
  const { name, span } = node;
  if (!isLocal(node, example.name)) {
    return neighbourUnits(node.example as string, span, names).typeOf({ kind: 'name', name, span });
  }
  if (name === 'row' && columns !== 'none') return unitOfRows(example);
  const position = definitions.positions.get(name);
  if (position === undefined) {
    if (definitions.scalars.has(name) || example.failed?.has(name)) return names.typeOfName(name);
    if (example.tierTables.some((table) => table.name === name)) {
      fail(
        'known-name',
        span,
        `\`${name}\` is a table of tiers, not a figure.`,
        `Write \`marginal(figure, ${name})\` or \`whole(figure, ${name})\`.`,
      );
    }
    return failUnknown(name, span, [...definitions.scalars.keys(), ...definitions.positions.keys()], example.name);
  }
  if (columns === 'none') {
    const hint = `Write the row: \`${name}[2]\` or \`${name}[last]\`.`;
    fail('known-name', span, `\`${name}\` is a column, and no row is given.`, hint);
  }
  if (position >= columns) {
    const hint = `Read the row above with \`before.${name}\`, or move the column up.`;
    fail('column-order', span, `\`${name}\` is worked out later in the row.`, hint);
  }
  return names.typeOfName(name);
}

function typeOfCell(node: CellNode, names: UnitNames): ValueType {
  if (isLocal(node, names.example.name)) return typeOfColumn(node.column, node.span, names);
  const { example: owner, ...local } = node;
  return neighbourUnits(owner as string, node.span, names).typeOf(local);
}

function typeOfWholeColumn(column: NameNode, call: ColumnCall, names: UnitNames): ValueType {
  return isLocal(column, names.example.name)
    ? typeOfColumn(column.name, column.span, names)
    : fail('known-name', call.span, `\`${call.function}(…)\` takes the name of a column of this example.`);
}

function typeOfColumn(name: string, span: Span, names: UnitNames): ValueType {
  const { example, definitions } = names;
  if (definitions.positions.has(name) || example.failed?.has(name)) return names.typeOfName(name);
  return failUnknown(name, span, [...definitions.positions.keys()], example.name);
}

function neighbourUnits(name: string, span: Span, { chapter }: UnitNames): UnitsOfNames {
  return chapter.example(name)?.units ?? failUnknown(name, span, chapter.names, 'chapter');
}

function unitOfRows({ rounds }: Example): Unit {
  return rounds === undefined ? PURE_NUMBER : baseUnit(rounds.each.value);
}

function failUnknown(name: string, span: Span, candidates: readonly string[], where: string): never {
  const hint = didYouMean(name, candidates, `Known here: ${candidates.join(', ')}.`);
  return fail('known-name', span, `There is no \`${name}\` in ${where}.`, hint);
}
