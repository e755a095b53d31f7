import { type Formula, parseFormula } from '../../src/formula/index.js';
import { BUILT_IN_UNITS } from '../../src/number/index.js';

/** Units that formulas in tests may use: the built-in ones and two that a chapter could invent. */
export const TEST_UNITS: ReadonlySet<string> = new Set([...BUILT_IN_UNITS, 'point', 'value']);

/** Parses a whole text as one formula. */
export function parseText(text: string): ReturnType<typeof parseFormula> {
  return parseFormula({ name: 'formula', text }, 0, text.length, TEST_UNITS);
}

/**
 * A tree as one line of nested parentheses, `(+ 1 (* 2 spend))`: what the fixtures expect and what two equal trees share.
 * Numbers are written by value with their unit, `{0.1}` as `0.1`, `{1 yuan/point}` in braces; places and spelling are left out.
 */
export function treeText(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return formula.unit.key === '' ? formula.amount.toFixed() : `{${formula.amount.toFixed()} ${formula.unit.key}}`;
    case 'name':
      return dotted(formula.example, formula.name);
    case 'before':
      return `before.${formula.column}`;
    case 'cell':
      return `(cell ${dotted(formula.example, formula.column)} ${formula.row === 'last' ? 'last' : treeText(formula.row)})`;
    case 'negate':
      return `(neg ${treeText(formula.operand)})`;
    case 'not':
      return `(not ${treeText(formula.operand)})`;
    case 'binary':
      return `(${formula.operator} ${treeText(formula.left)} ${treeText(formula.right)})`;
    case 'call':
      return `(${[formula.function, ...formula.arguments.map(treeText)].join(' ')})`;
    case 'first':
    case 'count':
      return `(${formula.kind} ${treeText(formula.condition)})`;
    case 'solve':
      return `(solve ${formula.unknown.name} ${[formula.equation, formula.from, formula.to].map(treeText).join(' ')})`;
  }
}

function dotted(example: string | undefined, name: string): string {
  return example === undefined ? name : `${example}.${name}`;
}
