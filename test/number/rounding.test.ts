import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, contains, halfUnit, hull, intervalAround, placeValue, roundHalfUp } from '../../src/number/index.js';

describe('rounding half-up', () => {
  it.each([
    ['1.005', 2, '1.01'], // a binary float would give 1.00
    ['1.004999', 2, '1'],
    ['2.5', 0, '3'],
    ['3.5', 0, '4'],
    ['-2.5', 0, '-3'], // halves go away from zero on both sides
    ['-0.4', 0, '0'],
    ['0.5', 0, '1'],
    ['1.6807', 2, '1.68'],
    ['78.4', 0, '78'],
    ['12345', -2, '12300'],
    ['12350', -2, '12400'],
    ['-12350', -2, '-12400'],
    ['49', -2, '0'],
    ['50', -2, '100'],
    ['96600', -4, '100000'],
  ])('%s to %i places is %s', (value, places, rounded) => {
    expect(roundHalfUp(amount(value), places).toFixed()).toBe(rounded);
  });

  it.each([
    [2, '0.01', '0.005'],
    [0, '1', '0.5'],
    [-3, '1000', '500'],
  ])('the last of %i places counts %s, half of it %s', (places, unit, half) => {
    expect([placeValue(places), halfUnit(places)].map((one) => one.toFixed())).toEqual([unit, half]);
  });

  const scaled = fc.tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 8 }));
  const value = scaled.map(([digits, places]) => amount(`${digits}e-${places}`));
  const places = fc.integer({ min: -6, max: 8 });

  it('moves a number by half a unit of the last place at most, and never twice', () => {
    fc.assert(
      fc.property(value, places, (number, to) => {
        const rounded = roundHalfUp(number, to);
        expect(rounded.minus(number).abs().lessThanOrEqualTo(halfUnit(to))).toBe(true);
        expect(roundHalfUp(rounded, to).equals(rounded)).toBe(true);
      }),
    );
  });

  it('agrees with whole-number arithmetic', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 1, max: 6 }), (whole, dropped) => {
        const unit = 10n ** BigInt(dropped);
        const size = whole < 0n ? -whole : whole;
        const expected = ((2n * size + unit) / (2n * unit)) * unit * (whole < 0n ? -1n : 1n);
        expect(BigInt(roundHalfUp(amount(`${whole}`), -dropped).toFixed())).toBe(expected);
      }),
    );
  });

  it('commutes with a change of sign', () => {
    fc.assert(
      fc.property(value, places, (number, to) => {
        expect(roundHalfUp(number.negated(), to).equals(roundHalfUp(number, to).negated())).toBe(true);
      }),
    );
  });
});

describe('intervals', () => {
  const text = ({ low, high }: { low: { toFixed(): string }; high: { toFixed(): string } }) => `${low.toFixed()} to ${high.toFixed()}`;

  it.each([
    ['1.43', 2, '1.425 to 1.435'],
    ['78', 0, '77.5 to 78.5'],
    ['100000', -4, '95000 to 105000'],
    ['-1', 1, '-1.05 to -0.95'],
  ])('around %s to %i places is %s', (value, places, expected) => {
    expect(text(intervalAround(amount(value), places))).toBe(expected);
  });

  it('hold both ends and nothing beyond', () => {
    const interval = intervalAround(amount('1.43'), 2);
    expect(['1.425', '1.43', '1.435'].map((one) => contains(interval, amount(one)))).toEqual([true, true, true]);
    expect(['1.4249999', '1.4350001', '-1.43'].map((one) => contains(interval, amount(one)))).toEqual([false, false, false]);
  });

  it('the hull of two paths covers both and the gap between them', () => {
    // 190.0 along the exact path, 190 ± 0.5 along the rounded one, and one far off
    const paths = [intervalAround(amount('190'), 1), intervalAround(amount('190'), 0), intervalAround(amount('192'), 1)];
    expect(text(hull(paths))).toBe('189.5 to 192.05');
    expect(contains(hull(paths), amount('191'))).toBe(true);
  });

  it('the interval around a rounded number holds the number', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const number = amount(digits).dividedBy(100_000);
        expect(contains(intervalAround(roundHalfUp(number, places), places), number)).toBe(true);
      }),
    );
  });
});
