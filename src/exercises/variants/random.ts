/** An endless stream of numbers that depends on its name alone. */
export interface RandomStream {
  /** The next whole number from 0 to 2^32 − 1. */
  next(): number;
  /** The next whole number from 0 to `count` − 1, each as likely as any other; `count` is at most 2^32. */
  below(count: number): number;
}

/**
 * The stream of a name such as `['2026-spring', '20260107', 'pool-price', 'exit_plan']`: xoshiro128** on a state of four words that
 * MurmurHash3 makes of the name. The parts are hashed with their lengths, so that ['a', 'bc'] and ['ab', 'c'] differ. Nothing is shared
 * between two streams, so that no draw depends on another.
 */
export function randomStream(name: readonly string[]): RandomStream {
  const bytes = nameBytes(name);
  const state: number[] = [1, 2, 3, 4].map((word) => murmurHash3(bytes, word));
  // The one state from which xoshiro would never move.
  if (!state.some((word) => word !== 0)) state[0] = 1;
  return xoshiro128(state);
}

/** A number from 0 to 2^32 − 1 that stands for a name; `salt` gives independent ones. */
export function nameHash(name: readonly string[], salt = 0): number {
  return murmurHash3(nameBytes(name), salt);
}

/** xoshiro128** 1.1 of Blackman and Vigna, from four words that are not all 0. */
export function xoshiro128(words: readonly number[]): RandomStream {
  const s = Uint32Array.from(words);
  const at = (index: number) => s[index] as number;
  const next = () => {
    const result = Math.imul(rotateLeft(Math.imul(at(1), 5), 7), 9) >>> 0;
    const shifted = at(1) << 9;
    s[2] = at(2) ^ at(0);
    s[3] = at(3) ^ at(1);
    s[1] = at(1) ^ at(2);
    s[0] = at(0) ^ at(3);
    s[2] = at(2) ^ shifted;
    s[3] = rotateLeft(at(3), 11);
    return result;
  };
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

/** MurmurHash3 (32 bits, x86) of Appleby. */
export function murmurHash3(bytes: Uint8Array, seed: number): number {
  let hash = seed;
  const whole = bytes.length - (bytes.length % 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole; at += 4) {
    hash ^= scrambled(view.getUint32(at, true));
    hash = (Math.imul(rotateLeft(hash, 13), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let at = bytes.length - 1; at >= whole; at -= 1) rest = (rest << 8) | (bytes[at] as number);
  hash ^= scrambled(rest) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function scrambled(word: number): number {
  return Math.imul(rotateLeft(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
}

function rotateLeft(word: number, count: number): number {
  return (word << count) | (word >>> (32 - count));
}

function nameBytes(name: readonly string[]): Uint8Array {
  return new TextEncoder().encode(name.map((part) => `${part.length}:${part}`).join(''));
}
