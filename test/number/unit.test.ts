import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baseUnit,
  countsThings,
  divideUnits,
  isPureNumber,
  moneyPlaces,
  multiplyUnits,
  PURE_NUMBER,
  raiseUnit,
  sameUnit,
  type Unit,
  wholeOf,
} from '../../src/number/index.js';

const [yuan, point, day] = [baseUnit('yuan'), baseUnit('point'), baseUnit('day')];

describe('units', () => {
  it.each<[string, Unit]>([
    ['', PURE_NUMBER],
    ['yuan', yuan],
    ['yuan/point', divideUnits(yuan, point)],
    ['day*point', multiplyUnits(point, day)],
    ['yuan^2', multiplyUnits(yuan, yuan)],
    ['1/day', divideUnits(PURE_NUMBER, day)],
    ['1/day^2/point', divideUnits(divideUnits(PURE_NUMBER, point), multiplyUnits(day, day))],
    ['yuan/day/point', divideUnits(yuan, multiplyUnits(point, day))],
  ])('have the text "%s"', (key, unit) => {
    expect(unit.key).toBe(key);
  });

  it('points times yuan per point are yuan', () => {
    expect(sameUnit(multiplyUnits(point, divideUnits(yuan, point)), yuan)).toBe(true);
  });

  it('a unit divided by itself is a pure number', () => {
    expect(divideUnits(yuan, yuan)).toEqual(PURE_NUMBER);
    expect(isPureNumber(divideUnits(yuan, yuan))).toBe(true);
    expect(isPureNumber(yuan)).toBe(false);
  });
});

describe('what a unit stands for', () => {
  it('things are counted by a single unit: neither by money, a percentage, a ratio nor a square', () => {
    expect([point, day, baseUnit('cup')].map(countsThings)).toEqual([true, true, true]);
    const others = [yuan, baseUnit('fen'), baseUnit('percent'), PURE_NUMBER, divideUnits(point, day), multiplyUnits(point, point)];
    expect([...others, divideUnits(PURE_NUMBER, point)].map(countsThings)).toEqual(Array(7).fill(false));
  });

  it('money may be money for something, and is not something for money', () => {
    expect([yuan, divideUnits(yuan, point), divideUnits(point, yuan), point].map(moneyPlaces)).toEqual([2, 2, undefined, undefined]);
  });

  it('a price in fen is shown like any other figure: parts of a fen are meant', () => {
    expect(['yuan', 'jiao', 'fen', 'cup'].map((name) => moneyPlaces(baseUnit(name)))).toEqual([2, undefined, undefined, undefined]);
  });

  it('the whole of a share is 1, or 100 percent', () => {
    expect([PURE_NUMBER, baseUnit('percent'), yuan, divideUnits(baseUnit('percent'), day)].map(wholeOf)).toEqual([
      1,
      100,
      undefined,
      undefined,
    ]);
  });
});

describe('laws of units', () => {
  const power = fc.integer({ min: -4, max: 4 });
  const unit = fc
    .tuple(power, power, power)
    .map((powers) =>
      [yuan, point, day].reduce((product, base, index) => multiplyUnits(product, raiseUnit(base, powers[index] as number)), PURE_NUMBER),
    );

  it('multiplying, then dividing by the same unit changes nothing', () => {
    fc.assert(
      fc.property(unit, unit, (one, other) => {
        expect(divideUnits(multiplyUnits(one, other), other)).toEqual(one);
        expect(multiplyUnits(divideUnits(one, other), other)).toEqual(one);
      }),
    );
  });

  it('the order and grouping of factors do not matter', () => {
    fc.assert(
      fc.property(unit, unit, unit, (a, b, c) => {
        expect(multiplyUnits(a, b)).toEqual(multiplyUnits(b, a));
        expect(multiplyUnits(multiplyUnits(a, b), c)).toEqual(multiplyUnits(a, multiplyUnits(b, c)));
      }),
    );
  });

  it('a power is a repeated product', () => {
    fc.assert(
      fc.property(unit, fc.integer({ min: 0, max: 4 }), (one, times) => {
        const product = Array.from({ length: times }, () => one).reduce(multiplyUnits, PURE_NUMBER);
        expect(raiseUnit(one, times)).toEqual(product);
        expect(raiseUnit(one, -times)).toEqual(divideUnits(PURE_NUMBER, product));
      }),
    );
  });

  it('equal texts mean equal exponents', () => {
    fc.assert(
      fc.property(unit, unit, (one, other) => {
        expect(one.key === other.key).toBe(JSON.stringify(one.exponents) === JSON.stringify(other.exponents));
      }),
    );
  });
});
