import type { Example } from '../chapter/index.js';
import { type Diagnostic, suggest } from '../diagnostics/index.js';
import type { BinaryNode, CallNode, Formula, NameNode } from '../formula/index.js';
import { EvaluationFailure, fail, mistake, printFormula } from '../formula/index.js';
import { baseUnit, divideUnits, isPureNumber, multiplyUnits, PURE_NUMBER, raiseUnit, sameUnit, type Unit } from '../number/index.js';
import type { Span } from '../source/index.js';
import type { Definitions } from './model/definitions.js';
import { isLocal } from './model/references.js';
import type { SilentConversion } from './model/results.js';

/** What a formula yields. Working it out throws `EvaluationFailure` when units cannot balance or a name is unknown. */
export type Kind = Unit | 'condition';

export interface UnitChecker {
  kindOf(formula: Formula, place: Place): Kind;
  /** Unit of a scalar or of a column; throws without a diagnostic when its definition has failed. */
  kindOfName(name: string): Kind;
  readonly diagnostics: readonly Diagnostic[];
  readonly conversions: readonly SilentConversion[];
}

/** Where a formula stands: bare columns are known only in a row, and there only those above (`columns` of them). */
export interface Place {
  readonly where: string;
  readonly columns: number | 'none';
}

/**
 * Checks units as exponents, once, without computing anything. A formula that balances only if one unit is counted as another
 * is recorded as a silent conversion; one that cannot balance at all is a mistake. Each definition is checked once.
 */
export function createUnitChecker(
  example: Example,
  definitions: Definitions,
  broken: ReadonlySet<string>,
  other: (example: string) => UnitChecker | undefined,
  exampleNames: readonly string[],
): UnitChecker {
  const diagnostics: Diagnostic[] = [];
  const conversions: SilentConversion[] = [];
  const known = new Map<string, Kind | undefined>();
  const columns = new Map(definitions.columns.map((column, position) => [column.name, position]));
  const each = example.rounds === undefined ? PURE_NUMBER : baseUnit(example.rounds.each.value);

  const balance = (left: Kind, right: Kind, node: Formula, place: Place): Kind => {
    if (left === 'condition' || right === 'condition') {
      return fail('condition-or-number', node.span, 'A condition stands where a number is needed.');
    }
    if (sameUnit(left, right)) return left;
    const conversion = silentConversion(right, left);
    if (conversion === undefined) failBalance(left, right, node);
    conversions.push({ ...conversion, where: place.where, span: node.span });
    return left;
  };

  const assign = (found: Kind, declared: Unit | undefined, formula: Formula, where: string): Kind =>
    declared === undefined || isZero(formula) ? (declared ?? found) : balance(declared, found, formula, { where, columns: 'none' });

  const define = (name: string): Kind => {
    if (example.failed?.has(name) || broken.has(`${example.name}.${name}`)) throw new EvaluationFailure(undefined);
    const scalar = definitions.scalars.get(name);
    if (scalar !== undefined) {
      if (scalar.formula === undefined) return scalar.unit ?? PURE_NUMBER;
      return assign(kindOf(scalar.formula, { where: name, columns: 'none' }), scalar.unit, scalar.formula, name);
    }
    const position = columns.get(name) as number;
    const column = definitions.columns[position];
    if (column === undefined) throw new EvaluationFailure(undefined);
    if (column.start === undefined)
      return assign(kindOf(column.formula, { where: name, columns: position }), column.unit, column.formula, name);
    const start = kindOf(column.start.formula, { where: name, columns: 'none' });
    return assign(start, column.unit ?? column.start.unit, column.start.formula, name);
  };

  const kindOfName = (name: string): Kind => {
    if (!known.has(name)) {
      known.set(name, undefined);
      try {
        known.set(name, define(name));
      } catch (failure) {
        if (!(failure instanceof EvaluationFailure)) throw failure;
        if (failure.diagnostic !== undefined) diagnostics.push(failure.diagnostic);
      }
    }
    const kind = known.get(name);
    if (kind === undefined) throw new EvaluationFailure(undefined);
    return kind;
  };

  const kindOfReference = (node: NameNode, place: Place): Kind => {
    if (!isLocal(node, example.name)) return kindElsewhere(node.example as string, node.name, node.span);
    if (node.name === 'row' && place.columns !== 'none') return each;
    const position = columns.get(node.name);
    if (position !== undefined) {
      if (place.columns === 'none') {
        fail(
          'known-name',
          node.span,
          `\`${node.name}\` is a column, and no row is given.`,
          `Write the row: \`${node.name}[2]\` or \`${node.name}[last]\`.`,
        );
      }
      if (position >= place.columns) {
        fail(
          'column-order',
          node.span,
          `\`${node.name}\` is worked out later in the row.`,
          `Read the row above with \`before.${node.name}\`, or move the column up.`,
        );
      }
      return kindOfName(node.name);
    }
    if (definitions.scalars.has(node.name) || example.failed?.has(node.name)) return kindOfName(node.name);
    return failUnknown(node.name, node.span, [...definitions.scalars.keys(), ...columns.keys()], example.name);
  };

  const kindElsewhere = (name: string, quantity: string, span: Span): Kind => {
    const checker = other(name);
    if (checker === undefined) return failUnknown(name, span, exampleNames, 'chapter');
    return checker.kindOf({ kind: 'name', name: quantity, span }, { where: '', columns: 'none' });
  };

  const columnKind = (name: string, span: Span): Kind => {
    if (columns.has(name) || example.failed?.has(name)) return kindOfName(name);
    return failUnknown(name, span, [...columns.keys()], example.name);
  };

  const kindOf = (formula: Formula, place: Place): Kind => {
    switch (formula.kind) {
      case 'number':
        return formula.unit;
      case 'name':
        return kindOfReference(formula, place);
      case 'before':
        if (place.columns === 'none') fail('known-name', formula.span, '`before.` means the row above, and no row is given.');
        return columnKind(formula.column, formula.span);
      case 'cell': {
        if (formula.row !== 'last') kindOf(formula.row, place);
        if (isLocal(formula, example.name)) return columnKind(formula.column, formula.span);
        const checker = other(formula.example as string);
        if (checker === undefined) return failUnknown(formula.example as string, formula.span, exampleNames, 'chapter');
        const { example: _owner, ...local } = formula;
        return checker.kindOf(local, { where: '', columns: 'none' });
      }
      case 'negate':
        return number(kindOf(formula.operand, place), formula.operand);
      case 'not':
        return condition(kindOf(formula.operand, place), formula.operand);
      case 'first':
        if (example.rounds === undefined) fail('known-name', formula.span, 'This example has no rounds to look through.');
        condition(kindOf(formula.condition, { ...place, columns: columns.size }), formula.condition);
        return each;
      case 'binary':
        return kindOfBinary(formula, place);
      case 'call':
        return kindOfCall(formula, place);
    }
  };

  const kindOfBinary = (node: BinaryNode, place: Place): Kind => {
    const left = kindOf(node.left, place);
    const right = kindOf(node.right, place);
    if (node.operator === 'and' || node.operator === 'or') {
      condition(left, node.left);
      return condition(right, node.right);
    }
    const over = number(left, node.left);
    const under = number(right, node.right);
    if (node.operator === '*') return multiplyUnits(over, under);
    if (node.operator === '/') return divideUnits(over, under);
    if (node.operator === '^') return kindOfPower(node, over, under);
    const compared = isZero(node.left) ? under : isZero(node.right) ? over : balance(over, under, node, place);
    return node.operator === '+' || node.operator === '-' ? compared : 'condition';
  };

  const kindOfCall = (node: CallNode, place: Place): Kind => {
    if (node.function === 'sum') {
      const column = node.arguments[0] as Formula;
      return column.kind === 'name' && isLocal(column, example.name)
        ? columnKind(column.name, column.span)
        : fail('known-name', node.span, '`sum(…)` takes the name of a column of this example.');
    }
    const kinds = node.arguments.map((argument) => kindOf(argument, place));
    if (node.function === 'if') {
      condition(kinds[0] as Kind, node.arguments[0] as Formula);
      return balance(kinds[1] as Kind, kinds[2] as Kind, node, place);
    }
    const first = number(kinds[0] as Kind, node.arguments[0] as Formula);
    if (node.function !== 'min' && node.function !== 'max') return first;
    return kinds
      .slice(1)
      .reduce<Kind>(
        (so_far, kind, index) => (isZero(node.arguments[index + 1] as Formula) ? so_far : balance(so_far, kind, node, place)),
        first,
      );
  };

  return { kindOf, kindOfName, diagnostics, conversions };
}

