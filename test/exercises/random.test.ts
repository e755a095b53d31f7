import { describe, expect, it } from 'vitest';
import { murmurHash3 } from '../../src/number/hash.js';
import { randomStream, xoshiro128 } from '../../src/number/random.js';
import { permutation } from '../../src/number/shuffle.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the random source', () => {
  it('is xoshiro128** as published: the first numbers from the state 1, 2, 3, 4', () => {
    const stream = xoshiro128([1, 2, 3, 4]);
    // First by hand: 2 · 5 = 10, turned left by 7 is 1280, times 9 is 11520; the rest by a second, plain computation of the published steps.
    expect(Array.from({ length: 6 }, () => stream.next())).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it('hashes by MurmurHash3 as published', () => {
    expect(murmurHash3(bytes(''), 0)).toBe(0);
    expect(murmurHash3(bytes(''), 1)).toBe(0x514e28b7);
    expect(murmurHash3(bytes('test'), 0)).toBe(0xba6bd213);
    expect(murmurHash3(bytes('Hello, world!'), 0x9747b28c)).toBe(0x24884cba);
    expect(murmurHash3(bytes('The quick brown fox jumps over the lazy dog'), 0x9747b28c)).toBe(0x2fa826cd);
  });

  it('gives the same numbers for the same name, and others as soon as a part differs or moves', () => {
    const first = (name: readonly string[]) => {
      const stream = randomStream(name);
      return Array.from({ length: 4 }, () => stream.next()).join(' ');
    };
    expect(first(['spring', '07'])).toBe(first(['spring', '07']));
    const names = [['spring', '07'], ['spring', '08'], ['spring0', '7'], ['spring07'], ['spring', '07', ''], ['春', '07']];
    expect(new Set(names.map(first)).size).toBe(names.length);
  });

  it('draws every number below a bound about equally often', () => {
    const stream = randomStream(['fair']);
    const counts = Array.from({ length: 6 }, () => 0);
    for (let draw = 0; draw < 60_000; draw += 1) {
      const drawn = stream.below(6);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    // 10,000 each on average; 5 standard deviations are 5 · √(60000 · 1/6 · 5/6) = 456
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(456);
  });

  it('favours no number below a bound that does not divide its range', () => {
    // 2^32 = 3 · 2^30 + 2^30: taken as they come, the numbers below 2^30 would be drawn twice as often as each other third.
    const stream = randomStream(['bound']);
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 30_000; draw += 1) {
      const third = Math.floor(stream.below(3 * 2 ** 30) / 2 ** 30);
      counts[third] = (counts[third] ?? 0) + 1;
    }
    // 10,000 each on average; 5 standard deviations are 5 · √(30000 · 1/3 · 2/3) = 408
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(408);
  });
});

describe('a permutation', () => {
  it.each([1, 2, 3, 5, 24, 100, 257, 1207])('of %i places reaches each place once', (count) => {
    const shuffle = permutation(['seed', String(count)], count);
    const images = Array.from({ length: count }, (_, place) => shuffle(place));
    expect([...images].sort((a, b) => a - b)).toEqual(images.map((_, place) => place));
  });

  it('depends on its name', () => {
    const images = (name: string) => Array.from({ length: 50 }, (_, place) => permutation([name], 1000)(place)).join(' ');
    expect(images('a')).toBe(images('a'));
    expect(images('a')).not.toBe(images('b'));
  });
});
