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
    expect([count('compute'), count('hunt'), count('spot', 'check'), count('estimate'), count('match')]).toEqual([9, 4, 3, 2, 2]);
  });

  it('works out the eight figures', () => {
    const expected: readonly (readonly [string, string, Fraction])[] = [
      ['share', 'points', product(fraction(1500, 60_000), fraction(600))],
      ['melt', 'after_two', product(fraction(1000), fractionOf('0.98'), fractionOf('0.98'))],
      ['plan', 'k', divide(fraction(240, 200), fractionOf('0.2'))],
      ['trade', 'later_price', fraction(2000, 1500)],
      // 320 ÷ 200 = 1.6 before; 96 ÷ 1.6 = 60 new points; 480 ÷ 260
      ['pot', 'later_price', fraction(480, 260)],
      ['rises', 'second', product(fraction(500), fractionOf('1.06'), fractionOf('1.07'))],
      // 1000 - 200 + 2000 × 50 % × 20 % - 1000
      ['stall', 'result', add(fraction(-200), product(fraction(2000), fractionOf('0.5'), fractionOf('0.2')))],
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

  it('has one line to accept and one that cannot be settled', () => {
    expect([verdict(shipped, 'coupon_lines', 'set-aside'), verdict(shipped, 'coupon_lines', 'many-guests')]).toEqual([
      'holds',
      'cannot-be-derived',
    ]);
  });

  it('wires misconceptions to wrong figures', () => {
    expect(misconception(shipped, 'q2', 'K5', 0)).toBe('960');
    expect(misconception(shipped, 'q3', 'K2', 4)).toBe(decimalText(fraction(1, 6), 4));
    expect(misconception(shipped, 'q5', 'K14', 2)).toBe('1.20');
    expect(misconception(shipped, 'q6', 'K6', 0)).toBe('565');
    expect(misconception(shipped, 'q7', 'K14', 0)).toBe(decimalText(subtract(fraction(400), fraction(200)), 0));
    expect(misconception(shipped, 'q8', 'K10', 0)).toBe('15000');
    // 12 ÷ 90
    expect(misconception(shipped, 'q20', 'K2', 4)).toBe(decimalText(fraction(12, 90), 4));
  });
});
