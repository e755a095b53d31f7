import { nameHash, rotateLeft } from './hash.js';

/** An endless stream of numbers that depends on its name alone. */
export interface RandomStream {
  /** The next whole number from 0 to 2^32 − 1. */
  next(): number;
  /** The next whole number from 0 to `count` − 1, each as likely as any other; `count` is at most 2^32. */
  below(count: number): number;
}

/**
 * The stream of a name such as `['2026-spring', '20260107', 'pool-price', 'exit_plan']`: xoshiro128** on a state of four hashes of the
 * name. Nothing is shared between two streams, so that no draw depends on another.
 */
export function randomStream(name: readonly string[]): RandomStream {
  const state = [1, 2, 3, 4].map((salt) => nameHash(name, salt));
  // The one state from which xoshiro would never move.
  if (!state.some((word) => word !== 0)) state[0] = 1;
  return xoshiro128(state);
}

/** xoshiro128** 1.1 of Blackman and Vigna, from four words that are not all 0. */
export function xoshiro128(words: readonly number[]): RandomStream {
  const s = Uint32Array.from(words);
  const at = (index: number) => s[index] as number;
  return streamOf(() => {
    const result = Math.imul(rotateLeft(Math.imul(at(1), 5), 7), 9) >>> 0;
    const shifted = at(1) << 9;
    s[2] = at(2) ^ at(0);
    s[3] = at(3) ^ at(1);
    s[1] = at(1) ^ at(2);
    s[0] = at(0) ^ at(3);
    s[2] = at(2) ^ shifted;
    s[3] = rotateLeft(at(3), 11);
    return result;
  });
}

/** A stream from one word, by the steps of SplitMix with 32 bits: small seeds lead far apart. Enough for the order of a list. */
export function smallStream(seed: number): RandomStream {
  let state = seed;
  return streamOf(() => {
    const stepped = (state + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(stepped ^ (stepped >>> 16), 0x21f0aaad);
    const again = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    state = (again ^ (again >>> 15)) >>> 0;
    return state;
  });
}

function streamOf(next: () => number): RandomStream {
  const below = (count: number) => {
    // Numbers past the last whole multiple of `count` would favour the small ones.
    const fair = 2 ** 32 - (2 ** 32 % count);
    for (;;) {
      const drawn = next();
      if (drawn < fair) return drawn % count;
    }
  };
  return { next, below };
}
