import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountText, evaluateText } from '../support/chapter-text.js';

const STEPS = [
  '      take: spend * rate',
  '      rest: spend - take',
  '      twice: 2 * rest + take',
  '      bought: twice / price',
  '      left: bought - floor(bought / 7) * 7',
];

const sums = (givens: readonly string[], steps: readonly string[]) =>
  ['units: [point]', 'examples:', '  one:', '    givens:', ...givens, '    steps:', ...steps, ''].join('\n');

const givens = (spend: string, price: string) => [`      spend: ${spend} yuan`, '      rate: 20%', `      price: ${price} yuan/point`];

test('the order in which definitions are written changes nothing', () => {
  const names = ['take', 'rest', 'twice', 'bought', 'left'];
  const read = (steps: readonly string[]) => {
    const { chapter, diagnostics } = evaluateText(sums(givens('1000', '3'), steps));
    expect(diagnostics).toEqual([]);
    return names.map((name) => amountText(chapter, 'one', name));
  };
  const written = read(STEPS);
  // take 200, rest 800, twice 1800, bought 600, left 600 − 85·7 = 5
  expect(written).toEqual(['200', '800', '1800', '600', '5']);
  fc.assert(
    fc.property(fc.shuffledSubarray(STEPS, { minLength: STEPS.length }), (shuffled) => {
      expect(read(shuffled)).toEqual(written);
    }),
    { numRuns: 40 },
  );
});

test('scaling all money by k scales every money result by k and leaves counts alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 2, max: 999 }), (spend, k) => {
      const plain = evaluateText(sums(givens(`${spend}`, '3'), STEPS.slice(0, 4))).chapter;
      const scaled = evaluateText(sums(givens(`${spend * k}`, `${3 * k}`), STEPS.slice(0, 4))).chapter;
      for (const [name, quantity] of plain.examples.get('one')?.quantities ?? []) {
        const yuan = quantity.unit.exponents.find(([unit]) => unit === 'yuan')?.[1] ?? 0;
        const value = typeof quantity.value === 'object' ? quantity.value.amount.times(k ** yuan) : undefined;
        const other = scaled.examples.get('one')?.quantities.get(name)?.value;
        expect(typeof other === 'object' && value !== undefined && other.amount.minus(value).abs().lessThan('1e-25')).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
