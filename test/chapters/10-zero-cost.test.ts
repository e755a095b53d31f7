import { beforeAll, describe, expect, it } from 'vitest';
import {
  figure,
  figures,
  misconception,
  payments,
  type ShippedChapter,
  shippedChapter,
  verdict,
  whatIf,
} from '../support/shipped-chapter.js';

/** The shop's money in fen, written from the document: a take, points twice the spending, half a bill in points, 20 % of the cash back. */
function shopMoney(spendYuan: bigint, takePercent: bigint, usedPercent: bigint) {
  const spend = spendYuan * 100n;
  const take = (spend * takePercent) / 100n;
  const usedPoints = (spend * 2n * usedPercent) / 100n;
  const list = usedPoints * 2n;
  const cash = list - usedPoints;
  const rebate = cash / 5n;
  return {
    take,
    first: spend - take,
    usedPoints,
    list,
    cash,
    rebate,
    total: spend - take + rebate,
    gain: rebate - take,
    user: spend + cash,
  };
}

const yuan = (fen: bigint) => (fen / 100n).toString();

describe('chapter 10, double points and zero cost', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('10-zero-cost');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('follows 1000 yuan to 1200 yuan for the shop', () => {
    const money = shopMoney(1000n, 20n, 100n);
    const expected = [money.take, money.first, money.list, money.cash, money.rebate, money.total, money.user].map(yuan);
    expect(expected).toEqual(['200', '800', '4000', '2000', '400', '1200', '3000']);
    expect(figures(shipped, 'double', ['take', 'first', 'list', 'cash', 'rebate', 'merchant_total', 'user_paid'])).toEqual(expected);
    for (const claim of ['points', 'first', 'list', 'rebate', 'total']) {
      expect([claim, verdict(shipped, 'double', claim)]).toEqual([claim, 'exact']);
    }
  });

  it('leaves the shop -200, -120, 0 and +200 yuan as more points are used', () => {
    // -200 + 400 u
    expect([0n, 20n, 50n, 100n].map((used) => yuan(shopMoney(1000n, 20n, used).gain))).toEqual(['-200', '-120', '0', '200']);
    expect(whatIf(shipped, 'use-rates', ['merchant_result'])).toEqual([['-200'], ['-120'], ['0']]);
    expect(figures(shipped, 'double', ['break_even_use', 'break_even_cost'])).toEqual(['50', '40']);
    expect(verdict(shipped, 'real_use', 'zero-cost')).toBe('fails');
    expect(verdict(shipped, 'real_use', 'zero-cost', 'half-used')).toBe('holds');
    expect(verdict(shipped, 'double', 'a-fifth-is-enough')).toBe('fails');
  });

  it('adds up to nothing over five parties', () => {
    // goods at 30 % of 4000 are 1200; 2000 - 400 - 1200 = 400
    const table = payments(shipped, 'double');
    expect(table.sum).toBe('0');
    expect(table.nets).toEqual(['customer -3000', 'merchant 1200', 'commissions 200', 'platform 400', 'supplier 1200']);
    // points of 2000 yuan stand against a take of 200 yuan
    expect(table.k).toBe('10');
  });

  it('finds half a price at the list price alone, no profit without a cost, and two gifts for one purchase', () => {
    // 2000 of 4000
    expect(verdict(shipped, 'double', 'half-price')).toBe('holds');
    expect(verdict(shipped, 'double', 'shop-earns')).toBe('cannot-be-derived');
    expect(verdict(shipped, 'two_gifts', 'same-gift')).toBe('fails');
    // 2000 ÷ 112 = 17.857
    expect(figure(shipped, 'two_gifts', 'times', 3)).toBe('17.857');
    expect(verdict(shipped, 'double', 'paid-by-the-take')).toBe('fails');
  });

  it('asks each person of a district for 2000 yuan more a month', () => {
    // 200000 × 1000 = 2亿; points 4亿; list 8亿; cash 4亿
    expect(figures(shipped, 'district', ['spending', 'points', 'goods_list', 'cash_needed', 'cash_each', 'rebates'])).toEqual([
      '200000000',
      '400000000',
      '800000000',
      '400000000',
      '2000',
      '80000000',
    ]);
    expect(verdict(shipped, 'district', 'same-budget')).toBe('fails');
  });

  it('works out the practice shops, the voucher and the exit', () => {
    expect(figure(shipped, 'shop', 'merchant_total', 0)).toBe(yuan(shopMoney(500n, 20n, 100n).total));
    const third = shopMoney(1500n, 20n, 40n);
    expect(figures(shipped, 'more_shop', ['list', 'cash', 'rebate', 'merchant_total'])).toEqual(
      [third.list, third.cash, third.rebate, third.total].map(yuan),
    );
    // 800 - 160 + 1600 × 25 % × 20 %
    expect(figures(shipped, 'exit_shop', ['rebate', 'merchant_total'])).toEqual(['80', '720']);
    // 90 × 12 = 1080, three quarters of it
    expect(figures(shipped, 'pool_exit', ['worth', 'payout'])).toEqual(['1080', '810']);
    // bills of 300 and 600 yuan for 600 yuan
    expect(figures(shipped, 'voucher', ['second_cash', 'all_cash', 'off'])).toEqual(['300', '600', '33']);
  });

  it('wires misconceptions to wrong figures', () => {
    // 20 %; 20 % of 20 %; all
    expect(['K9', 'K11', 'K12'].map((code) => misconception(shipped, 'pick-break-even', code, 0))).toEqual(['20', '4', '100']);
    // 400 + 2000 × 20 %: the list price instead of the cash
    expect(misconception(shipped, 'faded-shop', 'K9', 0)).toBe('800');
  });
});
