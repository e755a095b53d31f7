import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, type Fraction, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
import {
  figure,
  figures,
  misconception,
  payments,
  type ShippedChapter,
  shippedChapter,
  verdicts,
  whatIf,
} from '../support/shipped-chapter.js';

/** The debts of a loan that falls by equal parts, month after month, counted one by one: the average needs no formula. */
function averageDebt(loan: number, instalments: number, months = instalments): Fraction {
  let sum = fraction(0);
  for (let month = 0; month < months; month += 1) sum = add(sum, fraction(loan * (instalments - month), instalments));
  return divide(sum, fraction(months));
}

/** A cost as a percentage of the money owed, for twelve months. */
function yearRate(cost: Fraction, average: Fraction, months: number): Fraction {
  return multiply(divide(cost, average), fraction(1200, months));
}

/** What is owed after the last instalment when each month adds `rate` of the debt. */
function runOut(loan: number, instalment: number, rate: string, months: number): readonly Fraction[] {
  const debts = [fraction(loan)];
  for (let month = 0; month < months; month += 1) {
    const open = debts.at(-1) ?? fraction(0);
    debts.push(subtract(add(open, multiply(open, fractionOf(rate))), fraction(instalment)));
  }
  return debts;
}

describe('chapter 15, what a loan really costs', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('15-borrowing');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('works flyer 1 out: 36, 536, 6432, 432 yuan, and 13.29 per cent of what is owed', () => {
    expect(figures(shipped, 'scooter', ['monthly_fee', 'instalment', 'total_paid', 'cost'])).toEqual(['36', '536', '6432', '432']);
    const average = averageDebt(6000, 12);
    expect(decimalText(average, 2)).toBe('3250.00');
    expect(figure(shipped, 'scooter', 'average_debt', 2)).toBe('3250.00');
    expect(figure(shipped, 'scooter', 'year_rate', 9)).toBe(decimalText(yearRate(fraction(432), average, 12), 9));
    // 1000 buyers: 432 000 yuan are 72 scooters
    expect(figures(shipped, 'scooter', ['fees_of_all', 'scooters'])).toEqual(['432000', '72']);
  });

  it('gives all four verdicts to the two flyers, and reproduces the sound one line by line', () => {
    expect(verdicts(shipped, 'scooter', ['fee', 'instalment', 'total', 'cost'])).toEqual(['exact', 'exact', 'exact', 'exact']);
    expect(verdicts(shipped, 'scooter', ['year-rate', 'cheaper', 'early-saves'])).toEqual(['contradicts', 'fails', 'cannot-be-derived']);
    // 432 ÷ 6000
    expect(verdicts(shipped, 'scooter', ['year-rate'], 'of-the-price')).toEqual(['exact']);
    expect(verdicts(shipped, 'fair', ['year-rate', 'interest', 'saved'])).toEqual(['exact', 'exact', 'exact']);
    const words = new Map(shipped.audit.figures.map(({ example, claim, word }) => [`${example}.${claim.name}`, word]));
    expect(['scooter.cost', 'scooter.year-rate', 'scooter.cheaper', 'scooter.early-saves'].map((name) => words.get(name))).toEqual([
      'reproduced',
      'conditional',
      'contradiction',
      'not-derivable',
    ]);
  });

  it('adds the interest of flyer 2 month by month', () => {
    let [first, last] = [fraction(0), fraction(0)];
    for (let month = 1; month <= 12; month += 1) {
      const interest = fraction(6000 - 500 * (month - 1), 100);
      expect(figure(shipped, 'fair', 'interest', 2, month)).toBe(decimalText(interest, 2));
      if (month <= 6) first = add(first, interest);
      else last = add(last, interest);
    }
    expect([first, last].map((sum) => decimalText(sum, 0))).toEqual(['285', '105']);
    expect(figures(shipped, 'fair', ['by_month', 'total_interest', 'saved', 'difference'])).toEqual(['390', '390', '105', '42']);
    // the last six months owe 3000 to 500, on average 1750
    expect(figure(shipped, 'fair', 'late_average', 0)).toBe('1750');
    // 10 per cent of 3250 for the loan that flyer 1 compares itself with
    expect(figure(shipped, 'bank', 'interest', 0)).toBe('325');
  });

  it('shows that the quick rate is nearly right by running debts to their end', () => {
    const small = runOut(1200, 412, '0.015', 3);
    expect([1, 2, 3].map((month) => figure(shipped, 'run', 'open', 6, month))).toEqual(small.slice(1).map((debt) => decimalText(debt, 6)));
    expect(small.map((debt) => decimalText(debt, 2))).toEqual(['1200.00', '806.00', '406.09', '0.18']);
    for (const [example, rate] of [
      ['run_low', '0.01'],
      ['run_high', '0.011'],
    ] as const) {
      const left = runOut(6000, 536, rate, 12).at(-1) ?? fraction(0);
      expect(figure(shipped, example, 'left', 6)).toBe(decimalText(left, 6));
    }
    // the quick rate of flyer 1, a twelfth of 13.29 per cent, is above the right one: with it a debt is left
    const quick = runOut(6000, 536, '0.0110769', 12).at(-1) ?? fraction(0);
    expect(decimalText(quick, 2)).toBe('9.27');
    expect(figure(shipped, 'run_low', 'left', 2)).toBe('-36.87');
    // the right rate brings the last debt through 0: between 1.0861 and 1.0862 per cent, 13.03 a year
    const signs = ['0.010861', '0.010862'].map((rate) => decimalText(runOut(6000, 536, rate, 12).at(-1) ?? fraction(0), 3)[0]);
    expect(signs).toEqual(['-', '0']);
    expect([figure(shipped, 'scooter', 'exact_month', 6), figure(shipped, 'scooter', 'exact_year', 2)]).toEqual(['0.010862', '13.03']);
  });

  it('works out the practice loans', () => {
    // 36 of 800 in three months; 40 of 1250 in four; 72 of 1400 in six
    for (const [example, loan, instalments, fee] of [
      ['short', 1200, 3, 36],
      ['laptop', 2000, 4, 40],
      ['exit_loan', 2400, 6, 72],
    ] as const) {
      const average = averageDebt(loan, instalments);
      expect([example, figure(shipped, example, 'average_debt', 6)]).toEqual([example, decimalText(average, 6)]);
      expect([example, figure(shipped, example, 'year_rate', 6)]).toEqual([
        example,
        decimalText(yearRate(fraction(fee), average, instalments), 6),
      ]);
    }
    // 3600 ÷ 12 + 18
    expect(figures(shipped, 'phone', ['instalment', 'total_paid', 'cost'])).toEqual(['318', '3816', '216']);
    // 2700 × 0.5 % × 9 = 121.50 of 1500, in nine months
    expect(figures(shipped, 'classmate', ['term_rate', 'year_rate'], 2)).toEqual(['8.10', '10.80']);
    // 12 × 260 − 3000 = 120 of 1625
    expect(figures(shipped, 'washer', ['cost', 'average_debt', 'year_rate'], 4)).toEqual([
      '120.0000',
      '1625.0000',
      decimalText(yearRate(fraction(120), averageDebt(3000, 12), 12), 4),
    ]);
    expect(figure(shipped, 'melting', 'after_two', 2)).toBe('722.00');
  });

  it('raises the rate by a fee at the start and by paying back early', () => {
    const rows = [0, 120, 300].map((fee) => {
      const inHand = subtract(averageDebt(6000, 12), fraction(fee));
      const cost = fraction(432 + fee);
      return [cost, inHand, yearRate(cost, inHand, 12)].map((value) => decimalText(value, 3));
    });
    expect(whatIf(shipped, 'fee-first', ['cost', 'average_in_hand', 'year_rate'], 3)).toEqual(rows.slice(1));
    expect(figures(shipped, 'upfront', ['cost', 'average_in_hand', 'year_rate'], 3)).toEqual(rows[0]);
    // 2400 and 6 × 24 yuan; 4800, 4400 … 2800 on average 3800; 288 of it in six months
    expect(figures(shipped, 'early', ['to_pay', 'average_debt'])).toEqual(['2544', '3800']);
    expect(decimalText(averageDebt(4800, 12, 6), 0)).toBe('3800');
    expect(figure(shipped, 'early', 'year_rate', 6)).toBe(decimalText(yearRate(fraction(288), averageDebt(4800, 12, 6), 6), 6));
    expect(figure(shipped, 'early', 'full_rate', 6)).toBe(decimalText(yearRate(fraction(288), averageDebt(4800, 12), 12), 6));
  });

  it('adds the money of both flyers up to nothing', () => {
    expect(payments(shipped, 'scooter')).toMatchObject({ sum: '0', nets: ['lender 432', 'shop 6000', 'buyer -6432'] });
    expect(payments(shipped, 'fair')).toMatchObject({ sum: '0', nets: ['lender 390', 'borrower -390'] });
  });

  it('wires misconceptions to wrong figures', () => {
    // 12 × 0.6; 40 ÷ 2000 × 12 ÷ 4; 3.2 × 4 ÷ 12; 72 ÷ 2400 × 12 ÷ 6; 120 ÷ 3000
    expect(misconception(shipped, 'scooter-rate', 'K9', 2)).toBe('7.20');
    expect(['K9', 'K2'].map((code) => misconception(shipped, 'faded-rate', code, 3))).toEqual(['6.000', '1.067']);
    expect(misconception(shipped, 'exit', 'K9', 2)).toBe('6.00');
    expect(misconception(shipped, 'washer', 'K9', 2)).toBe('4.00');
    // 3600 + 18; the debt without its fees; 800 − 2 × 40; the first debt for all months
    expect(misconception(shipped, 'phone', 'K4', 0)).toBe('3618');
    expect(misconception(shipped, 'early', 'K13', 0)).toBe('2400');
    expect(misconception(shipped, 'look-back', 'K5', 0)).toBe('720');
    expect(misconception(shipped, 'guess-average', 'K14', 0)).toBe('6000');
  });
});
