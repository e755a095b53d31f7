import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, type Fraction, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
import { figure, figures, payments, type ShippedChapter, shippedChapter, verdict, whatIf } from '../support/shipped-chapter.js';

const sum = (parts: readonly Fraction[]) => parts.reduce(add);

describe('chapter 5, promise and funding', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('05-promise-and-funding');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('sets 1200 yuan of promise against 100 yuan of funding', () => {
    const letOff = multiply(fraction(1000), fractionOf('0.1'));
    const promised = [multiply(letOff, fraction(10)), multiply(letOff, fraction(2))];
    const k = divide(sum(promised), letOff);
    const cash = promised.map((part) => divide(part, k));
    expect([k, ...cash]).toEqual([fraction(12), fraction(250, 3), fraction(50, 3)]);
    expect(sum(cash)).toEqual(letOff);
    expect(figures(shipped, 'sale', ['let_off', 'promise', 'k'], 0)).toEqual(['100', '1200', '12']);
    expect(figures(shipped, 'sale', ['user_cash', 'merchant_cash'], 20)).toEqual(cash.map((part) => decimalText(part, 20)));
    expect(figure(shipped, 'sale', 'per_1000', 20)).toBe(decimalText(divide(fraction(1000), k), 20));
    const table = payments(shipped, 'sale', 10);
    expect([table.sum, table.k]).toEqual(['0', '12']);
    expect(table.nets).toContain('point_traders 0.0000000000');
  });

  it('has the same k at every let-off rate', () => {
    // 5 % of 1000 is 50, twelve times 50 is 600; 20 % is 200, twelve times 200 is 2400.
    expect(whatIf(shipped, 'other-rates', ['let_off', 'promise', 'k'])).toEqual([
      ['50', '600', '12'],
      ['200', '2400', '12'],
    ]);
  });

  it('shares 100 yuan among three parties', () => {
    // 1000 : 200 : 400 is 5 : 1 : 2, so 100 yuan make 62.5, 12.5 and 25.
    expect(figures(shipped, 'with_inviter', ['inviter_promise', 'promise', 'k'], 0)).toEqual(['400', '1600', '16']);
    expect(figures(shipped, 'with_inviter', ['user_cash', 'merchant_cash', 'inviter_cash'], 2)).toEqual(['62.50', '12.50', '25.00']);
  });

  it('needs more than the country in round 9', () => {
    let customers = 1n;
    let round = 0;
    while (customers <= 1_400_000_000n) {
      customers *= 12n;
      round += 1;
    }
    expect([round, 12n ** 8n]).toEqual([9, 429_981_696n]);
    expect(figure(shipped, 'chain', 'rounds_needed', 0)).toBe('9');
    expect(figure(shipped, 'chain', 'customers', 0, 9)).toBe(String(customers));
  });

  it('clears 1480 yuan of sales a day with all points', () => {
    const worth = multiply(fraction(972_360), fraction(2));
    const cleared = divide(worth, fraction(12, 10));
    expect([worth, cleared, divide(cleared, fraction(1095))]).toEqual([fraction(1_944_720), fraction(1_620_600), fraction(1480)]);
    expect(figures(shipped, 'all_points', ['worth', 'sales_cleared', 'cleared_a_day'], 0)).toEqual(['1944720', '1620600', '1480']);
    expect(verdict(shipped, 'all_points', 'everybody-full')).toBe('cannot-be-derived');
  });

  it('needs a price of 240 where 20 is paid for', () => {
    // 100 000 × 10 % = 10 000; × 12 = 120 000; ÷ 500 points
    expect(figures(shipped, 'day', ['let_off', 'promise', 'price_for_all', 'price_paid'], 0)).toEqual(['10000', '120000', '240', '20']);
    expect(verdict(shipped, 'day', 'all-worked-off')).toBe('cannot-be-derived');
    expect(verdict(shipped, 'day', 'merchants-pay-all')).toBe('fails');
  });

  it('fills all deposits in 281.5 days', () => {
    const each = divide(fraction(500), fraction(2));
    expect(figures(shipped, 'start_up', ['points_each', 'points_all', 'days_needed', 'after_next_sale'], 4)).toEqual(
      [each, multiply(fraction(1000), each), divide(multiply(fraction(1000), each), fraction(888)), fraction(-49)].map((one) =>
        decimalText(one, 4),
      ),
    );
    expect(verdict(shipped, 'start_up', 'always-covered')).toBe('fails');
    // (972 360 − 250 000) × 2 ÷ 100 000
    expect(figure(shipped, 'start_up', 'worth_a_member', 4)).toBe('14.4472');
  });

  it('destroys 82, 100 or 37 of each 100 points', () => {
    const parts = [5, 5, 8].map((rate) => multiply(fraction(100), fraction(rate, 100)));
    const wide = [multiply(fraction(1000), fraction(5, 100)), ...parts.slice(1)];
    expect([sum(parts), sum(wide)]).toEqual([fraction(18), fraction(63)]);
    const share = (reading?: string) => {
      const example = shipped.chapter.examples.get('rewards');
      const read = reading === undefined ? example : example?.underReading(reading);
      const value = read?.quantities.get('destroyed')?.value;
      return typeof value === 'object' ? value.amount.toFixed() : value;
    };
    expect([share(), share('paid-from-elsewhere'), share('five-of-the-sale')]).toEqual(
      [subtract(fraction(100), sum(parts)), fraction(100), subtract(fraction(100), sum(wide))].map((one) => decimalText(one, 0)),
    );
    expect(verdict(shipped, 'rewards', 'all-destroyed')).toBe('contradicts');
    expect(verdict(shipped, 'rewards', 'all-destroyed', 'paid-from-elsewhere')).toBe('exact');
    expect(figure(shipped, 'rewards', 'handed_on', 0)).toBe('18');
  });

  it('compares other plans and works out the practice', () => {
    expect(figures(shipped, 'others', ['pool_k', 'pool_cash_k', 'voucher_high_k'], 1)).toEqual(['7.5', '6.0', '4.0']);
    expect(figure(shipped, 'others', 'voucher_low_k', 12)).toBe(decimalText(fraction(10, 3), 12));
    expect(figure(shipped, 'shelf_price', 'new_price', 12)).toBe(decimalText(fraction(10_000, 9), 12));
    // 800 × 15 % = 120; (6 + 2) × 120 = 960; 960 ÷ 120
    expect(figures(shipped, 'second_plan', ['let_off', 'promise', 'k'], 0)).toEqual(['120', '960', '8']);
    // 6000 + 1500; 300 ÷ 7500 × 900
    expect(figures(shipped, 'team', ['with_all', 'money'], 0)).toEqual(['7500', '36']);
    // 600 × 6 % = 36; 30 ÷ 36
    expect(figure(shipped, 'loyalty', 'k', 12)).toBe(decimalText(fraction(5, 6), 12));
    // 6000 × 12 ÷ 500 and 6000 ÷ 500
    expect(figures(shipped, 'exit_day', ['price_for_all', 'price_paid'], 0)).toEqual(['144', '12']);
  });
});
