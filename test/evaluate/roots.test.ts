import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, evaluateText } from '../support/chapter-text.js';

function worked(formula: string) {
  const { chapter, diagnostics } = evaluateText(
    `examples:\n  one:\n    givens: { year: 12 month, fee: 3 yuan }\n    steps: { x: "${formula}" }\n`,
  );
  const value = chapter.examples.get('one')?.quantities.get('x')?.value;
  return { text: amountText(chapter, 'one', 'x'), truth: value, messages: diagnostics.map(({ code, message }) => `${code}: ${message}`) };
}

/** Whole digits of the root of `value`, found by trying whole numbers alone. */
function digitsOfRoot(value: bigint, degree: bigint, places: bigint): string {
  const scaled = value * 10n ** (places * degree);
  // A power has as many bits as its root times the degree, or fewer.
  const bits = BigInt(scaled.toString(2).length);
  let [low, high] = [0n, 1n << (bits / degree + 1n)];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= scaled) low = middle;
    else high = middle;
  }
  return low.toString();
}

describe('roots and logarithms', () => {
  it.each([
    // 1.2² = 1.44, 1.2³ = 1.728, 8^(2/3) = 2², 32^-0.4 = 1/2², 0.1^4 = 0.0001
    ['sqrt(1.44)', '1.2'],
    ['root(1.728, 3)', '1.2'],
    ['8 ^ (2 / 3)', '4'],
    ['32 ^ (-0.4)', '0.25'],
    ['root(0.0001, 4)', '0.1'],
    ['root(7, 1)', '7'],
    ['sqrt(0)', '0'],
    ['log(1000)', '3'],
    ['log(0.125, 2)', '-3'],
    ['ln(1)', '0'],
    ['log(9, 27) * 3', '2'],
    ['sqrt(9 yuan^2)', '3'],
  ])('%s is %s', (formula, expected) => expect(worked(formula)).toMatchObject({ text: expected, messages: [] }));

  it('are right to 34 digits, against whole numbers alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), fc.integer({ min: 2, max: 24 }), (value, degree) => {
        const { text } = worked(`root(${value}, ${degree})`);
        const [whole = '', decimals = ''] = text.split('.');
        const places = BigInt(Math.max(0, 34 - whole.length));
        const digits = digitsOfRoot(BigInt(value), BigInt(degree), places);
        const found = BigInt(whole + decimals.padEnd(Number(places), '0').slice(0, Number(places)));
        const off = found - BigInt(digits);
        expect(off <= 1n && off >= -1n, `${value} ${degree}: ${text}`).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('undo powers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 12 }), (hundredths, degree) => {
        const base = (hundredths / 100).toFixed(2);
        expect(worked(`root(${base} ^ ${degree}, ${degree}) = ${base}`)).toMatchObject({ truth: true, messages: [] });
        expect(worked(`(${base} ^ ${degree}) ^ (1 / ${degree}) = ${base}`)).toMatchObject({ truth: true, messages: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('the logarithm of 2 has its known digits', () => {
    expect(worked('ln(2)').text.slice(0, 38)).toBe('0.693147180559945309417232121458176568');
    expect(worked('log(2)').text.slice(0, 38)).toBe('0.301029995663981195213738894724493026');
  });

  it.each([
    ['sqrt(0 - 1)', 'result-range: A figure below 0 has no root.'],
    ['(0 - 8) ^ (1 / 3)', 'result-range: A figure below 0 has no fractional power.'],
    ['root(8, 2.5)', 'pure-number: The degree of a root is a whole number from 1 to 1000.'],
    ['root(8, 1001)', 'pure-number: The degree of a root is a whole number from 1 to 1000.'],
    ['root(8, 0)', 'pure-number: The degree of a root is a whole number from 1 to 1000.'],
    ['ln(0)', 'result-range: Only a figure above 0 has a logarithm.'],
    ['log(5, 1)', 'result-range: The base of a logarithm is above 0 and is not 1.'],
    ['log(5, 0 - 2)', 'result-range: The base of a logarithm is above 0 and is not 1.'],
    ['root(fee ^ 2, 0 - 2)', 'pure-number: There is no such root of a figure in yuan^2.'],
    ['sqrt(fee)', 'pure-number: There is no such root of a figure in yuan.'],
    [
      'sqrt(2) * sqrt(2) = 2',
      'undecided: This lies nearer to the border than the digits of a long table can tell, and no exact fraction is to be had.',
    ],
  ])('%s says what is wrong', (formula, message) => expect(worked(formula).messages).toEqual([message]));

  it('decide by their digits where those are enough', () => {
    expect(worked('sqrt(2) < 1.4142135623730951')).toMatchObject({ truth: true, messages: [] });
    expect(worked('ln(10) >= 2.302585092994045').truth).toBe(true);
  });
});
