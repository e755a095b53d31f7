import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, type Fraction, fraction, fractionOf, multiply } from '../support/fraction.js';
import { figure, misconception, payments, type ShippedChapter, shippedChapter, verdict, whatIf } from '../support/shipped-chapter.js';

/** Points of one holder: own ÷ (all parts of the total) × release, by exact fractions. */
function points(own: number, release: number, ...parts: readonly number[]): Fraction {
  const total = parts.map((part) => fraction(part)).reduce(add);
  return multiply(divide(fraction(own), total), fraction(release));
}

describe('chapter 3, whose total', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('03-whose-total');
  });

  /** The exercise's watched figure in each of its cases. */
  const caseFigures = (exercise: string, quantity: string, places: number) => whatIf(shipped, exercise, [quantity], places).flat();

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('gives 20.83 points with the merchants and 25 without them', () => {
    // a turnover of 100000 yuan makes 100000 SV for customers and 20000 SV for merchants
    const all = points(5000, 500, 100_000, 20_000);
    expect(all).toEqual(fraction(125, 6));
    expect(figure(shipped, 'today', 'points', 12)).toBe(decimalText(all, 12));
    expect(verdict(shipped, 'today', 'points')).toBe('contradicts');
    expect(verdict(shipped, 'today', 'points', 'customers-only')).toBe('exact');
    expect(verdict(shipped, 'today', 'points', 'balance-carried')).toBe('contradicts');
    expect(points(5000, 500, 100_000)).toEqual(fraction(25));
  });

  it('adds one group at a time: 7.40, 6.34, 4.44 and 0.04', () => {
    const more = [20_000, 40_000, 100_000, 20_000_000].map((group) => points(1000, 888, 100_000, group));
    expect(more.map((value) => decimalText(value, 2))).toEqual(['7.40', '6.34', '4.44', '0.04']);
    expect(caseFigures('one-more-group', 'points', 8)).toEqual(more.map((value) => decimalText(value, 8)));
  });

  it('pays one of 100000 members 1.776 fen a night, and 299 yuan after 46 years', () => {
    const fen = multiply(divide(fraction(888 * 2), fraction(100_000)), fraction(100));
    expect(decimalText(fen, 4)).toBe('1.7760');
    expect(figure(shipped, 'crowd', 'night_fen', 4)).toBe('1.7760');
    // 29900 fen ÷ 1.776 fen a night = 16835.6
    const nights = divide(fraction(29_900), fen);
    expect(decimalText(nights, 1)).toBe('16835.6');
    expect(figure(shipped, 'crowd', 'nights_back', 0)).toBe('16836');
    expect(figure(shipped, 'crowd', 'years_back', 3)).toBe(decimalText(divide(nights, fraction(365)), 3));
    expect(verdict(shipped, 'crowd', 'back-in-time')).toBe('fails');
  });

  it('adds an online inviter to the sale: 1600 SV on a let-off of 100 yuan', () => {
    const inviter = multiply(fraction(1000), fractionOf('0.4'));
    expect(figure(shipped, 'sale', 'inviter_value', 2)).toBe(decimalText(inviter, 2));
    expect(figure(shipped, 'sale', 'all_value', 0)).toBe('1600');
    expect(payments(shipped, 'sale').k).toBe('16');
    // 50 points given up: 5 % and 8 % of them
    expect(['shop_inviter_points', 'area_points'].map((name) => figure(shipped, 'sale', name, 1))).toEqual(['2.5', '4.0']);
    // (1000 + 200) ÷ 100
    expect(verdict(shipped, 'sale', 'twelve')).toBe('holds');
  });

  it('names the rate that each rule leaves out', () => {
    const missing = (claim: string) => shipped.audit.figures.find((one) => one.claim.name === claim)?.missing;
    const rules = ['offline', 'level', 'package', 'area-goes-on', 'gift-earns'];
    expect(rules.map((claim) => missing(claim))).toEqual([
      ['points_per_value'],
      ['level_rate'],
      ['package_rate'],
      ['month_turnover'],
      ['unlocked_part'],
    ]);
    // 5 % of 1000 SV are 50; 25 points only if one SV is half a point
    expect(verdict(shipped, 'sale', 'offline', 'at-tonights-price')).toBe('holds');
    expect(['all-unlocked', 'all-locked'].map((reading) => verdict(shipped, 'gifts', 'gift-earns', reading))).toEqual(['holds', 'fails']);
  });

  it('lets a balance bring 8.72 points tomorrow, or none', () => {
    const carried = multiply(divide(fractionOf('982.24'), fraction(100_000)), fraction(888));
    expect(decimalText(carried, 2)).toBe('8.72');
    expect(['by_c', 'by_e'].map((name) => figure(shipped, 'tomorrow', name, 8))).toEqual([decimalText(carried, 8), '0.00000000']);
  });

  it('looks back with other figures', () => {
    // 4500 ÷ 150000 × 600 = 18; 390000 ÷ 500 = 780
    expect(figure(shipped, 'share_again', 'points', 4)).toBe(decimalText(points(4500, 600, 150_000), 4));
    expect(figure(shipped, 'issue_again', 'days', 0)).toBe('780');
  });

  it('works out the practice figures', () => {
    // 40000 yuan make 48000 SV, 20000 yuan make 24000 SV
    expect(figure(shipped, 'town', 'points', 6)).toBe(decimalText(points(2400, 300, 48_000), 6));
    expect(figure(shipped, 'village', 'points', 6)).toBe(decimalText(points(1800, 240, 24_000), 6));
    expect(figure(shipped, 'doubled', 'points', 6)).toBe(decimalText(points(1000, 888, 200_000), 6));
    expect(figure(shipped, 'exit_day', 'points', 6)).toBe(decimalText(points(1200, 600, 30_000, 6000), 6));
    // 8 % of 10 % is 0.8 %: 4999 ÷ 0.008
    expect(figure(shipped, 'sale', 'area_turnover', 2)).toBe(decimalText(divide(fraction(4999), fraction(8, 1000)), 2));
    // 500 yuan ÷ 10000 = 5 fen; 9900 fen ÷ 5 fen
    expect(['day_fen', 'days_back'].map((name) => figure(shipped, 'fair', name, 2))).toEqual(['5.00', '1980.00']);
  });

  it('wires misconceptions to wrong figures', () => {
    expect(['K2', 'K13'].map((code) => misconception(shipped, 'guess-double', code, 2))).toEqual(['17.76', '8.88']);
    // without the merchants: 2400/40000 × 300, 1800/20000 × 240, 1200/30000 × 600
    expect(['faded-last', 'faded-three', 'exit'].map((name) => misconception(shipped, name, 'K4', 2))).toEqual(['18.00', '21.60', '24.00']);
    // 1200 ÷ 36000 = 0.0333…, cut to 0.03: 0.03 × 600
    expect(misconception(shipped, 'exit', 'K7', 2)).toBe('18.00');
    expect(misconception(shipped, 'one-night', 'K1', 5)).toBe('0.01776');
  });
});
