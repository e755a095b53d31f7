import { beforeAll, describe, expect, it } from 'vitest';
import { decimalText, divide, fraction, fractionOf, multiply } from '../support/fraction.js';
import {
  figure,
  figures,
  misconception,
  payments,
  type ShippedChapter,
  shippedChapter,
  verdict,
  verdicts,
  whatIf,
} from '../support/shipped-chapter.js';

/** Levels until `people` are in, if each brings `friends`; the sum of the levels is (friends^n - 1) / (friends - 1). */
function levelsFor(people: bigint, friends: bigint): number {
  let level = 1n;
  while ((friends ** level - 1n) / (friends - 1n) < people) level += 1n;
  return Number(level);
}

describe('chapter 11, head counts and commissions', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('11-head-counts');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('reproduces district, city and province', () => {
    const people = 200n * 1000n;
    const city = 13n * people * 1000n;
    expect(figure(shipped, 'district_less', 'low_income', 0)).toBe(String(people / 10n));
    expect(figures(shipped, 'district', ['people', 'turnover', 'income'])).toEqual([people, people * 1000n, people].map(String));
    // five per ten thousand of 2.6 billion; one per ten thousand of 54.6 billion; a tenth of each
    expect(figures(shipped, 'region', ['city_turnover', 'city_income', 'city_low_income'])).toEqual(
      [city, (city * 5n) / 10_000n, city / 20_000n].map(String),
    );
    expect(figures(shipped, 'region', ['province_turnover', 'province_income', 'province_low_income'])).toEqual(
      [21n * city, (21n * city) / 10_000n, (21n * city) / 100_000n].map(String),
    );
    const printed = ['city-turnover', 'city-income', 'city-low', 'province-turnover', 'province-income', 'province-low'];
    expect(verdicts(shipped, 'region', printed)).toEqual(printed.map(() => 'exact'));
    expect(verdicts(shipped, 'region', ['cities', 'districts', 'large-region-pays'])).toEqual([
      'holds',
      'contradicts',
      'cannot-be-derived',
    ]);
  });

  it('finds 1.1 and 4.62 million with the eleven districts that are named', () => {
    const [eleven, tenth, hundredth] = whatIf(shipped, 'count-districts', ['city_income', 'province_income']);
    // 11 × 2亿 × 0.05 %; 21 × 11 × 2亿 × 0.01 %; then a tenth and a hundredth of 130万 and 546万
    expect(eleven).toEqual(['1100000', '4620000']);
    expect([tenth, hundredth]).toEqual([
      ['130000', '546000'],
      ['13000', '54600'],
    ]);
  });

  it('finds the figure that is missing before a sign', () => {
    // 546万 ÷ 546亿 = 1 ÷ 10000
    expect(figure(shipped, 'missing_figure', 'rate', 2)).toBe('0.01');
  });

  it('needs 43.3 per cent of all residents, and more people than a small city has', () => {
    const people = 21n * 13n * 200_000n;
    expect(figure(shipped, 'region', 'province_people', 0)).toBe(String(people));
    expect(figure(shipped, 'region', 'share_of_residents', 4)).toBe(decimalText(fraction(people * 100n, 126_010_000n), 4));
    expect(decimalText(fraction(people * 100n, 126_010_000n), 1)).toBe('43.3');
    expect(verdict(shipped, 'region', 'every-city-has-so-many')).toBe('fails');
  });

  it('finds a tenth of the printed head count and of its income', () => {
    // 1000 × 1000 × 1 % + 3000 × 1000 × 0.5 %
    expect(figures(shipped, 'store', ['indirect', 'direct_income', 'indirect_income', 'total', 'low_total'])).toEqual([
      '3000',
      '10000',
      '15000',
      '25000',
      '2500',
    ]);
    const printed = ['direct', 'indirect', 'direct-income', 'indirect-income', 'total', 'low-total'];
    expect(verdicts(shipped, 'store', printed)).toEqual(printed.map(() => 'contradicts'));
    expect(verdicts(shipped, 'store', printed, 'ten-times-as-many')).toEqual(printed.map(() => 'exact'));
    expect(verdict(shipped, 'store', 'more-than-own')).toBe('cannot-be-derived');
  });

  it('adds 1.03 million, and 130000 or 103000 at the lower spending', () => {
    expect(figures(shipped, 'recruiting', ['per_day', 'per_month', 'recruit_income', 'indirect_income', 'total', 'low_total'])).toEqual([
      '100000',
      '3000000',
      '30000',
      '1000000',
      '1030000',
      '130000',
    ]);
    expect(verdict(shipped, 'recruiting', 'low-total')).toBe('contradicts');
    expect(verdict(shipped, 'recruiting', 'low-total', 'shops-sell-less-too')).toBe('exact');
    // 200000 × 1000 = 2亿 against 300万
    expect(verdict(shipped, 'recruiting', 'spent-in-these-shops')).toBe('fails');
  });

  it('bounds the average shop by 2 % of its turnover', () => {
    const budget = multiply(fraction(5000 * 30), fractionOf('0.02'));
    expect(figure(shipped, 'average_shop', 'can_receive', 0)).toBe(decimalText(budget, 0));
    expect(figure(shipped, 'average_shop', 'times', 6)).toBe(decimalText(divide(fraction(1_030_000), budget), 6));
    expect(verdicts(shipped, 'average_shop', ['every-shop', 'same-turnover'])).toEqual(['fails', 'fails']);
  });

  it('adds the commissions: 1.3 and 2.66 per cent against 2', () => {
    // 0.5 + 0.3 + 0.2 + 0.3; 1 + 1 + 0.5 + 0.1 + 0.05 + 0.01
    expect(figures(shipped, 'rates', ['remarks_sum', 'example_sum', 'over_budget'], 2)).toEqual(['1.30', '2.66', '6.60']);
    expect(verdicts(shipped, 'rates', ['remarks-fit', 'examples-fit'])).toEqual(['holds', 'fails']);
    const table = payments(shipped, 'rates');
    expect(table.nets).toEqual([
      'merchant -20',
      'platform -6.6',
      'recruiter 10',
      'direct_referrer 10',
      'indirect_referrer 5',
      'area_agents 1.6',
    ]);
    expect(table.sum).toBe('0');
  });

  it('counts the levels until nobody is left', () => {
    const populations = { town: 200_000n, province: 126_010_000n, country: 1_400_000_000n };
    for (const [name, people] of Object.entries(populations)) {
      expect([name, figure(shipped, 'tree', `levels_for_${name}`, 0)]).toEqual([name, String(levelsFor(people, 3n))]);
    }
    expect([levelsFor(populations.country, 2n), levelsFor(populations.country, 3n), levelsFor(populations.country, 5n)]).toEqual([
      31, 20, 14,
    ]);
    expect([4, 5, 6, 7].map((row) => figure(shipped, 'tree', 'all', 0, row))).toEqual(['40', '121', '364', '1093']);
    // 3^19 ÷ ((3^20 - 1) ÷ 2): a little over two thirds
    expect(figure(shipped, 'tree', 'newest_percent', 6)).toBe(decimalText(fraction(200n * 3n ** 19n, 3n ** 20n - 1n), 6));
  });

  it('works out the practice figures and wires misconceptions to wrong ones', () => {
    // 200 × 50 × 1 % + 600 × 50 × 0.5 %; 600 × 300 × 1 % + 2400 × 300 × 0.5 %; 400 × 500 × 2 % + 800 × 500 × 0.5 %
    expect(figure(shipped, 'tea_house', 'total', 0)).toBe('250');
    expect(figure(shipped, 'my_store', 'total', 0)).toBe('5400');
    expect(figure(shipped, 'exit_store', 'total', 0)).toBe('6000');
    // 50000 ÷ 10 ÷ 0.1 % ÷ 1000
    expect(figure(shipped, 'town_agent', 'people', 0)).toBe('5000');
    // 800 × 150 × 1 % + 2400 × 150 × 0.5 %
    expect(figure(shipped, 'clerk', 'total', 0)).toBe('3000');
    // 150 ÷ 500
    expect(figure(shipped, 'take_back', 'used', 0)).toBe('30');
    expect(misconception(shipped, 'exit', 'K10', 0)).toBe('60000');
  });
});
