// An evaluator of its own, on fractions of whole numbers: what the formulas of generated chapters are worth. It shares no code with the engine.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { ROOT } from '../tools.mjs';

const source = readFileSync(path.join(ROOT, 'test', 'support', 'fraction.ts'), 'utf8');
const { code } = transformSync(source, { loader: 'ts', format: 'esm' });
export const { fraction, fractionOf, add, subtract, multiply, divide, decimalText } = await import(
  `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
);

export const ZERO = fraction(0);
export const compare = (a, b) => {
  const difference = a.over * b.under - b.over * a.under;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};
const sizeOf = ({ over, under }) => ({ over: over < 0n ? -over : over, under });
const larger = (a, b) => (compare(a, b) >= 0 ? a : b);

/** A formula cannot be worked out: a division by zero, or a size that the engine does not promise. */
export class NoValue extends Error {}

/** Digits over which fractions grow out of hand; the engine keeps 40. */
const MOST_DIGITS = 1200;

/** What a tree is worth; `values` holds the quantities by name. The largest size on the way tells how much the last digits may differ. */
export function exactOf(tree, values) {
  let largest = ZERO;
  const keep = (value) => {
    if (value.under.toString().length > MOST_DIGITS || value.over.toString().length > MOST_DIGITS) throw new NoValue('too long');
    largest = larger(largest, sizeOf(value));
    return value;
  };
  const read = (node) => keep(WORTH[node.kind](node, read, values));
  const value = read(tree);
  return { value, largest };
}

const WORTH = {
  number: ({ value }) => fractionOf(value),
  name: ({ name }, _, values) => {
    const found = values.get(name);
    if (found === undefined) throw new NoValue(`no ${name}`);
    return found;
  },
  '+': ({ parts: [a, b] }, read) => add(read(a), read(b)),
  '-': ({ parts: [a, b] }, read) => subtract(read(a), read(b)),
  '*': ({ parts: [a, b] }, read) => multiply(read(a), read(b)),
  '/': ({ parts: [a, b] }, read) => {
    const [over, under] = [read(a), read(b)];
    if (under.over === 0n) throw new NoValue('division by zero');
    return divide(over, under);
  },
  '^': ({ parts: [a], exponent }, read) => {
    const base = read(a);
    return Array.from({ length: exponent }).reduce((power) => multiply(power, base), fraction(1));
  },
  negate: ({ parts: [a] }, read) => subtract(ZERO, read(a)),
  abs: ({ parts: [a] }, read) => sizeOf(read(a)),
  min: ({ parts }, read) => parts.map(read).reduce((a, b) => (compare(a, b) <= 0 ? a : b)),
  max: ({ parts }, read) => parts.map(read).reduce(larger),
  floor: ({ parts: [a] }, read) => fraction(floorOf(read(a))),
  ceil: ({ parts: [a] }, read) => fraction(-floorOf(subtract(ZERO, read(a)))),
  round: ({ parts: [a], places }, read) =>
    fractionOf(decimalText(read(a), places).replace(/^-(.*)$/, '$1')).over === 0n ? ZERO : signedFraction(decimalText(read(a), places)),
  if: ({ parts: [a, b, yes, no], comparison }, read) => (holds(comparison, read(a), read(b)) ? read(yes) : read(no)),
};

export function holds(comparison, a, b) {
  const order = compare(a, b);
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0, '=': order === 0, '!=': order !== 0 }[comparison];
}

function floorOf({ over, under }) {
  const cut = over / under;
  return over < 0n && cut * under !== over ? cut - 1n : cut;
}

/** `-12.5` as a fraction. */
export function signedFraction(text) {
  const size = fractionOf(text.replace(/^-/, ''));
  return text.startsWith('-') ? subtract(ZERO, size) : size;
}

/** True when a decimal text is the fraction, up to the last digits that the engine keeps. */
export function isNear(text, { value, largest }) {
  const difference = sizeOf(subtract(signedFraction(text), value));
  return compare(multiply(difference, fraction(10n ** 30n)), larger(largest, fraction(1, 10n ** 20n))) <= 0;
}
