import { expect, it } from 'vitest';
import { fraction, power } from '../../src/number/fraction.js';

const whole = (over: bigint) => ({ over, under: 1n });
const part = (under: bigint) => ({ over: 1n, under });

it('a power is the fraction that whole numbers give', () => {
  // (2/3)³ = 8/27, (2/3)⁻³ = 27/8, (8/27)^(2/3) = 4/9
  expect(power({ over: 2n, under: 3n }, whole(3n))).toEqual({ over: 8n, under: 27n });
  expect(power({ over: 2n, under: 3n }, whole(-3n))).toEqual({ over: 27n, under: 8n });
  expect(power({ over: 8n, under: 27n }, { over: 2n, under: 3n })).toEqual({ over: 4n, under: 9n });
  expect([power(whole(0n), whole(2n)), power(whole(0n), whole(-1n)), power(whole(2n), part(2n))]).toEqual([
    whole(0n),
    undefined,
    undefined,
  ]);
});

it('a power of 1 is one however high, up to the bound of what is worked out', () => {
  expect([power(whole(1n), whole(8192n)), power(whole(-1n), whole(8191n)), power(whole(1n), whole(8193n))]).toEqual([
    whole(1n),
    whole(-1n),
    undefined,
  ]);
});

it('what grows too large above or below the line is given up before it is worked out', () => {
  // 8 has four bits: its power of 2048 is the last that is sure to have room; worked out, 3⁵⁰⁰⁰ to the 8000th would take seconds.
  for (const of of [whole, part]) {
    expect(power(of(8n), whole(2048n))).toEqual(of(8n ** 2048n));
    expect(power(of(8n), whole(2049n))).toBeUndefined();
    expect(power(of(3n ** 5000n), whole(8000n))).toBeUndefined();
  }
});

it('a fraction is reduced, with its sign above the line', () => {
  expect([fraction(6n, -4n), fraction(0n, -5n), fraction(3n, 0n)]).toEqual([{ over: -3n, under: 2n }, { over: 0n, under: 1n }, undefined]);
});
