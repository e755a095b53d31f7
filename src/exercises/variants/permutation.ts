import { nameHash } from './random.js';

/** Passes over both halves; four already make neighbours unrelated. */
const PASSES = 6;

/**
 * A shuffle of 0 … count − 1 that depends on its name alone and is worked out one place at a time: a Feistel network over the next
 * square of a power of two, walked on while it leads past the end. Different places have different images. `count` is at most 2^30.
 */
export function permutation(name: readonly string[], count: number): (place: number) => number {
  const bits = Math.max(1, Math.ceil(Math.log2(Math.max(2, count)) / 2));
  const mask = 2 ** bits - 1;
  const keys = Array.from({ length: PASSES }, (_, pass) => nameHash(name, pass + 1));
  const shuffled = (place: number) => {
    let left = place >>> bits;
    let right = place & mask;
    for (const key of keys) {
      const mixed = left ^ (mix(right ^ key) & mask);
      left = right;
      right = mixed;
    }
    return ((left << bits) | right) >>> 0;
  };
  return (place) => {
    let image = shuffled(place);
    while (image >= count) image = shuffled(image);
    return image;
  };
}

/** The last mixing of MurmurHash3: every bit depends on every other. */
function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
