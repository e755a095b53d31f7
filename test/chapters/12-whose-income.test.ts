import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, fraction, multiply, subtract } from '../support/fraction.js';
import {
  figure,
  figures,
  misconception,
  payments,
  type ShippedChapter,
  shippedChapter,
  verdict,
  verdicts,
} from '../support/shipped-chapter.js';

/** The three income lines with figures, by exact fractions: 100000 × 299, 663 × 4999, 1000 × 500. */
const packages = multiply(fraction(100_000), fraction(299));
const areas = multiply(fraction(663), fraction(4999));
const deposits = multiply(fraction(1000), fraction(500));
const named = add(add(packages, areas), deposits);

describe('chapter 12, whose income', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('12-whose-income');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('adds up the lines that carry a figure', () => {
    // 100000 × 299; 663 × 5000 - 663; 1000 × 500
    expect([packages, areas, deposits].map((value) => decimalText(value, 0))).toEqual(['29900000', '3314337', '500000']);
    expect(figures(shipped, 'income', ['package_income', 'area_income', 'deposits', 'named_total', 'at_most'], 0)).toEqual(
      [packages, areas, deposits, named, subtract(named, deposits)].map((value) => decimalText(value, 0)),
    );
    expect(decimalText(named, 0)).toBe('33714337');
  });

  it('finds that joiners pay all of it, most of it for packages', () => {
    const per100 = [packages, areas, deposits].map((value) => decimalText(multiply(divide(value, named), fraction(100)), 2));
    expect(per100).toEqual(['88.69', '9.83', '1.48']);
    expect(figures(shipped, 'income', ['package_per_100', 'area_per_100', 'deposit_per_100'], 2)).toEqual(per100);
    const table = payments(shipped, 'income');
    expect(table.sum).toBe('0');
    expect(table.nets).toEqual(['members -29900000', 'platform 33714337', 'area_partners -3314337', 'merchants -500000']);
  });

  it('needs 46 years of nights to bring one package back', () => {
    // 888 ÷ 100000 points at 2 yuan are 1.776 fen a night
    const worth = multiply(divide(fraction(888), fraction(100_000)), fraction(2));
    expect(decimalText(worth, 5)).toBe('0.01776');
    const nights = divide(fraction(299), worth);
    // 299 ÷ 0.01776 = 16835.58…
    expect(decimalText(nights, 2)).toBe('16835.59');
    expect(figures(shipped, 'back', ['each_points', 'each_worth'], 5)).toEqual(['0.00888', '0.01776']);
    expect(figure(shipped, 'back', 'nights_back', 0)).toBe('16836');
    expect(figure(shipped, 'back', 'years_back', 1)).toBe(decimalText(divide(fraction(16836), fraction(365)), 1));
    // 972360 ÷ 888 = 1095 nights of 0.01776 yuan are 19.4472 yuan; twice 16835.58… nights are 33671.17…
    expect(figures(shipped, 'back', ['lasting', 'nights_for_twice'], 0)).toEqual(['1095', '33672']);
    expect(figure(shipped, 'back', 'issue_worth', 4)).toBe('19.4472');
    expect(verdict(shipped, 'back', 'everyone-gains')).toBe('fails');
    expect(verdict(shipped, 'back', 'goes-on')).toBe('fails');
  });

  it('judges the lines of the document', () => {
    expect(verdicts(shipped, 'income', ['packages', 'area-price'])).toEqual(['rounds-to', 'exact']);
    const missing = ['all-profit', 'adverts-free', 'tokens', 'four-sources'];
    expect(verdicts(shipped, 'income', missing)).toEqual(missing.map(() => 'cannot-be-derived'));
    expect(verdicts(shipped, 'income', ['deposits-earn', 'no-special-money', 'no-cash'])).toEqual(['fails', 'fails', 'fails']);
    expect(verdict(shipped, 'income', 'deposits-earn', 'never-returned')).toBe('holds');
    expect(verdict(shipped, 'dangling', 'above', 'example-of-c')).toBe('exact');
  });

  it('gives 2000 counters for 1000 yuan at 20 per cent, not 1000', () => {
    // 1000 × 20 % × 10
    expect(figure(shipped, 'rate', 'credit', 0)).toBe('2000');
    expect(verdict(shipped, 'rate', 'same-amount')).toBe('contradicts');
  });

  it('compares three full returns', () => {
    // 960 of 1000 and 500 of 5000
    expect(figures(shipped, 'full_return', ['per_100_d', 'per_100_e'], 0)).toEqual(['96', '10']);
    expect(['all-back-c', 'all-back-d', 'all-back-e'].map((name) => verdict(shipped, 'full_return', name))).toEqual([
      'cannot-be-derived',
      'fails',
      'fails',
    ]);
  });

  it('works out the practice figures and their slips', () => {
    // 400 × 90 = 36000; + 20 × 500 = 10000; + 12000 = 58000; less the deposits 48000
    expect(figures(shipped, 'club', ['total', 'earned'], 0)).toEqual(['58000', '48000']);
    // 2 % of 60000 are 1200; 90000 ÷ 1200
    expect(figures(shipped, 'purse', ['money', 'shops'], 0)).toEqual(['1200', '75']);
    expect(misconception(shipped, 'faded-club', 'K12', 0)).toBe('58000');
    // 300 × (20 + 50) and 300 × 20
    expect(figures(shipped, 'library', ['taken_in', 'earned'], 0)).toEqual(['21000', '6000']);
    expect(['K3', 'K12', 'K13'].map((code) => misconception(shipped, 'pick-at-most', code, 0))).toEqual(['500000', '33714337', '29900000']);
  });
});
