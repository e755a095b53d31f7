import { beforeAll, describe, expect, it } from 'vitest';
import { add, decimalText, divide, type Fraction, fraction, fractionOf, multiply, subtract } from '../support/fraction.js';
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

interface Order {
  readonly minted: Fraction;
  readonly pool: Fraction;
  readonly points: Fraction;
  readonly price: Fraction;
}

/** The first orders by exact fractions: each brings `intake` and mints points worth `gift` at the price before it. */
function firstOrders(intake: Fraction, gift: Fraction, count: number): readonly Order[] {
  const orders: Order[] = [];
  let above: Order = { minted: fraction(0), pool: fraction(0), points: fraction(0), price: fraction(1) };
  for (let number = 1; number <= count; number += 1) {
    const minted = divide(gift, above.price);
    const pool = add(above.pool, intake);
    const points = add(above.points, minted);
    above = { minted, pool, points, price: divide(pool, points) };
    orders.push(above);
  }
  return orders;
}

/** Scaled integers with 60 decimals: exact fractions would have thousands of digits after a thousand orders. */
const SCALE = 10n ** 60n;
const nearest = (over: bigint, under: bigint) => (2n * over + under) / (2n * under);
const roundTo = (value: bigint, places: bigint) => nearest(value * 10n ** places, SCALE) * (SCALE / 10n ** places);

/** Runs 160 yuan and a gift of 112 yuan per order and collects the first order for each condition on the price. */
function longRun(rounded: boolean, limit: number) {
  const found = new Map<string, number>();
  let pool = 0n;
  let points = 0n;
  let price = SCALE;
  for (let order = 1; order <= limit; order += 1) {
    const minted = nearest(112n * SCALE * SCALE, price);
    pool += 160n * SCALE;
    points += rounded ? roundTo(minted, 0n) : minted;
    const exact = nearest(pool * SCALE, points);
    const next = rounded ? roundTo(exact, 2n) : exact;
    const note = (name: string, holds: boolean) => {
      if (holds && !found.has(name)) found.set(name, order);
    };
    note('orders_to_2', next >= 2n * SCALE);
    note('orders_to_4', next >= 4n * SCALE);
    note('orders_to_8', next >= 8n * SCALE);
    note('orders_to_16', next >= 16n * SCALE);
    note('orders_to_price', next * 100n >= 1071n * SCALE);
    note('exit_order', 112n * next >= 1200n * SCALE);
    note('still', next <= price);
    price = next;
  }
  return found;
}

const LADDER = firstOrders(fraction(160), fraction(112), 8);