/** `from` taken as `to`, when the two differ by exactly one base unit standing in for another. */
export function silentConversion(from: Unit, to: Unit): { readonly from: Unit; readonly to: Unit } | undefined {
  if (isPureNumber(from) || isPureNumber(to)) return undefined;
  const ratio = divideUnits(from, to).exponents;
  const [first, second] = ratio;
  if (ratio.length !== 2 || first === undefined || second === undefined || first[1] !== -second[1]) return undefined;
  const [taken, counted] = first[1] > 0 ? [first, second] : [second, first];
  return from.exponents.some(([name, power]) => name === taken[0] && power > 0)
    ? { from: baseUnit(taken[0]), to: baseUnit(counted[0]) }
    : { from: baseUnit(counted[0]), to: baseUnit(taken[0]) };
}

function kindOfPower(node: BinaryNode, base: Unit, exponent: Unit): Unit {
  if (!isPureNumber(exponent)) fail('pure-number', node.right.span, `An exponent is a pure number, but this one is in ${exponent.key}.`);
  if (isPureNumber(base)) return PURE_NUMBER;
  const power = node.right.kind === 'number' && node.right.amount.isInteger() ? node.right.amount.toNumber() : undefined;
  if (power === undefined) fail('pure-number', node.span, `Only a whole number may stand as the power of a figure in ${base.key}.`);
  return raiseUnit(base, power);
}

function number(kind: Kind, node: Formula): Unit {
  return kind === 'condition' ? fail('condition-or-number', node.span, 'A condition stands where a number is needed.') : kind;
}

function condition(kind: Kind, node: Formula): 'condition' {
  return kind === 'condition'
    ? kind
    : fail(
        'condition-or-number',
        node.span,
        'A number stands where a condition is needed.',
        'Compare it with something, as in `price > 2 yuan`.',
      );
}

/** A bare 0 fits any unit: nothing is nothing, whatever is counted. */
function isZero(formula: Formula): boolean {
  return formula.kind === 'number' && formula.amount.isZero() && isPureNumber(formula.unit);
}

function failBalance(left: Unit, right: Unit, node: Formula): never {
  const name = (unit: Unit) => (isPureNumber(unit) ? 'a pure number' : unit.key);
  return fail(
    'units-balance',
    node.span,
    `The units do not balance: ${name(left)} against ${name(right)} in \`${printFormula(node)}\`.`,
    'Multiply or divide by the quantity that turns one into the other.',
  );
}

function failUnknown(name: string, span: Span, candidates: readonly string[], where: string): never {
  const nearest = suggest(name, candidates);
  throw new EvaluationFailure(
    mistake(
      'known-name',
      span,
      `There is no \`${name}\` in ${where}.`,
      nearest === undefined ? `Known here: ${candidates.join(', ')}.` : `Did you mean \`${nearest}\`?`,
    ),
  );
}
