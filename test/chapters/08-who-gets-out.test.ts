import { beforeAll, describe, expect, it } from 'vitest';
import { exactQueue, nearest, SCALE } from '../support/exit-queue.js';
import { add, decimalText, divide, fraction, multiply, subtract } from '../support/fraction.js';
import { figure, figures, misconception, type ShippedChapter, shippedChapter, verdict, whatIf } from '../support/shipped-chapter.js';

describe('chapter 8, who gets out', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('08-who-gets-out');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('pays 960 yuan at a price of 75/7 from six orders', () => {
    const price = divide(fraction(1200), fraction(112));
    const paid = multiply(fraction(1200), fraction(4, 5));
    expect([price, paid, divide(paid, fraction(160))]).toEqual([fraction(75, 7), fraction(960), fraction(6)]);
    expect(figure(shipped, 'one_exit', 'exit_price', 20)).toBe(decimalText(price, 20));
    expect(figures(shipped, 'one_exit', ['cap', 'paid', 'kept', 'orders_per_exit', 'paid_at_two'], 0)).toEqual([
      '1200',
      '960',
      '240',
      '6',
      '1600',
    ]);
    const claims = ['worth-at-exit', 'cash', 'held-back', 'exit-price', 'full-return', 'not-above-spending', 'pays-for-itself'];
    expect(claims.map((claim) => verdict(shipped, 'one_exit', claim))).toEqual([
      ...['exact', 'exact', 'exact', 'rounds-to', 'fails', 'holds', 'fails'],
    ]);
    expect(verdict(shipped, 'one_exit', 'not-above-at-two')).toBe('fails');
  });

  it('changes with the exit multiple', () => {
    // 2000 ÷ 112, 1600, 10
    expect(whatIf(shipped, 'caps', ['exit_price', 'paid', 'orders_per_exit'], 4)).toEqual([['17.8571', '1600.0000', '10.0000']]);
  });

  it('lets four customers out of 10 000 leave, oldest first', () => {
    const queue = exactQueue(10_000);
    expect(queue.exits).toHaveLength(4);
    expect(figures(shipped, 'queue', ['first_exit', 'second_exit', 'third_exit'], 0)).toEqual(queue.exits.slice(0, 3).map(String));
    expect(figures(shipped, 'queue', ['gone_1000', 'gone_10000'], 0)).toEqual(['0', '4']);
    const price = nearest(queue.price * 10n ** 30n, SCALE);
    expect(figure(shipped, 'queue', 'price', 30, 10_000).replace('.', '')).toBe(String(price));
    expect(queue.fell).toBeUndefined();
    expect(verdict(shipped, 'queue', 'up-with-exits')).toBe('holds');
    expect(verdict(shipped, 'queue', 'and-so-on')).toBe('fails');
  });

  it('lets 38 of 100 000 leave, no more than four of 10 000', () => {
    const { exits } = exactQueue(100_000);
    expect(exits).toHaveLength(38);
    expect(figure(shipped, 'crowd', 'gone', 0, 100_000)).toBe('38');
  });

  it('keeps a price in whole points below 160 yuan, so that seven points are never worth 1200', () => {
    let [pool, points, cents, order] = [0n, 0n, 100n, 0];
    let minted = 112n;
    while (minted > 7n) {
      order += 1;
      minted = nearest(11_200n, cents);
      pool += 160n;
      points += minted;
      cents = nearest(100n * pool, points);
    }
    expect(order).toBe(3532);
    expect(figures(shipped, 'whole_points', ['stuck', 'stuck_points', 'highest_worth'], 0)).toEqual(['3532', '7', String(7 * 160)]);
    expect(verdict(shipped, 'whole_points', 'everybody-some-day')).toBe('fails');
  });

  it('leaves 1155, 138 and 112 yuan of worth after 1000 orders', () => {
    let points = 0n;
    let price = SCALE;
    const minted: bigint[] = [];
    for (let order = 1n; order <= 1000n; order += 1n) {
      minted.push(nearest(112n * SCALE * SCALE, price));
      points += minted.at(-1) as bigint;
      price = nearest(160n * order * SCALE * SCALE, points);
    }
    const worth = [0, 499, 999].map((index) => nearest((minted[index] as bigint) * price * 10n ** 12n, SCALE * SCALE));
    const found = figures(shipped, 'holdings', ['first_worth', 'middle_worth', 'last_worth'], 12).map((text) => text.replace('.', ''));
    expect(found).toEqual(worth.map(String));
    expect(worth.map((one) => nearest(one, 10n ** 12n))).toEqual([1155n, 138n, 112n]);
    expect(figure(shipped, 'holdings', 'pool_each', 0)).toBe('160');
    expect(verdict(shipped, 'holdings', 'everybody-back')).toBe('fails');
  });

  it('lets the first customer out sooner if the others sell', () => {
    const scale = shipped.audit.scale.find(({ example, name }) => example === 'waiting' && name === 'first_exit');
    const read = (name: string) => scale?.readings.find(({ reading }) => reading === name)?.value?.amount.toFixed();
    expect([scale?.value?.amount.toFixed(), read('two-times')]).toEqual([String(firstExit(0n, 1200n)), String(firstExit(0n, 2000n))]);
    expect(read('half-sold-at-once')).toBe(String(firstExit(1n, 1200n)));
    expect([firstExit(0n, 1200n), firstExit(0n, 2000n), firstExit(1n, 1200n)]).toEqual([1137, 6238, 83]);
  });

  it('lifts the price by a fifth if half of the points are sold', () => {
    // 160 000 - 0.8 × 80 000 = 96 000 over 8000 points = 12; 98 %: 160 000 - 125 440 = 34 560 over 320 = 108, 12 × 108 = 1296
    expect(figures(shipped, 'doubters', ['paid', 'price_after', 'late_worth'], 0)).toEqual(['64000', '12', '144']);
    expect(whatIf(shipped, 'doubters-sell', ['paid', 'price_after', 'late_worth'], 0)).toEqual([['125440', '108', '1296']]);
    expect(['sale-lifts-price', 'new-cycle-pays'].map((claim) => verdict(shipped, 'doubters', claim))).toEqual(['holds', 'fails']);
    expect(verdict(shipped, 'doubters', 'new-cycle-pays', 'nearly-all-sell')).toBe('holds');
  });

  it('falls to the price of the first order after a refund, and stays without one', () => {
    const after = divide(subtract(fraction(320), fraction(160)), subtract(fraction(1904, 10), fraction(784, 10)));
    expect(after).toEqual(fraction(10, 7));
    expect(figure(shipped, 'refund', 'price_after', 20)).toBe(decimalText(after, 20));
    expect(figures(shipped, 'refund', ['minted', 'points'], 1)).toEqual(['78.4', '190.4']);
    expect(verdict(shipped, 'refund', 'only-up')).toBe('fails');
    expect(verdict(shipped, 'refund', 'only-up', 'no-refund')).toBe('holds');
  });

  it('counts a city and the money from outside', () => {
    // f = (75/7)^(10/3), so f^3 lies between (2711.5)^3 and (2711.6)^3 and equals (75/7)^10.
    const power = Array.from({ length: 10 }, () => fraction(75, 7)).reduce(multiply);
    const cube = (tenths: bigint) => divide(fraction(tenths ** 3n), fraction(1000));
    expect(decimalText(subtract(power, cube(27115n)), 0).startsWith('-')).toBe(false);
    expect(decimalText(subtract(cube(27116n), power), 0).startsWith('-')).toBe(false);
    // 14 000 000 ÷ 2711.5 … 2711.6 lies between 5163.0 and 5163.2; 14 000 000 ÷ 6
    expect(figure(shipped, 'city', 'can_exit', 0)).toBe('5163');
    expect(figure(shipped, 'city', 'money_bound', 0)).toBe('2333333');
    expect(figures(shipped, 'outside', ['missing_each', 'missing'], 0)).toEqual(['800', '800000']);
    expect(verdict(shipped, 'outside', 'outside-is-enough')).toBe('cannot-be-derived');
  });

  it('works out the practice', () => {
    // 800 × 1.5 = 1200, ÷ 60 = 20, × 75 % = 900
    expect(figures(shipped, 'second_exit', ['cap', 'exit_price', 'cash'], 0)).toEqual(['1200', '20', '900']);
    // 4000 × 10 % ÷ 2.5; 500 - 160
    expect(figures(shipped, 'market', ['wanted', 'left'], 0)).toEqual(['160', '340']);
    // 1100 × 90 % ÷ 150; with all of the worth 1100 ÷ 150
    expect(figure(shipped, 'other_club', 'orders_per_exit', 1)).toBe('6.6');
    expect(misconception(shipped, 'other-club', 'K8', 2)).toBe('7.33');
    // 900 ÷ 54, 900 × 80 %, 720 ÷ 90
    expect(figure(shipped, 'exit_sheet', 'exit_price', 12)).toBe(decimalText(add(fraction(16), fraction(2, 3)), 12));
    expect(figures(shipped, 'exit_sheet', ['cash', 'orders_per_exit'], 0)).toEqual(['720', '8']);
  });
});

/** Orders until 112 points are worth `cap`; `halves` of each later gift are sold at once for 80 %. */
function firstExit(halves: bigint, cap: bigint): number {
  let [pool, points, price] = [0n, 0n, SCALE];
  for (let order = 1; order < 10_000; order += 1) {
    const first = order === 1;
    points += first ? 112n * SCALE : nearest(56n * (2n - halves) * SCALE * SCALE, price);
    pool += first ? 160n * SCALE : 160n * SCALE - (448n * halves * SCALE) / 10n;
    price = nearest(pool * SCALE, points);
    if (112n * price >= cap * SCALE) return order;
  }
  return 0;
}
