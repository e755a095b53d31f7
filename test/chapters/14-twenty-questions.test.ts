import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, type Fraction, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
import { figure, misconception, type ShippedChapter, shippedChapter, verdict } from '../support/shipped-chapter.js';

const one = fraction(1);
const product = (...parts: readonly Fraction[]) => parts.reduce(multiply, one);

describe('chapter 14, twenty questions', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('14-twenty-questions');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('has twenty questions of one mark, in the mixture that forms share', () => {
    const { exercises } = shipped.chapter.source.sums;
    expect(exercises.map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, index) => `q${index + 1}`));
    expect(exercises.every(({ marks }) => marks === 1)).toBe(true);
    const count = (...kinds: readonly string[]) => exercises.filter(({ task }) => kinds.includes(task.kind)).length;
    // A guess earns no mark in a test, so nothing is estimated.
    expect([count('compute'), count('hunt'), count('spot', 'check'), count('estimate'), count('match')]).toEqual([11, 4, 3, 0, 2]);
  });

  it('works out the eight figures', () => {
    const expected: readonly (readonly [string, string, Fraction])[] = [
      ['share', 'points', product(fraction(1500, 60_000), fraction(600))],
      ['melt', 'after_two', product(fraction(1000), fractionOf('0.98'), fractionOf('0.98'))],
      ['plan', 'k', divide(fraction(240, 200), fractionOf('0.2'))],
      ['trade', 'later_price', fraction(2000, 1500)],
      // 320 ÷ 200 = 1.6 before; 96 ÷ 1.6 = 60 new points; 480 ÷ 260
      ['pot', 'later_price', fraction(480, 260)],
      ['rises', 'second', product(fraction(400), fractionOf('1.08'), fractionOf('1.09'))],
      // 1000 - 200 + 2000 × 50 % × 15 % - 1000
      ['stall', 'result', add(fraction(-200), product(fraction(2000), fractionOf('0.5'), fractionOf('0.15')))],
      ['heads', 'reward', product(fraction(1000), fraction(3), fraction(100), fractionOf('0.005'))],
    ];
    for (const [example, name, value] of expected)
      expect([example, figure(shipped, example, name, 9)]).toEqual([example, decimalText(value, 9)]);
  });

  it('works out the lines behind the four slips', () => {
    expect(figure(shipped, 'chain', 'worth', 2)).toBe(decimalText(product(fraction(400, 20_000), fraction(500), fraction(2)), 2));
    // 80 × 60 - 1200
    expect(figure(shipped, 'till', 'profit', 0)).toBe('3600');
    // 800 × 0.9 × 0.9
    expect(figure(shipped, 'months', 'open_two', 0)).toBe('648');
    expect(figure(shipped, 'cash_out', 'gain', 0)).toBe('-40');
  });

  it('counts rounds and nights', () => {
    let rounds = 0;
    while (4n ** BigInt(rounds) < 1_000_000n) rounds += 1;
    expect(figure(shipped, 'rounds', 'needed', 0)).toBe(String(rounds));
    // 500 ÷ 50000 = 0.01 yuan a night
    expect(figure(shipped, 'nights', 'nights_back', 0)).toBe('9900');
  });

  it('promises back less than was spent, half of it after a few months', () => {
    // 0.8 × 0.8 × 0.8 = 0.512 and × 0.8 = 0.4096; 0.85^4 = 0.522, 0.85^5 = 0.444; 0.75^2 = 0.5625, 0.75^3 = 0.422
    const monthsAt = (rate: number) => Math.ceil(Math.log(0.5) / Math.log(1 - rate));
    expect([0.2, 0.15, 0.25].map(monthsAt)).toEqual([4, 5, 3]);
    expect(figure(shipped, 'flyer', 'half_month', 0)).toBe('4');
    // 900 ÷ 120; 900 of 1000
    expect(figure(shipped, 'flyer', 'k', 2)).toBe('7.50');
    expect(verdict(shipped, 'flyer_lines', 'all-back')).toBe('fails');
  });

  it('has one line to accept and one that cannot be settled', () => {
    expect([verdict(shipped, 'coupon_lines', 'set-aside'), verdict(shipped, 'coupon_lines', 'many-guests')]).toEqual([
      'holds',
      'cannot-be-derived',
    ]);
  });

  it('wires misconceptions to wrong figures', () => {
    expect(misconception(shipped, 'q2', 'K5', 0)).toBe('960');
    expect(misconception(shipped, 'q3', 'K2', 4)).toBe(decimalText(fraction(1, 6), 4));
    // 480 ÷ 200, without the new points
    expect(misconception(shipped, 'q5', 'K4', 2)).toBe('2.40');
    // 400 × 1.17
    expect(misconception(shipped, 'q6', 'K6', 0)).toBe('468');
    expect(misconception(shipped, 'q7', 'K14', 0)).toBe(decimalText(subtract(fraction(300), fraction(200)), 0));
    expect(misconception(shipped, 'q8', 'K10', 0)).toBe('15000');
    // 12 ÷ 90
    expect(misconception(shipped, 'q20', 'K2', 4)).toBe(decimalText(fraction(12, 90), 4));
  });
});
