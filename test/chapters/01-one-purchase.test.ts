import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
import { figure, misconception, payments, type ShippedChapter, shippedChapter, verdict } from '../support/shipped-chapter.js';

/** The figures of the document by exact fractions, apart from the engine: 1000 yuan at a let-off of 10 %, then one release of 888 points. */
const one = fraction(1);
const spend = fraction(1000);
const letOff = multiply(spend, fractionOf('0.1'));
const customerValue = multiply(letOff, fraction(10));
const merchantValue = multiply(letOff, fraction(2));
const price = fraction(2);

/** Points, their worth and what is left for one holder. */
function evening(own: number, network: number, price: string) {
  const points = multiply(divide(fraction(own), fraction(network)), fraction(888));
  const worth = multiply(points, fractionOf(price));
  return { points, worth, left: subtract(fraction(own), worth) };
}

describe('chapter 1, one purchase', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('01-one-purchase');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('credits 1000 and 200 and lets off 100 yuan, 50 points at 2 yuan', () => {
    expect(figure(shipped, 'purchase', 'let_off', 6)).toBe(decimalText(letOff, 6));
    expect(figure(shipped, 'purchase', 'user_value', 6)).toBe(decimalText(customerValue, 6));
    expect(figure(shipped, 'purchase', 'merchant_value', 6)).toBe(decimalText(merchantValue, 6));
    expect(figure(shipped, 'purchase', 'let_off_points', 6)).toBe(decimalText(divide(letOff, price), 6));
    expect(figure(shipped, 'purchase', 'deposit_points', 6)).toBe(decimalText(divide(fraction(500), price), 6));
    expect([letOff, customerValue, merchantValue].map((value) => decimalText(value, 0))).toEqual(['100', '1000', '200']);
  });

  it('gives 8.88 points worth 17.76 yuan and leaves 982.24', () => {
    const { points, worth, left } = evening(1000, 100_000, '2');
    expect([points, worth, left].map((value) => decimalText(value, 2))).toEqual(['8.88', '17.76', '982.24']);
    expect(['points', 'worth', 'taken', 'left', 'cash'].map((name) => figure(shipped, 'night', name, 12))).toEqual(
      [points, worth, worth, left, worth].map((value) => decimalText(value, 12)),
    );
    expect(decimalText(add(worth, left), 4)).toBe('1000.0000');
  });

  it('finds that the formula labelled "consumed" gives the remainder', () => {
    expect(figure(shipped, 'night', 'consumed', 2)).toBe('982.24');
    expect(verdict(shipped, 'night', 'consumed')).toBe('contradicts');
    expect(verdict(shipped, 'night', 'consumed', 'labels-swapped')).toBe('exact');
    const found = shipped.audit.figures.find(({ claim }) => claim.name === 'consumed');
    // 982.24 - 17.76
    expect(found?.difference?.toFixed()).toBe('964.48');
  });

  it('finds worth in yuan taken from value by the unit check, where it happens', () => {
    const night = shipped.audit.conversions.filter(({ example }) => example === 'night');
    expect(night.map(({ from, to }) => `${from.key} -> ${to.key}`)).toEqual(night.map(() => 'yuan -> value'));
    expect(night.map(({ where }) => where)).toEqual(expect.arrayContaining(['taken', 'left', 'consumed']));
    expect(shipped.audit.conversions.filter(({ assumption }) => assumption === undefined)).toEqual([]);
  });

  it('judges every claim', () => {
    const judged = shipped.audit.figures.map(({ example, claim, verdict }) => `${example}.${claim.name} ${verdict}`);
    expect(judged).toEqual([
      'purchase.user-value exact',
      'purchase.merchant-value exact',
      'purchase.let-off exact',
      'purchase.one-for-one holds',
      'purchase.deposit-pays-first holds',
      'night.points exact',
      'night.deducted exact',
      'night.left exact',
      'night.sold-today exact',
      'night.consumed contradicts',
      'night.shrinks holds',
      'night.goes-on holds',
      'night.full-return cannot-be-derived',
      'night.more-than-all cannot-be-derived',
      'issue.total exact',
      'issue.three-years exact',
      'three_holders.adds-up holds',
    ]);
  });

  it('names the missing figure behind the full return', () => {
    expect(shipped.audit.figures.find(({ claim }) => claim.name === 'full-return')?.missing).toEqual(['later_cash']);
  });

  it('lasts 1095 days, three years without a leap day', () => {
    expect(972_360n / 888n).toBe(1095n);
    expect(972_360n % 888n).toBe(0n);
    expect(figure(shipped, 'issue', 'days', 3)).toBe('1095.000');
    expect(verdict(shipped, 'issue', 'total', 'one-leap-year')).toBe('contradicts');
    // 1095 days ÷ (1096/3) = 2.9973 years
    expect(verdict(shipped, 'issue', 'three-years', 'one-leap-year')).toBe('rounds-to');
  });

  it('promises 12 times what funds it, and the money adds up to nothing', () => {
    const table = payments(shipped, 'purchase');
    expect(decimalText(divide(add(customerValue, merchantValue), letOff), 4)).toBe('12.0000');
    expect(table.k).toBe('12');
    expect(table.sum).toBe('0');
    // customer -1000 + 17.76; merchant 1000 - 100; traders 100 - 17.76
    expect(table.nets).toEqual(['customer -982.24', 'merchant 900', 'point_traders 82.24']);
  });

  it('works out the practice figures', () => {
    const cases: readonly (readonly [string, ReturnType<typeof evening>])[] = [
      ['small_buyer', evening(600, 100_000, '2')],
      ['large_buyer', evening(2500, 100_000, '2')],
      ['exit_night', evening(800, 160_000, '1.5')],
    ];
    for (const [example, expected] of cases) {
      expect(figure(shipped, example, 'points', 9)).toBe(decimalText(expected.points, 9));
      expect(figure(shipped, example, 'worth', 9)).toBe(decimalText(expected.worth, 9));
      expect(figure(shipped, example, 'left', 9)).toBe(decimalText(expected.left, 9));
    }
    // 888 points in the ratio 2 : 3 : 5
    expect(['first', 'second', 'third'].map((who) => figure(shipped, 'three_holders', `${who}_points`, 1))).toEqual([
      '177.6',
      '266.4',
      '444.0',
    ]);
    expect(figure(shipped, 'stamp_card', 'stamp_worth', 2)).toBe('2.00');
    expect(figure(shipped, 'stamp_card', 'back_per_100', 2)).toBe('10.00');
  });

  it('shows the four verdicts on a fruit stall', () => {
    // 3 kg × 8 yuan; 5 kg × 8 yuan = 40 yuan, 4 yuan more than the offer of 36; 14 apples at 2 a day
    const figures = ['small_paid', 'full', 'saved', 'bag_days', 'said_saving'].map((name) => figure(shipped, 'stall', name, 0));
    expect(figures).toEqual(['24', '40', '4', '7', '8']);
  });

  it('needs 1776 yuan from buyers if everybody sells on the first evening', () => {
    const result = shipped.audit.scale.find(({ name }) => name === 'all_worth');
    expect(result?.value?.amount.toFixed()).toBe(decimalText(multiply(fraction(888), price), 0));
  });

  it('changes as the assumptions say', () => {
    const outside = multiply(divide(spend, fraction(101_000)), fraction(888));
    const night = shipped.chapter.examples.get('night');
    const inside = night?.example.assumptions.find(({ name }) => name === 'own-inside');
    const changed = night?.withChanges(new Map(inside?.try.map(({ name, formula }) => [name, formula])));
    const points = changed?.quantities.get('points')?.value;
    expect(typeof points === 'object' ? points.amount.toFixed(6, 4) : points).toBe(decimalText(outside, 6));
    expect(decimalText(outside, 2)).toBe('8.79');
  });

  it('wires misconceptions to wrong figures', () => {
    const small = evening(600, 100_000, '2');
    const large = evening(2500, 100_000, '2');
    expect(misconception(shipped, 'faded-small', 'K3', 3)).toBe(decimalText(small.worth, 3));
    expect(misconception(shipped, 'faded-small', 'K8', 3)).toBe(decimalText(subtract(fraction(600), multiply(small.points, one)), 3));
    expect(misconception(shipped, 'faded-large', 'K10', 2)).toBe(
      decimalText(subtract(fraction(2500), multiply(fraction(10), large.worth)), 2),
    );
    expect(['K2', 'K3', 'K8'].map((code) => misconception(shipped, 'pick-deposit', code, 0))).toEqual(['1000', '50', '500']);
    expect(misconception(shipped, 'share-out', 'K14', 0)).toBe('296');
  });
});
