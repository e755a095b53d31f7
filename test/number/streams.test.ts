import { expect, it } from 'vitest';
import { murmurHash3, nameHash } from '../../src/number/hash.js';
import { randomStream, smallStream, xoshiro128 } from '../../src/number/random.js';
import { permutation, shuffledOrder } from '../../src/number/shuffle.js';

// A class set is made again from its seed, years later: none of these numbers may ever change.

const bytes = (text: string) => new TextEncoder().encode(text);
const numbers = (next: () => number) => Array.from({ length: 5 }, next);

it('a name is hashed with the length of each part before it', () => {
  expect(nameHash(['spring', '07'])).toBe(murmurHash3(bytes('6:spring2:07'), 0));
  expect(nameHash(['春', ''], 3)).toBe(murmurHash3(bytes('1:春0:'), 3));
});

it('the state of a stream is four hashes of its name, salted with 1 to 4', () => {
  const name = ['2026-spring', '20260107'];
  const [stream, same] = [randomStream(name), xoshiro128([1, 2, 3, 4].map((salt) => nameHash(name, salt)))];
  expect(numbers(stream.next)).toEqual(numbers(same.next));
});

/** SplitMix with 32 bits, in whole numbers without an end. */
function splitMix(seed: bigint): () => number {
  const word = (value: bigint) => BigInt.asUintN(32, value);
  let state = seed;
  return () => {
    const stepped = word(state + 0x9e3779b9n);
    const mixed = word((stepped ^ (stepped >> 16n)) * 0x21f0aaadn);
    const again = word((mixed ^ (mixed >> 15n)) * 0x735a2d97n);
    state = again ^ (again >> 15n);
    return Number(state);
  };
}

it.each([0, 1, 0x811c9dc5, 2 ** 32 - 1])('the small stream from %i takes the steps of SplitMix', (seed) => {
  expect(numbers(smallStream(seed).next)).toEqual(numbers(splitMix(BigInt(seed))));
});

it('a shuffled order swaps each place from the last with one before it, or itself', () => {
  // FNV-1a of an empty text is its basis.
  const chance = splitMix(0x811c9dc5n);
  const order = [0, 1, 2, 3, 4, 5];
  for (const last of [5, 4, 3, 2, 1]) {
    const other = chance() % (last + 1);
    const held = order[last] as number;
    order[last] = order[other] as number;
    order[other] = held;
  }
  expect(shuffledOrder(6, '')).toEqual(order);
  expect([shuffledOrder(0, ''), shuffledOrder(1, '')]).toEqual([[], [0]]);
});

it('an order that would stay as it is is moved on by one', () => {
  const seeds = Array.from({ length: 40 }, (_, index) => `seed ${index}`);
  expect(new Set(seeds.map((seed) => shuffledOrder(2, seed).join()))).toEqual(new Set(['1,0']));
  expect(new Set(seeds.map((seed) => shuffledOrder(3, seed).join()))).toEqual(new Set(['0,2,1', '1,0,2', '1,2,0', '2,0,1', '2,1,0']));
});

/** The last mixing of MurmurHash3, in whole numbers without an end. */
function mixed(value: bigint): bigint {
  const word = (one: bigint) => BigInt.asUintN(32, one);
  const first = word((value ^ (value >> 16n)) * 0x85ebca6bn);
  const second = word((first ^ (first >> 13n)) * 0xc2b2ae35n);
  return second ^ (second >> 16n);
}

it.each([
  [2, 1n],
  [16, 2n],
  [17, 3n],
  [1207, 6n],
])('a permutation of %i is a network of six passes over halves of %i bits', (count, bits) => {
  const name = ['spring', 'ladder'];
  const keys = [1, 2, 3, 4, 5, 6].map((salt) => BigInt(nameHash(name, salt)));
  const mask = (1n << bits) - 1n;
  const pass = (place: bigint) => {
    let [left, right] = [place >> bits, place & mask];
    for (const key of keys) [left, right] = [right, left ^ (mixed(right ^ key) & mask)];
    return (left << bits) | right;
  };
  const walked = (place: number) => {
    let image = pass(BigInt(place));
    while (image >= BigInt(count)) image = pass(image);
    return Number(image);
  };
  const shuffle = permutation(name, count);
  const places = Array.from({ length: count }, (_, place) => place);
  expect(places.map(shuffle)).toEqual(places.map(walked));
});
