import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, type Fraction, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
import { figure, figures, misconception, type ShippedChapter, shippedChapter, verdict, whatIf } from '../support/shipped-chapter.js';

interface Night {
  readonly sales: Fraction;
  readonly wanted: Fraction;
  readonly points: Fraction;
}

/** Nights by exact fractions: sales grow by a factor, 10 % of them buys points at 2 yuan, 888 points are released. */
function nightsOf(firstSales: Fraction, factor: Fraction, count: number): readonly Night[] {
  const nights: Night[] = [];
  let sales = firstSales;
  let points = fraction(0);
  for (let night = 1; night <= count; night += 1) {
    sales = multiply(sales, factor);
    const wanted = divide(multiply(sales, fraction(1, 10)), fraction(2));
    points = subtract(add(points, fraction(888)), wanted);
    nights.push({ sales, wanted, points });
  }
  return nights;
}

const negative = (value: Fraction) => decimalText(value, 0).startsWith('-');
const firstNight = (nights: readonly Night[], holds: (night: Night) => boolean) => String(nights.findIndex(holds) + 1);

describe('chapter 6, does it only rise', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('06-does-it-only-rise');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('clears the market at sales ÷ 8880', () => {
    // 888 points × p = sales × 10 %: 17 760 yuan make 2, half of them 1, twice as many 4; for 4 yuan 35 520 are needed.
    expect(figures(shipped, 'market', ['cash', 'price', 'sales_for_double'], 0)).toEqual(['1776', '2', '35520']);
    expect(whatIf(shipped, 'more-sales', ['cash', 'price'])).toEqual([
      ['888', '1'],
      ['3552', '4'],
    ]);
    expect(verdict(shipped, 'left_over', 'merchants-pay-it')).toBe('cannot-be-derived');
  });

  it('leaves 388, 0 or -612 points over', () => {
    // 888 less 500, 888, 1500
    expect(figures(shipped, 'three_nights', ['wanted', 'left'], 0)).toEqual(['500', '388']);
    expect(whatIf(shipped, 'too-few-too-many', ['wanted', 'left'])).toEqual([
      ['888', '0'],
      ['1500', '-612'],
    ]);
    expect(figure(shipped, 'left_over', 'turning_sales', 0)).toBe('17760');
    expect(['balanced', 'fewer'].map((claim) => verdict(shipped, 'left_over', claim))).toEqual(['cannot-be-derived', 'cannot-be-derived']);
  });

  it('moves the price with sales only', () => {
    expect(figure(shipped, 'nights', 'last_price', 10)).toBe('2.0000000000');
    expect([undefined, 'sales-grow', 'sales-shrink'].map((reading) => verdict(shipped, 'nights', 'price-rises', reading))).toEqual([
      'fails at 1',
      'holds',
      'fails at 1',
    ]);
    expect([undefined, 'sales-grow', 'sales-shrink'].map((reading) => verdict(shipped, 'nights', 'never-falls', reading))).toEqual([
      'holds',
      'holds',
      'fails at 1',
    ]);
  });

  it('turns in night 58 and runs out in night 106', () => {
    const nights = nightsOf(fraction(10_000), fractionOf('1.01'), 120);
    const turning = firstNight(nights, ({ wanted }) => negative(subtract(fraction(888), wanted)));
    const empty = firstNight(nights, ({ points }) => negative(points));
    expect([turning, empty]).toEqual(['58', '106']);
    expect(figures(shipped, 'stock', ['turning_night', 'empty_night'], 0)).toEqual([turning, empty]);
    expect(figure(shipped, 'stock', 'most_points', 12)).toBe(decimalText(nights[56]?.points ?? fraction(0), 12));
    expect(verdict(shipped, 'stock', 'always-fewer')).toBe('fails at 1');
    expect(verdict(shipped, 'stock', 'always-fewer', 'sales-stay')).toBe('fails at 1');
    expect(verdict(shipped, 'stock', 'enough-for-all')).toBe('fails at 106');
    // 500 of 888 are needed, night after night
    expect(verdict(shipped, 'stock', 'enough-for-all', 'sales-stay')).toBe('holds');
  });

  it('fills the week', () => {
    for (const [index, night] of nightsOf(fraction(10_000), fractionOf('1.2'), 5).entries()) {
      const row = index + 1;
      expect(['sales', 'wanted', 'points'].map((column) => figure(shipped, 'week', column, 4, row))).toEqual([
        decimalText(night.sales, 4),
        decimalText(night.wanted, 4),
        decimalText(night.points, 4),
      ]);
    }
  });

  it('keeps 250 points or 500 yuan as a deposit', () => {
    // 500 ÷ 2 = 250 points; at 1 yuan they are worth 250 yuan.
    expect(figures(shipped, 'deposit', ['points_first', 'worth_later'], 0)).toEqual(['250', '250']);
    expect([undefined, 'fixed-in-yuan'].map((reading) => verdict(shipped, 'deposit', 'deposit-worth', reading))).toEqual([
      'contradicts',
      'exact',
    ]);
    expect(verdict(shipped, 'deposit', 'whole-at-block')).toBe('fails');
  });

  it('has users who sell or a price that waits, not both', () => {
    // 100 000 × 10 % ÷ 20 = 500 points are needed, 500 are released.
    expect(figures(shipped, 'sellers', ['wanted', 'found', 'short'], 0)).toEqual(['500', '500', '0']);
    expect(verdict(shipped, 'sellers', 'users-list')).toBe('holds');
    expect(verdict(shipped, 'sellers', 'users-list', 'nobody-sells')).toBe('fails');
    expect(verdict(shipped, 'sellers', 'no-cash')).toBe('cannot-be-derived');
    expect(verdict(shipped, 'resale', 'always-gains')).toBe('cannot-be-derived');
    expect([undefined, 'sold-below-guide'].map((reading) => verdict(shipped, 'guide', 'yuan-for-yuan', reading))).toEqual([
      'exact',
      'contradicts',
    ]);
  });

  it('works out the practice', () => {
    // 24 000 × 5 % ÷ 400; 50 × 3 - 50 × 2; 3000 ÷ 4, 600 - 750, 3000 ÷ 600
    expect(figures(shipped, 'town_market', ['cash', 'price'], 0)).toEqual(['1200', '3']);
    expect(figures(shipped, 'trader', ['paid', 'received', 'gain'], 0)).toEqual(['100', '150', '50']);
    expect(figures(shipped, 'exit_market', ['wanted', 'left', 'clearing_price'], 0)).toEqual(['750', '-150', '5']);
    expect(misconception(shipped, 'exit', 'K9', 0)).toBe('50');
    // 600 ÷ 50 000 × 500 = 6, × 1.5
    expect(figures(shipped, 'evening', ['points', 'worth'], 0)).toEqual(['6', '9']);
  });
});