describe('chapter 7, the pool price', () => {
  let shipped: ShippedChapter;
  beforeAll(() => {
    shipped = shippedChapter('07-pool-price');
  });

  it('is without a mistake in arithmetic and words', () => {
    expect(shipped.messages).toEqual([]);
  });

  it('splits 1000 yuan into 200, 20, 20, 160, 112 and 48', () => {
    const take = multiply(fraction(1000), fractionOf('0.2'));
    const part = multiply(fraction(1000), fractionOf('0.02'));
    const intake = subtract(subtract(take, part), part);
    const gift = multiply(intake, fractionOf('0.7'));
    const expected = [take, part, part, intake, gift, subtract(intake, gift)];
    expect(expected.map((value) => decimalText(value, 0))).toEqual(['200', '20', '20', '160', '112', '48']);
    expect(['take', 'platform', 'referral', 'intake', 'gift', 'surplus'].map((name) => figure(shipped, 'ladder', name, 12))).toEqual(
      expected.map((value) => decimalText(value, 12)),
    );
  });

  it('follows the ladder in exact fractions', () => {
    for (const [index, order] of LADDER.entries()) {
      for (const column of ['minted', 'pool', 'points', 'price'] as const) {
        expect(figure(shipped, 'ladder', column, 25, index + 1)).toBe(decimalText(order[column], 25));
      }
    }
    expect(LADDER.slice(0, 5).map(({ price }) => decimalText(price, 2))).toEqual(['1.43', '1.68', '1.87', '2.02', '2.15']);
    expect(LADDER.slice(1, 3).map(({ minted, points }) => [decimalText(minted, 2), decimalText(points, 2)])).toEqual([
      ['78.40', '190.40'],
      ['66.64', '257.04'],
    ]);
    expect([LADDER[1]?.price, LADDER[2]?.price]).toEqual([fraction(200, 119), fraction(2000, 1071)]);
  });

  it('counts the orders until each price, exact and rounded as printed', () => {
    const names = ['orders_to_2', 'orders_to_4', 'orders_to_8', 'orders_to_price', 'exit_order'];
    const exact = longRun(false, 5000);
    const rounded = longRun(true, 1200);
    expect([exact.get('orders_to_price'), exact.get('exit_order')]).toEqual([1135, 1137]);
    expect([rounded.get('orders_to_price'), rounded.get('exit_order')]).toEqual([1149, 1152]);
    // 4, 43, 429: 43/4 and 429/43 times as many for each doubling, and about ten times again up to 16 yuan
    expect(names.slice(0, 3).map((name) => exact.get(name))).toEqual([4, 43, 429]);
    expect(figures(shipped, 'ladder', ['times_to_4', 'times_to_8'], 3)).toEqual([
      decimalText(fraction(43, 4), 3),
      decimalText(fraction(429, 43), 3),
    ]);
    expect(figure(shipped, 'ladder', 'orders_to_16', 0)).toBe(String(exact.get('orders_to_16')));
    const scale = shipped.audit.scale.filter(({ example }) => example === 'ladder');
    for (const name of names) {
      const result = scale.find((one) => one.name === name);
      expect([name, result?.value?.amount.toFixed()]).toEqual([name, String(exact.get(name))]);
      const read = result?.readings.find(({ reading }) => reading === 'rounded-as-printed');
      expect([name, read?.value?.amount.toFixed()]).toEqual([name, String(rounded.get(name))]);
    }
  });

  it('rises with every order exactly, and stands still at two decimals', () => {
    expect(longRun(false, 1200).get('still')).toBeUndefined();
    expect(longRun(true, 1200).get('still')).toBe(201);
    expect(verdict(shipped, 'ladder', 'always-up')).toBe('holds');
    expect(verdict(shipped, 'ladder', 'always-up', 'rounded-as-printed')).toBe('fails at 201');
  });

  it('judges the printed figures along the exact and the rounded path', () => {
    const stepped = ['price-1', 'points-2', 'total-2', 'price-2', 'points-3', 'total-3', 'price-3'];
    expect(verdicts(shipped, 'ladder', stepped)).toEqual(stepped.map(() => 'rounds-to'));
    expect(verdicts(shipped, 'ladder', stepped, 'rounded-as-printed')).toEqual(stepped.map(() => 'exact'));
    const whole = ['take', 'platform', 'referral', 'intake', 'gift', 'surplus', 'pool-1', 'points-1', 'pool-2', 'pool-3', 'paid', 'kept'];
    expect(verdicts(shipped, 'ladder', whole)).toEqual(whole.map(() => 'exact'));
    expect(verdicts(shipped, 'ladder', ['pool-share', 'gift-share', 'pool-falls'])).toEqual(['exact', 'exact', 'exact']);
  });

  it('would print 39 points and 2.12 if points were counted after the payment', () => {
    // 112 yuan ÷ (320 yuan ÷ 112 points)
    const minted = divide(fraction(112), divide(fraction(320), fraction(112)));
    const price = divide(fraction(320), add(fraction(112), minted));
    expect([decimalText(minted, 1), decimalText(price, 2)]).toEqual(['39.2', '2.12']);
    const read = shipped.chapter.examples.get('ladder')?.underReading('credited-after-payment').rounds;
    const cell = (column: string) => {
      const value = read?.cell(column, 2);
      return typeof value === 'object' ? value.amount.toFixed(12, 4) : value;
    };
    expect([cell('minted'), cell('price')]).toEqual([decimalText(minted, 12), decimalText(price, 12)]);
    expect(verdict(shipped, 'ladder', 'points-2', 'credited-after-payment')).toBe('contradicts');
    expect(verdict(shipped, 'ladder', 'price-2', 'credited-after-payment')).toBe('contradicts');
  });

  it('judges the exit: 1199.52 rounds to 1200, 960 in cash is not all', () => {
    expect(decimalText(multiply(fraction(112), fractionOf('10.71')), 2)).toBe('1199.52');
    expect(figure(shipped, 'ladder', 'value_at_target', 2)).toBe('1199.52');
    expect(verdict(shipped, 'ladder', 'value-at-target')).toBe('rounds-to');
    expect(figure(shipped, 'ladder', 'exit_price', 12)).toBe(decimalText(fraction(1200, 112), 12));
    expect(verdict(shipped, 'ladder', 'exit-price')).toBe('rounds-to');
    expect([figure(shipped, 'ladder', 'paid', 0), figure(shipped, 'ladder', 'kept', 0)]).toEqual(['960', '240']);
    expect(verdict(shipped, 'ladder', 'full-return')).toBe('fails');
    expect(verdict(shipped, 'ladder', 'close-to-full')).toBe('about');
    expect(figure(shipped, 'ladder', 'orders_per_exit', 3)).toBe('6.000');
  });

  it('promises 7.5 times what funds it, and the money adds up to nothing', () => {
    const table = payments(shipped, 'ladder');
    expect(table.k).toBe('7.5');
    expect(table.sum).toBe('0');
    expect(table.nets).toEqual(['customer -1000', 'merchant 800', 'platform 20', 'referrers 20', 'pool 160']);
    expect(shipped.audit.conversions).toEqual([]);
  });

  it('pays two sellers 80 and 96 yuan and leaves 24', () => {
    const first = multiply(fraction(100), fractionOf('0.8'));
    const after = divide(subtract(fraction(200), first), fraction(100));
    const second = multiply(multiply(fraction(100), after), fractionOf('0.8'));
    const stuck = subtract(subtract(fraction(200), first), second);
    expect([first, after, second, stuck].map((value) => decimalText(value, 1))).toEqual(['80.0', '1.2', '96.0', '24.0']);
    expect(['paid_first', 'price_after', 'paid_second', 'stuck'].map((name) => figure(shipped, 'two_holders', name, 1))).toEqual([
      '80.0',
      '1.2',
      '96.0',
      '24.0',
    ]);
    expect(verdict(shipped, 'two_holders', 'sale-lifts-price')).toBe('holds');
  });

  it('works out the practice plans', () => {
    // 600 yuan: take 150, less 12 and 12, 126 into the pool, 60 % of it is 75.6
    const second = firstOrders(fraction(126), fractionOf('75.6'), 2);
    expect(figure(shipped, 'second_plan', 'first_price', 12)).toBe(decimalText(second[0]?.price ?? fraction(0), 12));
    expect(figure(shipped, 'second_plan', 'second_points', 12)).toBe(decimalText(second[1]?.minted ?? fraction(0), 12));
    expect(figure(shipped, 'second_plan', 'second_price', 12)).toBe(decimalText(second[1]?.price ?? fraction(0), 12));
    const exit = firstOrders(fraction(200), fraction(100), 2);
    expect(figure(shipped, 'exit_plan', 'second_points', 12)).toBe(decimalText(exit[1]?.minted ?? fraction(0), 12));
    expect(figure(shipped, 'exit_plan', 'second_price', 12)).toBe(decimalText(exit[1]?.price ?? fraction(0), 12));
    // 500 × 20 % = 100 into the pool, 80 given: 100/80; 200 ÷ (80 + 64); 300 ÷ (144 + 57.6)
    const next = firstOrders(fraction(100), fraction(80), 3);
    expect(next.map(({ price }) => price)).toEqual([fraction(5, 4), fraction(25, 18), fraction(125, 84)]);
    expect([1, 2, 3].map((row) => figure(shipped, 'next_plan', 'price', 12, row))).toEqual(next.map(({ price }) => decimalText(price, 12)));
  });

  it('wires misconceptions to wrong figures', () => {
    // 75.6 ÷ 126; 75.6 × 126 ÷ 75.6; 75.6
    expect(misconception(shipped, 'faded-price', 'K2', 4)).toBe('0.6000');
    expect(['K2', 'K14'].map((code) => misconception(shipped, 'second-order', code, 1))).toEqual(['126.0', '75.6']);
    // from the printed figures (8 − 1.87) ÷ (1.87 − 1.68) + 3 = 35.3, exactly (8 − 2000/1071) ÷ (2000/1071 − 200/119) + 3 = 35.84
    expect(misconception(shipped, 'guess-orders', 'K5', 2)).toBe('35.84');
  });
});
