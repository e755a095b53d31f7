import type { BinaryOperator } from './nodes.js';

/** Levels of nesting that a formula may have. Every walk over a tree may therefore be recursive. */
export const DEEPEST_NESTING = 200;
/** Numbers, names and operators that a formula may have; tiers inside tiers repeat what they are taken of. */
export const MOST_PARTS = 20_000;

/** How tightly operators bind; the parser and the printer both read it. */
export const BINDING = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  additive: 5,
  multiplicative: 6,
  negation: 7,
  power: 8,
  operand: 9,
} as const;

const OPERATORS: Readonly<Record<BinaryOperator, number>> = {
  or: BINDING.or,
  and: BINDING.and,
  '=': BINDING.comparison,
  '!=': BINDING.comparison,
  '<': BINDING.comparison,
  '<=': BINDING.comparison,
  '>': BINDING.comparison,
  '>=': BINDING.comparison,
  '+': BINDING.additive,
  '-': BINDING.additive,
  '*': BINDING.multiplicative,
  '/': BINDING.multiplicative,
  '^': BINDING.power,
};

export function isBinaryOperator(text: string): text is BinaryOperator {
  return Object.hasOwn(OPERATORS, text);
}

/** How tightly a two-sided operator binds. */
export function operatorBinding(operator: BinaryOperator): number {
  return OPERATORS[operator];
}

/** Words of the grammar, which no quantity may be named. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'before', 'last', 'where', 'row', 'between']);

/** True when `text` can be the name of a given, step or column. */
export function isQuantityName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !RESERVED_WORDS.has(text);
}

/** True when `text` can be the name of an example: a quantity's name that may have hyphens. */
export function isExampleName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*$/.test(text) && !RESERVED_WORDS.has(text) && !text.endsWith('-before');
}
