import { beforeAll, describe, expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { changeChapter } from '../../src/evaluate/index.js';
import { makeExercises, studentNumber, variantChanges, variantGroups, variantSpace } from '../../src/exercises/index.js';
import { add, decimalText, divide, type Fraction, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
import { figure, figures, misconception, type ShippedChapter, shippedChapter, verdict, verdicts } from '../support/shipped-chapter.js';

/** P, F and k for 1000 yuan of spending, from what is given for `spend` and the part that is set aside. */
function boxes(gift: number, spend: number, aside: string) {
  const promised = multiply(fraction(gift, spend), fraction(1000));
  const funded = multiply(fraction(1000), fractionOf(aside));
  return { promised, funded, k: divide(promised, funded) };
}

/** Months until no more than half is open when each month pays `rate` of what is open. */
function monthsToHalf(rate: Fraction): number {
  let open = fraction(1);
  for (let month = 1; ; month += 1) {
    open = subtract(open, multiply(open, rate));
    // open ≤ 1/2 when 1/2 - open is not negative
    if (!decimalText(subtract(fraction(1, 2), open), 12).startsWith('-')) return month;
  }
}

describe('chapter 13, check a flyer', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('13-check-a-flyer');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('finds P, F and k of each flyer for 1000 yuan', () => {
    const cases: readonly (readonly [string, ReturnType<typeof boxes>])[] = [
      ['bakery', boxes(8, 80, '0.12')],
      ['second_card', boxes(12, 96, '0.15')],
      ['cashback', boxes(850, 1000, '0.15')],
      ['coupon', boxes(30, 600, '0.07')],
      ['classmate', boxes(500, 400, '0.25')],
      ['exit_card', boxes(50, 400, '0.05')],
    ];
    for (const [example, { promised, funded, k }] of cases) {
      expect([example, ...figures(shipped, example, ['promised', 'funded', 'k'], 9)]).toEqual([
        example,
        ...[promised, funded, k].map((value) => decimalText(value, 9)),
      ]);
    }
    expect(decimalText(boxes(850, 1000, '0.15').k, 2)).toBe('5.67');
  });

  it('has a flyer that passes: coupon money is set aside in full', () => {
    expect(verdicts(shipped, 'coupon_lines', ['paid-for', 'three-of-100'])).toEqual(['holds', 'fails']);
    // 3 of 5 yuan are 60 per cent
    expect(verdict(shipped, 'coupon_lines', 'three-of-100', 'enough-used')).toBe('holds');
    expect(figure(shipped, 'coupon', 'needed', 2)).toBe('60.00');
    // 30 of 600 yuan, if every coupon is used
    expect(figure(shipped, 'coupon', 'back_per_100', 2)).toBe('5.00');
    expect(figure(shipped, 'cashback', 'back_per_100', 2)).toBe('15.00');
  });

  it('has a flyer with a second reading, and a fee that newcomers would have to fill up', () => {
    expect(verdicts(shipped, 'cashback_lines', ['every-month', 'all-back', 'paid-for'])).toEqual(['holds', 'fails', 'fails']);
    expect(verdict(shipped, 'cashback_lines', 'all-back', 'equal-parts')).toBe('holds');
    // 11 fees of 150 yuan are 1650 yuan, more than 850 yuan
    expect(verdict(shipped, 'cashback_lines', 'paid-for', 'ten-newcomers')).toBe('holds');
    expect(figure(shipped, 'cashback', 'half_month', 0)).toBe(String(monthsToHalf(fractionOf('0.1'))));
    expect([monthsToHalf(fractionOf('0.08')), monthsToHalf(fractionOf('0.1')), monthsToHalf(fractionOf('0.12'))]).toEqual([9, 7, 6]);
    // equal parts of 85 yuan: 425 ÷ 85 = 5
    expect(figure(shipped, 'cashback', 'half_equal', 0)).toBe('5');
    // 850, 765, 688.50, 619.65, 557.685
    expect([1, 2, 3, 4].map((month) => figure(shipped, 'cashback', 'open', 3, month))).toEqual([
      '765.000',
      '688.500',
      '619.650',
      '557.685',
    ]);
  });

  it('takes no crowd of newcomers for a condition, but names what no flyer states', () => {
    const words = new Map(shipped.audit.figures.map(({ example, claim, word }) => [`${example}.${claim.name}`, word]));
    expect(Object.fromEntries(words)).toEqual({
      'bakery.paid-for': 'reproduced',
      'cashback_lines.every-month': 'reproduced',
      'cashback_lines.all-back': 'conditional',
      'cashback_lines.paid-for': 'contradiction',
      'coupon_lines.paid-for': 'reproduced',
      'coupon_lines.three-of-100': 'conditional',
      'pool_lines.always-up': 'reproduced',
      'pool_lines.in-a-year': 'not-derivable',
      'pool_lines.one-pays-one': 'contradiction',
    });
  });

  it('outgrows a city after 10 rounds', () => {
    // (17/3)^n against 9 million, in whole numbers: 17^n ≥ 9 million × 3^n
    let rounds = 0;
    while (17n ** BigInt(rounds) < 9_000_000n * 3n ** BigInt(rounds)) rounds += 1;
    expect(rounds).toBe(10);
    expect(figure(shipped, 'chain', 'rounds_needed', 0)).toBe('10');
  });

  it('has a flyer whose time cannot be derived', () => {
    // 200 yuan in, 100 yuan of points: 200 ÷ 100, 400 ÷ 150, 600 ÷ 187.5
    const prices: Fraction[] = [];
    let points = fraction(0);
    let price = fraction(1);
    for (let order = 1; order <= 3; order += 1) {
      points = add(points, divide(fraction(100), price));
      price = divide(fraction(200 * order), points);
      prices.push(price);
    }
    expect(prices).toEqual([fraction(2), fraction(8, 3), fraction(16, 5)]);
    expect([1, 2, 3].map((row) => figure(shipped, 'pool', 'price', 12, row))).toEqual(prices.map((value) => decimalText(value, 12)));
    // 1400 ÷ 200
    expect(figure(shipped, 'pool', 'k', 1)).toBe('7.0');
    expect(verdicts(shipped, 'pool_lines', ['always-up', 'in-a-year', 'one-pays-one'])).toEqual(['holds', 'cannot-be-derived', 'fails']);
  });

  it('needs 63 orders before the first exit of the pool', () => {
    // 100 points must be worth 1400 yuan. With half of the money as gift each price is the one before times order ÷ (order - 1/2).
    let order = 0;
    let [above, below] = [1n, 1n];
    while (above < 14n * below) {
      order += 1;
      [above, below] = [above * 2n * BigInt(order), below * (2n * BigInt(order) - 1n)];
    }
    expect(order).toBe(63);
    const scaled = shipped.audit.scale.find(({ example, name }) => example === 'pool' && name === 'exit_order');
    expect(scaled?.value?.amount.toFixed()).toBe('63');
  });

  it('keeps its verdicts in every set of flyers, so that one flyer of each set passes', () => {
    const { chapter, audit } = shipped;
    const exercises = makeExercises(chapter, audit).value;
    const words = (figures: typeof audit.figures) => figures.map(({ example, claim, word }) => `${example}.${claim.name} ${word}`);
    const flyers = variantGroups(chapter).filter(({ name }) => ['cashback', 'coupon', 'pool'].includes(name));
    expect(flyers.map(({ name }) => name)).toEqual(['cashback', 'coupon', 'pool']);
    for (const group of flyers) {
      const space = variantSpace({ chapter, audit, exercises, group }, 'flyers');
      const drawn = Array.from({ length: 12 }, (_, index) => space.draw(studentNumber(`2026${index + 10}`))?.variant);
      for (const variant of drawn) {
        expect(variant).toBeDefined();
        const changed = auditChapter(changeChapter(chapter, variantChanges(variant ?? [], group))).value;
        expect(words(changed.figures)).toEqual(words(audit.figures));
      }
      expect(new Set(drawn.map((variant) => JSON.stringify(variant))).size).toBeGreaterThan(8);
    }
  });

  it('wires the slip of the division', () => {
    // 150 ÷ 850, 20 × … : F ÷ P in place of P ÷ F
    expect(misconception(shipped, 'one-boxes', 'K2', 4)).toBe('0.1765');
    expect(misconception(shipped, 'one-boxes', 'K12', 0)).toBe('85');
    expect(misconception(shipped, 'exit', 'K2', 2)).toBe('0.40');
    // 200 ÷ 1400
    expect(misconception(shipped, 'three-prices', 'K2', 4)).toBe('0.1429');
  });
});
