import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Formula } from '../../src/formula/index.js';
import { amount, PURE_NUMBER } from '../../src/number/index.js';
import { evaluateText } from '../support/chapter-text.js';
import { exactValue } from '../support/fraction.js';

const source = { name: 'random', text: '' };
const span = { source, start: 0, end: 0 };

const literal: fc.Arbitrary<Formula> = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => amount(digits).dividedBy(amount(10).pow(places)))
  .map((value) => ({ kind: 'number', text: value.toFixed(), amount: value, unit: PURE_NUMBER, span }));

const formulas: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    literal,
    tie('formula').map((operand): Formula => ({ kind: 'negate', operand, span })),
    fc
      .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Formula => ({ kind: 'binary', operator, left, right, span })),
  ),
})).formula;

const { chapter } = evaluateText('examples:\n  one:\n    givens:\n      a: 1\n');

test('a random formula agrees with exact fractions to 30 digits', () => {
  let compared = 0;
  fc.assert(
    fc.property(formulas, (formula) => {
      if (!wellConditioned(formula)) return;
      const exact = exactValue(formula);
      const value = chapter.valueOf(formula);
      expect(typeof value).toBe('object');
      if (typeof value !== 'object') return;
      const expected = amount(exact.over.toString()).dividedBy(amount(exact.under.toString()));
      const off = value.amount.minus(expected).abs();
      expect(off.lessThanOrEqualTo(expected.abs().times(amount('1e-30')))).toBe(true);
      compared += 1;
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(200);
});

/** No division by zero, and no difference that cancels more than six digits: there, no fixed number of digits could keep thirty. */
function wellConditioned(formula: Formula): boolean {
  if (formula.kind === 'negate') return wellConditioned(formula.operand);
  if (formula.kind !== 'binary') return true;
  if (!wellConditioned(formula.left) || !wellConditioned(formula.right)) return false;
  const left = exactValue(formula.left);
  const right = exactValue(formula.right);
  if (formula.operator === '/') return right.over !== 0n;
  if (formula.operator !== '+' && formula.operator !== '-') return true;
  const size = (over: bigint) => (over < 0n ? -over : over);
  const result = exactValue(formula);
  // |result| ≥ 10⁻⁶ · |left|, cross-multiplied so that it stays exact
  return size(result.over) * left.under * 1_000_000n >= size(left.over) * result.under;
}
