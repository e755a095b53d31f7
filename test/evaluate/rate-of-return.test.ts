import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, rateOfReturn } from '../../src/number/index.js';
import { amountText, evaluateText } from '../support/chapter-text.js';

const PLACES = 30n;
const SCALE = 10n ** PLACES;

/** The rate of return in units of 10^-30, by halving: whole payments, whole numbers and nothing else. */
function rateByHalving(payments: readonly bigint[]): bigint {
  // Worth at the end, the first payment carried on longest, scaled by SCALE^n: a whole number for any rate of 30 decimals.
  const worthAtEnd = (rate: bigint) =>
    payments.reduce(
      (sum, payment, index) => sum + payment * (SCALE + rate) ** BigInt(payments.length - 1 - index) * SCALE ** BigInt(index),
      0n,
    );
  let [low, high] = [-SCALE + 1n, 100n * SCALE];
  const rises = worthAtEnd(high) > 0n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (worthAtEnd(middle) > 0n === rises) high = middle;
    else low = middle;
  }
  return low;
}

/** A car for 78,000 yuan, 20% down, a fee of 1500 yuan, and 24 payments of 2860 yuan. */
const CAR = `
examples:
  car:
    givens: { price: 78000 yuan, down_share: 20%, fee: 1500 yuan, part: 2860 yuan, months: 24 month }
    steps:
      down: price * down_share
      borrowed: price - down
      all_paid: part * months / (1 month)
      flat: "(all_paid - borrowed) / borrowed / (months / (12 month))"
      monthly: irr(payment)
      yearly: effective(monthly, 12)
      simple: monthly * 12
      without_fee: irr(plain[0..24])
    rounds:
      each: month
      start: { payment: borrowed - fee, plain: borrowed }
      row: { payment: -part, plain: -part }
      rows: 24
`;

describe('the internal rate of return', () => {
  it('of 24 payments is that of halving whole numbers', () => {
    const { chapter, diagnostics } = evaluateText(CAR);
    expect(diagnostics).toEqual([]);
    const digits = (name: string) =>
      amount(amountText(chapter, 'car', name))
        .times(amount('1e30'))
        .floor()
        .toFixed();
    const parts = Array.from({ length: 24 }, () => -2860n);
    // 78,000 · 80% = 62,400 borrowed, 60,900 of it in hand.
    const monthly = rateByHalving([60_900n, ...parts]);
    expect(digits('monthly')).toBe(monthly.toString());
    expect(digits('without_fee')).toBe(rateByHalving([62_400n, ...parts]).toString());
    // 24 · 2860 = 68,640; 6240 more than was borrowed: 10% in two years, 5% a year.
    expect(amountText(chapter, 'car', 'flat')).toBe('0.05');
    expect(digits('simple').slice(0, 28)).toBe((monthly * 12n).toString().slice(0, 28));
    // (1 + r)^12 − 1 in whole numbers of 10^-30
    const yearly = (SCALE + monthly) ** 12n / SCALE ** 11n - SCALE;
    expect(digits('yearly').slice(0, 28)).toBe(yearly.toString().slice(0, 28));
  });

  it('is exact where it is a rate of few digits', () => {
    // 100 now, 121 after two rows: 10%.
    const text = (formula: string) => `
examples:
  one:
    steps: { rate: irr(x), is_ten: irr(x) = 10%, above: irr(x) > 10%, half: "${formula}" }
    rounds: { each: year, start: { x: -100 yuan }, row: { x: "if(row = 2 year, 121 yuan, 0)" }, rows: 2 }
`;
    const { chapter, diagnostics } = evaluateText(text('round(irr(x) * 5, 0)'));
    expect(diagnostics).toEqual([]);
    expect(amountText(chapter, 'one', 'rate')).toBe('0.1');
    const truth = (name: string) => chapter.examples.get('one')?.quantities.get(name)?.value;
    expect([truth('is_ten'), truth('above')]).toEqual([true, false]);
    expect(amountText(chapter, 'one', 'half')).toBe('1');
  });

  it('agrees with halving for any payments that turn once', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, amounts, fc.boolean(), (first, then, isLoan) => {
        const payments = [...first, ...then.map((one) => -one)].map((one) => (isLoan ? one : -one));
        const found = rateOfReturn(payments.map((one) => amount(one)));
        fc.pre(found.lessThan(99));
        const expected = rateByHalving(payments.map(BigInt));
        const off = found.times(amount('1e30')).minus(amount(expected.toString())).abs();
        // The last digit of halving is cut off, and the digits of a large rate are fewer behind the point.
        expect(off.lessThanOrEqualTo(amount(2))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('of a saving plan over 360 months is found, and of a rate far below zero', () => {
    const { chapter, diagnostics } = evaluateText(`
examples:
  plan:
    steps: { rate: irr(x), lost: irr(y) }
    rounds:
      each: month
      start: { x: 0 yuan, y: -1000 yuan }
      row: { x: "if(row = 360 month, 100000 yuan, -200 yuan)", y: "if(row = 360 month, 1 yuan, 0)" }
      rows: 360
`);
    expect(diagnostics).toEqual([]);
    // 359 payments, the first at the end of month 1; 1000 → 1 in 360 months.
    const payments = [0n, ...Array.from({ length: 359 }, () => -200n), 100_000n];
    const rate = amount(amountText(chapter, 'plan', 'rate'));
    const worth = (at: number) => payments.reduce((sum, payment) => sum * (1 + at) + Number(payment), 0);
    expect(Math.sign(worth(rate.toNumber() - 1e-9))).toBe(-Math.sign(worth(rate.toNumber() + 1e-9)));
    expect(
      amount(amountText(chapter, 'plan', 'lost'))
        .plus(1)
        .pow(360)
        .times(1000)
        .toFixed(20),
    ).toBe('1.00000000000000000000');
  });

  it.each([
    ['irr(payment[1..24])', 'All payments go the same way, so there is no rate of return.'],
    ['irr(turning)', 'The payments turn 2 times, so that several rates of return may fit.'],
  ])('%s is refused', (formula, message) => {
    const text = CAR.replace('irr(payment)', formula).replace(
      'plain: -part }',
      'plain: -part, turning: "if(row < 9 month, part, if(row < 20 month, -part, part))" }',
    );
    expect(evaluateText(text).diagnostics.map((one) => `${one.code}: ${one.message}`)).toEqual([`rate-exists: ${message}`]);
  });

  it.each(['effective(1%)', 'effective(1%, 12, 2)'])('%s is no formula', (formula) => {
    const { diagnostics } = evaluateText(`examples:\n  one:\n    steps: { x: "${formula}" }\n`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['formula-syntax']);
  });
});
