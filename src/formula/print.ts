import { dateOfNumber, dateText, isDate, isPureNumber } from '../number/index.js';
import { BINDING, operatorBinding } from './grammar.js';
import type { BeforeNode, BinaryNode, CellNode, ColumnCall, Formula, NameNode, NumberNode } from './nodes.js';

/** The canonical text of a formula: single spaces, no parentheses that change nothing. Parsing it gives the same tree. */
export function printFormula(formula: Formula): string {
  return print(formula, BINDING.or);
}

/** The key under which the value of a name or cell is found in `DerivationStep.values`. */
export function referenceKey(node: NameNode | BeforeNode | CellNode): string {
  return printFormula(node);
}

/** `formula` where operators must bind at least as tightly as `needed`; in parentheses when they do not. */
function print(formula: Formula, needed: number): string {
  const text = printOpen(formula);
  return bindingOf(formula) < needed ? `(${text})` : text;
}

function printOpen(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return printNumber(formula);
    case 'name':
      return dotted(formula.example, formula.name);
    case 'before':
      return `before.${formula.column}`;
    case 'cell':
      return `${dotted(formula.example, formula.column)}[${formula.row === 'last' ? 'last' : printFormula(formula.row)}]`;
    case 'negate':
      return `-${print(formula.operand, BINDING.negation)}`;
    case 'not':
      return `not ${print(formula.operand, BINDING.not)}`;
    case 'binary':
      return printBinary(formula);
    case 'call':
      return `${formula.function}(${formula.ofColumn ? printColumn(formula) : formula.arguments.map(printFormula).join(', ')})`;
    case 'first':
    case 'count':
      return `${formula.kind}(row where ${printFormula(formula.condition)})`;
    case 'solve': {
      const [from, to] = [print(formula.from, BINDING.additive), print(formula.to, BINDING.additive)];
      return `solve(${formula.unknown.name} where ${printFormula(formula.equation)} between ${from} and ${to})`;
    }
  }
}

/** `interest`, `interest[1..12]`, `interest[13..last]`. */
function printColumn({ arguments: [column, from, to] }: ColumnCall): string {
  const name = column === undefined ? '' : printFormula(column);
  return from === undefined ? name : `${name}[${printFormula(from)}..${to === undefined ? 'last' : printFormula(to)}]`;
}

function printBinary({ operator, left, right }: BinaryNode): string {
  const own = operatorBinding(operator);
  // Equal operators group to the left, powers to the right, comparisons not at all.
  const [leftNeeded, rightNeeded] =
    own === BINDING.power ? [own + 1, BINDING.negation] : own === BINDING.comparison ? [own + 1, own + 1] : [own, own + 1];
  return `${print(left, leftNeeded)} ${operator} ${print(right, rightNeeded)}`;
}

function printNumber({ text, amount, unit }: NumberNode): string {
  if (isDate(unit)) return printDate(amount.toNumber());
  const digits = text.replaceAll(',', '');
  if (isPureNumber(unit)) return digits;
  // A unit with nothing above the line stands directly after the number: `5/day`.
  return unit.key.startsWith('1/') ? digits + unit.key.slice(1) : `${digits} ${unit.key}`;
}

function printDate(figure: number): string {
  const date = dateOfNumber(figure);
  return date === undefined ? String(figure) : dateText(date);
}

function bindingOf(formula: Formula): number {
  switch (formula.kind) {
    case 'binary':
      return operatorBinding(formula.operator);
    case 'negate':
      return BINDING.negation;
    case 'not':
      return BINDING.not;
    case 'number':
      // Only a changed example holds negative numbers; they print, and bind, as a negation.
      return formula.text.startsWith('-') ? BINDING.negation : BINDING.operand;
    default:
      return BINDING.operand;
  }
}

function dotted(example: string | undefined, name: string): string {
  return example === undefined ? name : `${example}.${name}`;
}
