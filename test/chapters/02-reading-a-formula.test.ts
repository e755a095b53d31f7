import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
import { figure, misconception, type ShippedChapter, shippedChapter, verdict } from '../support/shipped-chapter.js';

const own = fraction(5000);
const total = fraction(100_000);
const daily = fraction(500);

/** Share in percent and points of one holder, by exact fractions. */
function sharedOut(value: number, network: number, release: number) {
  const share = divide(fraction(value), fraction(network));
  return { percent: decimalText(multiply(share, fraction(100)), 4), points: decimalText(multiply(share, fraction(release)), 4) };
}

describe('chapter 2, reading a formula', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('02-reading-a-formula');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('credits 5000 and 1000 for a purchase of 5000 yuan', () => {
    const letOff = multiply(own, fractionOf('0.1'));
    const credited = [multiply(letOff, fraction(10)), multiply(letOff, fraction(2))].map((value) => decimalText(value, 2));
    expect(credited).toEqual(['5000.00', '1000.00']);
    expect(['user_value', 'merchant_value'].map((name) => figure(shipped, 'sale', name, 2))).toEqual(credited);
    expect(['user-value', 'merchant-value'].map((claim) => verdict(shipped, 'sale', claim))).toEqual(['exact', 'exact']);
  });

  it('takes the printed chain apart: 500000000, 5 %, 0.25 and 25', () => {
    const share = divide(own, total);
    const expected = [
      multiply(own, total),
      multiply(share, fraction(100)),
      multiply(fractionOf('0.0005'), daily),
      multiply(multiply(own, total), daily),
    ];
    expect(expected.map((value) => decimalText(value, 2))).toEqual(['500000000.00', '5.00', '0.25', '250000000000.00']);
    expect(['product', 'share_percent', 'part', 'result'].map((name) => figure(shipped, 'printed', name, 2))).toEqual(
      expected.map((value) => decimalText(value, 2)),
    );
    expect(figure(shipped, 'chain', 'points', 6)).toBe(decimalText(multiply(share, daily), 6));
    expect(verdict(shipped, 'chain', 'points')).toBe('exact');
  });

  it('repairs the sign but not the percent', () => {
    const judged = (reading?: string) => ['a-share', 'share', 'part', 'result'].map((claim) => verdict(shipped, 'printed', claim, reading));
    expect(judged()).toEqual(['fails', 'contradicts', 'contradicts', 'contradicts']);
    expect(judged('divided')).toEqual(['holds', 'contradicts', 'contradicts', 'exact']);
  });

  it('needs a total of ten million for 0.05 %', () => {
    // 5000 ÷ (5 ÷ 10000)
    const needed = divide(own, fraction(5, 10_000));
    expect(decimalText(needed, 0)).toBe('10000000');
    expect(figure(shipped, 'printed', 'second_needed', 0)).toBe('10000000');
    expect(['K1', 'K2'].map((code) => misconception(shipped, 'which-total', code, 1))).toEqual(['100000.0', '2.5']);
  });

  it('adds the labelled figure to what is left and gets almost twice the whole', () => {
    const used = multiply(fractionOf('8.88'), fraction(2));
    const left = subtract(fraction(1000), used);
    expect(decimalText(add(left, left), 2)).toBe('1964.48');
    expect(figure(shipped, 'label', 'labelled', 2)).toBe(decimalText(left, 2));
    expect(['adds-up', 'labelled'].map((claim) => verdict(shipped, 'label', claim))).toEqual(['fails', 'contradicts']);
    expect(['adds-up', 'labelled'].map((claim) => verdict(shipped, 'label', claim, 'labels-exchanged'))).toEqual(['holds', 'exact']);
  });

  it('cannot derive what rests on a missing example or a missing price', () => {
    expect(verdict(shipped, 'pointer', 'deducted')).toBe('cannot-be-derived');
    expect(verdict(shipped, 'pointer', 'deducted', 'example-of-document-c')).toBe('exact');
    const worth = shipped.audit.figures.find(({ claim }) => claim.name === 'full-return');
    expect([worth?.verdict, [...(worth?.missing ?? [])].sort()]).toEqual(['cannot-be-derived', ['later_points', 'price']]);
  });

  it('works out the practice figures', () => {
    const holders: readonly (readonly [string, number, number, number])[] = [
      ['third', 9000, 300_000, 500],
      ['exit_chain', 1500, 60_000, 800],
    ];
    for (const [example, value, network, release] of holders) {
      const { percent, points } = sharedOut(value, network, release);
      expect([figure(shipped, example, 'share_percent', 4), figure(shipped, example, 'points', 4)]).toEqual([percent, points]);
    }
    // 8000 of 200000 is 4 %; 4 % of 300 is 12; 0.4 % of 300 is 1.2
    expect(['share_percent', 'result', 'part'].map((name) => figure(shipped, 'flyer', name, 1))).toEqual(['4.0', '12.0', '1.2']);
    expect(sharedOut(8000, 200_000, 300)).toEqual({ percent: '4.0000', points: '12.0000' });
  });

  it('looks back at chapter 1 with other figures', () => {
    // 600 ÷ 2.5 = 240 points; 9 × 2.5 = 22.5, 1200 − 22.5 = 1177.5
    expect(figure(shipped, 'deposit', 'points', 1)).toBe('240.0');
    expect(['worth', 'left'].map((name) => figure(shipped, 'evening', name, 1))).toEqual(['22.5', '1177.5']);
    // 600 × 2.5
    expect(misconception(shipped, 'look-back', 'K2', 0)).toBe('1500');
  });

  it('wires misconceptions to wrong figures', () => {
    // right: 15 and 20 points; K1 a hundredth of them; K2 release ÷ share: 500 ÷ 3 %, 500 ÷ 4 %
    const wrong = (exercise: string) => ['K1', 'K2'].map((code) => misconception(shipped, exercise, code, 2));
    expect(wrong('faded-two')).toEqual(['0.15', '16666.67']);
    expect(wrong('pick-points')).toEqual(['0.20', '12500.00']);
  });
});
