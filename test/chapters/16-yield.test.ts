import { beforeAll, describe, expect, it } from 'vitest';
import { decimalText, fraction, fractionOf, multiply } from '../support/fraction.js';
import { figure, figures, misconception, payments, type ShippedChapter, shippedChapter, verdicts } from '../support/shipped-chapter.js';

/** `1.01^days` as whole numbers: 101^days over 100^days. */
const left = (days: number) => fraction(1000n * 101n ** BigInt(days), 100n ** BigInt(days));

/** The first number of steps after which `over/under` multiplied by itself is not below `times`. */
function stepsTo(times: bigint, over: bigint, under: bigint): number {
  let steps = 0;
  while (over ** BigInt(steps) < times * under ** BigInt(steps)) steps += 1;
  return steps;
}

describe('chapter 16, one per cent a day', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('16-yield');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('lets 1000 yuan grow by 1 % a day in exact fractions', () => {
    for (const day of [1, 2, 3, 4, 68, 70, 200]) {
      expect([day, figure(shipped, 'plan', 'balance', 12, day)]).toEqual([day, decimalText(left(day), 12)]);
    }
    expect([1, 2, 3, 4].map((day) => decimalText(left(day), 2))).toEqual(['1010.00', '1020.10', '1030.30', '1040.60']);
    expect(figure(shipped, 'plan', 'year_left', 6)).toBe(decimalText(left(365), 6));
    expect(decimalText(left(365), 0)).toBe('37783');
    // taken out: 1000 + 365 × 10
    expect(figure(shipped, 'plan', 'out', 0, 365)).toBe('4650');
    expect(figures(shipped, 'plan', ['daily', 'year_paid', 'year_percent'])).toEqual(['10', '3650', '365']);
  });

  it('doubles in 70 days when left in, in 100 when taken out; the savings account in its 36th year', () => {
    expect(stepsTo(2n, 101n, 100n)).toBe(70);
    expect(figures(shipped, 'plan', ['double_left', 'double_out'])).toEqual(['70', '100']);
    // 1.02^35 is 1.99989: a little too small
    expect(stepsTo(2n, 102n, 100n)).toBe(36);
    expect(figure(shipped, 'account', 'double_year', 0)).toBe('36');
  });

  it('adds the rewards of three levels, and what a deposit promises in a year', () => {
    // 3 × 1000 × 12 %, 9 × 1000 × 8 %, 27 × 1000 × 5 %; 3 + 9 + 27 people
    const levels = [
      [3, '0.12'],
      [9, '0.08'],
      [27, '0.05'],
    ] as const;
    const rewards = levels.map(([people, rate]) => decimalText(multiply(fraction(people * 1000), fractionOf(rate)), 0));
    expect(rewards).toEqual(['360', '720', '1350']);
    expect(figures(shipped, 'plan', ['level_one', 'level_two', 'level_three', 'reward', 'friends_all'])).toEqual([
      ...rewards,
      '2430',
      '39',
    ]);
    // 3650 + 25 % of 1000
    expect(figures(shipped, 'plan', ['rewards_each', 'promised'])).toEqual(['250', '3900']);
    // 4 + 16 + 64 people; 4 × 50 + 16 × 30 + 64 × 10
    expect(figures(shipped, 'club', ['people', 'reward'])).toEqual(['84', '1320']);
    const { sum, k } = payments(shipped, 'plan');
    expect([sum, k]).toEqual(['0', '3.9']);
  });

  it('needs 40 newcomers a month for 100 members, and runs out after 75 days without them', () => {
    expect(figures(shipped, 'crowd', ['left_of_deposit', 'month_paid', 'needed_percent', 'alone_days'])).toEqual([
      '750',
      '300',
      '40',
      '75',
    ]);
    for (const month of [1, 2, 3, 4, 5]) {
      // members 1000 × 7^n ÷ 5^n; newcomers two sevenths of them
      const members = fraction(1000n * 7n ** BigInt(month), 5n ** BigInt(month));
      expect(figure(shipped, 'crowd', 'members', 9, month)).toBe(decimalText(members, 9));
      expect(figure(shipped, 'crowd', 'fresh', 9, month)).toBe(decimalText(multiply(members, fraction(2, 7)), 9));
    }
    // 9 million from 1000; in seven months 1.4^7 = 10.5 times as many
    expect(stepsTo(9000n, 7n, 5n)).toBe(28);
    expect(figure(shipped, 'crowd', 'city_month', 0)).toBe('28');
    expect(figure(shipped, 'crowd', 'seven_months', 1)).toBe('10.5');
  });

  it('gives all four verdicts, and takes no newcomers for a condition', () => {
    expect(verdicts(shipped, 'plan', ['year', 'doubles', 'reward', 'pays-for-itself', 'earns-enough'])).toEqual([
      'exact',
      'contradicts',
      'exact',
      'fails',
      'cannot-be-derived',
    ]);
    expect(verdicts(shipped, 'plan', ['doubles'], 'left-in')).toEqual(['exact']);
    expect(verdicts(shipped, 'plan', ['pays-for-itself'], 'ten-newcomers')).toEqual(['holds']);
    expect(verdicts(shipped, 'account', ['two-years', 'paid-for'])).toEqual(['exact', 'holds']);
    const words = new Map(shipped.audit.figures.map(({ example, claim, word }) => [`${example}.${claim.name}`, word]));
    expect(Object.fromEntries(words)).toEqual({
      'plan.year': 'reproduced',
      'plan.doubles': 'conditional',
      'plan.reward': 'reproduced',
      'plan.pays-for-itself': 'contradiction',
      'plan.earns-enough': 'not-derivable',
      'account.two-years': 'reproduced',
      'account.paid-for': 'reproduced',
    });
  });

  it('pays the sound account out of what is earned', () => {
    // 10 000 × 1.02² = 10 404; 9000 × 4 % = 360 against 200
    expect([1, 2].map((year) => figure(shipped, 'account', 'balance', 2, year))).toEqual(['10200.00', '10404.00']);
    expect(figures(shipped, 'account', ['earned', 'first_interest', 'left_for_costs'])).toEqual(['360', '200', '160']);
    expect(payments(shipped, 'account')).toMatchObject({ sum: '0', nets: ['borrowers -360', 'savings_bank 160', 'saver 200'] });
  });

  it('works out the practice accounts', () => {
    // 2000 × 1.03²; 5000 × 1.02²; 8000 × 1.025²; 3000 × 1.02²
    const cases = [
      ['small', 2000, '1.03', '2121.80'],
      ['my_account', 5000, '1.02', '5202.00'],
      ['mate', 8000, '1.025', '8405.00'],
      ['exit_account', 3000, '1.02', '3121.20'],
    ] as const;
    for (const [example, deposit, factor, text] of cases) {
      const after = multiply(multiply(fraction(deposit), fractionOf(factor)), fractionOf(factor));
      expect(decimalText(after, 2)).toBe(text);
      expect([example, figure(shipped, example, 'after_two', 2)]).toEqual([example, text]);
    }
    expect(figure(shipped, 'small', 'more', 2)).toBe('1.80');
    // 2000 × 0.5 % × 365 = 3650 of 2000
    expect(figures(shipped, 'other_plan', ['year_paid', 'year_percent'], 1)).toEqual(['3650.0', '182.5']);
    // 800 × 3/12 and 100 × 9/12 of 10 000
    expect(figures(shipped, 'teaser', ['first_part', 'later_part', 'year_percent'], 2)).toEqual(['200.00', '75.00', '2.75']);
    expect(figure(shipped, 'vouchers', 'k', 1)).toBe('6.0');
  });

  it('wires misconceptions to wrong figures', () => {
    // 1000 + 365 × 10; 5000 + 2 × 100; 3000 + 2 × 60
    expect(misconception(shipped, 'guess-year', 'K6', 0)).toBe('4650');
    expect(misconception(shipped, 'faded-account', 'K6', 0)).toBe('5200');
    expect(misconception(shipped, 'exit', 'K6', 0)).toBe('3120');
    expect(misconception(shipped, 'year-figure', 'K1', 0)).toBe('1825');
    expect(misconception(shipped, 'three-levels', 'K4', 0)).toBe('64');
    expect(misconception(shipped, 'teaser', 'K13', 0)).toBe('8');
    // 150 ÷ 900
    expect(misconception(shipped, 'look-back', 'K2', 4)).toBe('0.1667');
  });
});
