import { beforeAll, describe, expect, it } from 'vitest';
import { decimalText, divide, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
import { figure, figures, misconception, type ShippedChapter, shippedChapter, verdict } from '../support/shipped-chapter.js';

/** Whole numbers with 40 decimals; exact fractions would have thousands of digits after a thousand nights. */
const ONE = 10n ** 40n;
const times = (a: bigint, b: bigint) => (a * b) / ONE;
const over = (a: bigint, b: bigint) => (a * ONE) / b;
const yuan = (value: bigint) => decimalText(fraction(value, ONE), 2);

/** What is left of 1 after each night when a night takes 888 × 2 of a total that sales (in SV a night) keep adding to. */
function nightsLeft(newValue: (night: number) => bigint, nights: number): readonly bigint[] {
  const left = [ONE];
  let total = 100_000n * ONE;
  for (let night = 1; night <= nights; night += 1) {
    const rate = over(1776n * ONE, total);
    left.push(times(left[night - 1] ?? 0n, ONE - rate));
    total += newValue(night) - 1776n * ONE;
  }
  return left;
}

/** Sales of a day in SV: 1.2 for each yuan, growing by `growth` in ten-thousandths a day. */
function salesOf(daily: bigint, growth: bigint) {
  let sales = (daily * ONE * 12n) / 10n;
  return () => {
    const today = sales;
    sales = (sales * (10_000n + growth)) / 10_000n;
    return today;
  };
}

/** Yuan back of 1000 by the end of night `last`, for a customer whose first night is `first`. */
function back(left: readonly bigint[], first: number, last: number): string {
  return yuan(1000n * (ONE - over(left[last] ?? 0n, left[first - 1] ?? 1n)));
}

describe('chapter 4, night after night', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('04-night-after-night');
  });

  /** A quantity that question 5 reports, plain or under a reading. */
  function far(name: string, places: number, reading?: string): string {
    const found = shipped.audit.scale.find((one) => one.example === 'sales' && one.name === name);
    const value = reading === undefined ? found?.value : found?.readings.find((one) => one.reading === reading)?.value;
    return value === undefined ? 'none' : value.amount.toFixed(places, 4);
  }

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('takes 1.776 % of the rest every night when the total stays the same', () => {
    const keep = subtract(fraction(1), fractionOf('0.01776'));
    let left = fraction(1000);
    const worth: string[] = [];
    for (let night = 1; night <= 5; night += 1) {
      const next = multiply(left, keep);
      worth.push(decimalText(subtract(left, next), 2));
      left = next;
      expect(figure(shipped, 'nights', 'left', 12, night)).toBe(decimalText(left, 12));
    }
    expect(worth).toEqual(['17.76', '17.44', '17.13', '16.83', '16.53']);
    expect([1, 2, 3, 4, 5].map((night) => figure(shipped, 'nights', 'worth', 2, night))).toEqual(worth);
  });

  it('uses up half by night 39, nine tenths by 129, 99 hundredths by 257, and never all', () => {
    const left = nightsLeft(() => 1776n * ONE, 1100);
    const night = (part: bigint) => String(left.findIndex((value) => value * part <= ONE));
    expect([2n, 10n, 100n].map(night)).toEqual(['39', '129', '257']);
    const names = ['half_night', 'tenth_night', 'hundredth_night'];
    expect(names.map((name) => figure(shipped, 'nights', name, 0))).toEqual(['39', '129', '257']);
    expect((left[1100] ?? 0n) > 0n).toBe(true);
  });

  it('sticks above half an SV when points keep two decimals', () => {
    // hundredths of an SV; points in hundredths = left × 888 ÷ 100000, rounded; each is worth 2
    let left = 100_000n;
    for (let night = 1; night <= 600; night += 1) left -= 2n * ((2n * left * 888n + 100_000n) / 200_000n);
    expect(left).toBe(56n);
    expect(figure(shipped, 'rounded', 'stuck', 2)).toBe('0.56');
  });

  it('is over on night 57 when nobody else ever buys', () => {
    // 1000 ÷ 17.76 is 56.3; 56 × 17.76 = 994.56; half of it is back after 500 ÷ 17.76 = 28.2 nights
    const full = multiply(fractionOf('17.76'), fraction(56));
    expect(figure(shipped, 'same_share', 'full_back', 2)).toBe(decimalText(full, 2));
    expect(figures(shipped, 'same_share', ['full_nights', 'last_night', 'half_night'])).toEqual(['56', '57', '29']);
    // 1095 × 17.76 is 19 447.20, more than was spent
    expect(figure(shipped, 'same_share', 'back_issue', 2)).toBe('1000.00');
  });

  it('brings all back only when nobody else buys', () => {
    expect(verdict(shipped, 'from_table', 'all-back')).toBe('fails');
    expect(verdict(shipped, 'from_table', 'all-back', 'nobody-buys')).toBe('holds');
    expect(verdict(shipped, 'late_in_table', 'late-too')).toBe('fails');
  });

  it('brings 392.39 of 1000 yuan when sales go on, and 8.27 to the customer of night 1000', () => {
    const left = nightsLeft(salesOf(17_760n, 0n), 1095);
    const expected = [back(left, 1, 365), back(left, 1, 1095), back(left, 100, 1095), back(left, 365, 1095), back(left, 1000, 1095)];
    expect(expected).toEqual(['329.08', '392.39', '193.27', '94.59', '8.27']);
    expect(['back_year', 'back_issue', 'late_100', 'late_365', 'late_1000'].map((name) => far(name, 2))).toEqual(expected);
    expect(figure(shipped, 'sales', 'worth', 2, 30)).toBe(yuan(1000n * ((left[29] ?? 0n) - (left[30] ?? 0n))));
    // 329.0797 of 392.3922; 8.2706 of 1000
    expect(figures(shipped, 'from_table', ['first_year_part'], 1)).toEqual(['83.9']);
    expect(figures(shipped, 'late_in_table', ['late_part'], 1)).toEqual(['0.8']);
    expect(figure(shipped, 'sales', 'supported_price', 4)).toBe('2.0000');
  });

  it('depends on the sales of all the others', () => {
    const cases: readonly (readonly [string, bigint, bigint])[] = [
      ['sales-grow', 17_760n, 10n],
      ['steady-total', 1480n, 0n],
    ];
    for (const [reading, daily, growth] of cases) {
      const left = nightsLeft(salesOf(daily, growth), 1095);
      expect([reading, far('back_issue', 2, reading)]).toEqual([reading, back(left, 1, 1095)]);
    }
  });

  it('ends with night 1095, whatever is left', () => {
    // 1096 × 888 is 973 248, more than 972 360
    expect(figure(shipped, 'calendar', 'points_needed', 0)).toBe('973248');
    expect(verdict(shipped, 'calendar', 'next-night')).toBe('fails');
    expect(figure(shipped, 'calendar', 'nights', 0)).toBe(String(972_360 / 888));
    expect(figure(shipped, 'calendar', 'other_nights', 0)).toBe(String(390_000 / 500));
    expect(['total', 'whole-nights', 'same-length'].map((claim) => verdict(shipped, 'calendar', claim))).toEqual([
      'exact',
      'holds',
      'fails',
    ]);
    expect(verdict(shipped, 'calendar', 'total', 'one-leap-year')).toBe('contradicts');
    // 1 March 2025 to 29 February 2028
    const nights = (Date.UTC(2028, 2, 1) - Date.UTC(2025, 2, 1)) / 86_400_000;
    expect([nights, (nights - 1095) * 888]).toEqual([1096, 888]);
    expect(['nights', 'missing'].map((name) => figure(shipped, 'dates', name, 0))).toEqual(['1096', '888']);
  });

  it('cannot say what a fee leaves that is printed nowhere', () => {
    const out = shipped.audit.figures.find(({ claim }) => claim.name === 'cash-out');
    expect([out?.verdict, out?.missing]).toEqual(['cannot-be-derived', ['fee_out']]);
  });

  it('works out the practice figures', () => {
    const rest = (numerator: bigint, denominator: bigint, days: bigint) => fraction(1000n * numerator ** days, denominator ** days);
    // with the printed 694.07 as with all digits
    const after = [365n, 1095n].map((days) => decimalText(subtract(fraction(1000), rest(999n, 1000n, days)), 2));
    const owed = multiply(fractionOf('694.07'), multiply(fractionOf('0.69407'), fractionOf('0.69407')));
    expect([decimalText(subtract(fraction(1000), owed), 2), figure(shipped, 'tenth', 'owed_1', 2)]).toEqual([after[1], '694.07']);
    expect(after).toEqual(['305.93', '665.64']);
    expect(['back_1', 'back_3'].map((name) => figure(shipped, 'tenth', name, 2))).toEqual(after);
    // a night takes 500/50000 = 1 %: 2000, 1980, 1960.20; then 400/10000 = 4 %: 500, 480, 460.80
    expect(figure(shipped, 'second', 'left', 2, 2)).toBe('1960.20');
    expect(figure(shipped, 'exit_plan', 'worth', 2, 2)).toBe(decimalText(multiply(fraction(480), divide(fraction(4), fraction(100))), 2));
    expect(figure(shipped, 'exit_plan', 'left', 2, 2)).toBe('460.80');
    // 150 of 6000 entries is a fortieth of 240 points, at half a yuan each
    expect(figures(shipped, 'club', ['points', 'worth'])).toEqual(['6', '3']);
  });

  it('wires misconceptions to wrong figures', () => {
    // 500 ÷ 17.76, up to a whole night; 2000 - 2 × 20; 1000 × 0.1 % × 365
    expect(misconception(shipped, 'guess-half', 'K5', 2)).toBe('29.00');
    expect(misconception(shipped, 'faded', 'K5', 2)).toBe('1960.00');
    expect(misconception(shipped, 'tenth', 'K5', 2)).toBe('365.00');
  });
});
