import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, type Fraction, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
import { figure, misconception, payments, type ShippedChapter, shippedChapter, verdict } from '../support/shipped-chapter.js';

/** Prices after each round, from a launch price of 500 yuan: premiums in whole per cent, of the last price or of the launch price. */
function prices(premiums: readonly number[], simple = false): readonly Fraction[] {
  const found: Fraction[] = [];
  let price = fraction(500);
  for (const premium of premiums) {
    price = add(price, multiply(simple ? fraction(500) : price, fraction(premium, 100)));
    found.push(price);
  }
  return found;
}

const GROWING = Array.from({ length: 40 }, (_, index) => 6 + index);
const COMPOUND = prices(GROWING);
const times = (list: readonly Fraction[], round: number) => decimalText(divide(list[round - 1] ?? fraction(0), fraction(500)), 2);
const roundOf = (amount: number) => 1 + COMPOUND.findIndex((price) => subtract(price, fraction(amount)).over >= 0n);

describe('chapter 9, rounds at growing premiums', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('09-growing-premiums');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('follows the price in exact fractions', () => {
    // 530; 567.10; 612.468; 667.59012; 734.349132
    expect(COMPOUND.slice(0, 5).map((price) => decimalText(price, 2))).toEqual(['530.00', '567.10', '612.47', '667.59', '734.35']);
    for (const [index, price] of COMPOUND.slice(0, 18).entries()) {
      expect(figure(shipped, 'item', 'price', 20, index + 1)).toBe(decimalText(price, 20));
      expect(figure(shipped, 'item', 'cash', 20, index + 1)).toBe(decimalText(subtract(price, fraction(500)), 20));
    }
  });

  it('finds no single way of growing for both multiples', () => {
    const simple = prices(GROWING, true);
    const flat = prices(GROWING.map(() => 6));
    expect([COMPOUND, simple, flat].map((list) => [times(list, 10), times(list, 18)])).toEqual([
      ['2.70', '11.23'],
      ['2.05', '3.61'],
      ['1.79', '2.85'],
    ]);
    expect(['multiple_10', 'multiple_18'].map((name) => figure(shipped, 'item', name, 2))).toEqual(['2.70', '11.23']);
    for (const reading of [undefined, 'simple', 'always-the-first'])
      expect(verdict(shipped, 'item', 'both-at-once', reading)).toBe('fails');
    expect(['double-at-10', 'tenfold-at-18', 'settled-2'].map((name) => verdict(shipped, 'item', name))).toEqual([
      'contradicts',
      'about',
      'rounds-to',
    ]);
    expect(['double-at-10', 'tenfold-at-18'].map((name) => verdict(shipped, 'item', name, 'simple'))).toEqual(['rounds-to', 'contradicts']);
  });

  it('counts the rounds far beyond the document', () => {
    const found = ['rounds_to_double', 'rounds_to_ceiling', 'rounds_to_100000', 'rounds_to_million'];
    expect(found.map((name) => figure(shipped, 'item', name, 0))).toEqual(
      [1000, 5000, 100_500, 1_000_500].map((one) => String(roundOf(one))),
    );
    expect(roundOf(5000)).toBe(18);
  });

  it('brings in 30 yuan and 1355.53 of fees against a buy-back of 5000', () => {
    const fees = COMPOUND.slice(0, 17).reduce((sum, price) => add(sum, multiply(price, fractionOf('0.0485'))), fraction(0));
    expect(decimalText(fees, 2)).toBe('1355.53');
    expect(figure(shipped, 'item', 'chain_in', 10)).toBe(decimalText(add(fees, fraction(30)), 10));
    expect(figure(shipped, 'item', 'short_at_end', 2)).toBe('3614.47');
    expect(figure(shipped, 'item', 'last_cash', 2)).toBe('4065.87');
    // seventeen buyers and a last one at 5000 − 500; all but the first 30 yuan are handed on
    const cash = COMPOUND.slice(0, 17).reduce((sum, price) => add(sum, subtract(price, fraction(500))), fraction(4500));
    expect(['buyers_in', 'handed_on'].map((name) => figure(shipped, 'item', name, 2))).toEqual(['23948.97', '23918.97']);
    expect(decimalText(cash, 10)).toBe(figure(shipped, 'item', 'buyers_in', 10));
    expect(verdict(shipped, 'item', 'chain-pays-itself')).toBe('fails');
  });

  it('balances the first three buyers, and is short by 37.10 in the other reading', () => {
    const table = payments(shipped, 'item', 2);
    expect(table.nets).toEqual(['buyer_1 37.10', 'platform 30.00', 'buyer_2 45.37', 'buyer_3 -112.47']);
    // in 30 + 37.10 + 45.37; out 30 + 37.10 + 37.10 + 45.37
    expect(['paid_in', 'paid_out', 'short'].map((name) => figure(shipped, 'newest_only', name, 2))).toEqual(['112.47', '149.57', '37.10']);
  });

  it('takes the settlement apart: 63.81, not 67', () => {
    // 30 + 27.71 + 6.1; 530 × 4.85 %; 27.71 ÷ 4.85 %
    expect(['parts', 'missing', 'fee', 'fee_base'].map((name) => figure(shipped, 'settlement', name, 3))).toEqual([
      '63.810',
      '3.190',
      '25.705',
      decimalText(divide(fractionOf('27.71'), fractionOf('0.0485')), 3),
    ]);
    expect(['fee', 'parts', 'gain', 'rates-make-six'].map((name) => verdict(shipped, 'settlement', name))).toEqual([
      'contradicts',
      'contradicts',
      'rounds-to',
      'exact',
    ]);
  });

  it('tries three repairs of the settlement, of which none gives every printed figure', () => {
    // 530 × 4.85 % = 25.705, + 36.10 = 61.805, beside 530 × 1.06 − 500 = 61.80; 530 × 5.85 % = 31.005, + 36.10; 567.10 × 4.85 %
    const names = ['right_fee', 'with_right_fee', 'steady_cash', 'higher_fee', 'with_higher_fee', 'later_price', 'later_fee'];
    expect(names.map((name) => figure(shipped, 'repairs', name, 5))).toEqual([
      ...['25.70500', '61.80500', '61.80000', '31.00500', '67.10500', '567.10000', '27.50435'],
    ]);
  });

  it('names four bases of one gain', () => {
    const percent = (base: string) => decimalText(divide(fraction(610), fractionOf(base)), 2);
    // 27.71 × 4 = 110.84 is frozen beside 57.71
    const expected = ['530', '57.71', '30', '168.55'].map(percent);
    expect(expected).toEqual(['1.15', '10.57', '20.33', '3.62']);
    expect(
      ['gain_on_price', 'gain_on_spent', 'gain_on_cash', 'gain_on_tied_up'].map((name) => figure(shipped, 'settlement', name, 2)),
    ).toEqual(expected);
  });

  it('adds up the budget', () => {
    expect(['profit', 'highest_profit', 'all_low', 'all_high'].map((name) => figure(shipped, 'budget', name, 2))).toEqual([
      '0.20',
      '0.25',
      '0.95',
      '1.05',
    ]);
    expect(['all-turns-into-cash', 'room-for-cash-out', 'balance-grows'].map((name) => verdict(shipped, 'budget', name))).toEqual([
      'fails',
      'fails',
      'holds',
    ]);
  });

  it('works out the practice items and wires misconceptions to wrong figures', () => {
    // 400 × 1.05 × 1.06; 800 × 1.10 × 1.12 − 800; 300 × 1.10 × 1.11
    expect(figure(shipped, 'goods', 'second_price', 2)).toBe('445.20');
    expect(figure(shipped, 'more_goods', 'second_cash', 2)).toBe('185.60');
    expect(figure(shipped, 'exit_goods', 'second_price', 2)).toBe('366.30');
    expect(figure(shipped, 'flyer', 'multiple_9', 3)).toBe('1.999');
    // 900 × 70 %; 1000 × 0.97 × 0.97, with 6 % taken at once 940
    expect(['cash', 'left'].map((name) => figure(shipped, 'old', name, 1))).toEqual(['630.0', '940.9']);
    expect(misconception(shipped, 'look-back', 'K5', 0)).toBe('940');
    // ten and eighteen times × 1.06
    const power = (times: number) => Array.from({ length: times }, () => fraction(106, 100)).reduce(multiply);
    expect(['steady_10', 'steady_18'].map((name) => figure(shipped, 'item', name, 8))).toEqual(
      [10, 18].map((one) => decimalText(power(one), 8)),
    );
    // 500 × 10 × 6 %; 800 × 1.22
    expect(misconception(shipped, 'guess-round-10', 'K6', 0)).toBe('300');
    expect(misconception(shipped, 'faded-more', 'K6', 0)).toBe('976');
  });
});
