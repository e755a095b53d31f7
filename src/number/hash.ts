/** The basis and the prime of FNV-1a by Fowler, Noll and Vo, for each width. */
const FNV: Readonly<Record<32 | 64, readonly [basis: bigint, prime: bigint]>> = {
  32: [0x811c9dc5n, 0x01000193n],
  64: [0xcbf29ce484222325n, 0x100000001b3n],
};

/** FNV-1a over UTF-16 units: enough to tell the states of one text apart, and the same on every machine. */
export function textHash(text: string, bits: 32 | 64): bigint {
  const [basis, prime] = FNV[bits];
  let value = basis;
  for (let at = 0; at < text.length; at += 1) value = BigInt.asUintN(bits, (value ^ BigInt(text.charCodeAt(at))) * prime);
  return value;
}

/**
 * A number from 0 to 2^32 − 1 that stands for a name of several parts; `salt` gives independent ones. The parts are hashed with their
 * lengths, so that ['a', 'bc'] and ['ab', 'c'] differ.
 */
export function nameHash(name: readonly string[], salt = 0): number {
  return murmurHash3(new TextEncoder().encode(name.map((part) => `${part.length}:${part}`).join('')), salt);
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
  return mixed(hash ^ scrambled(rest) ^ bytes.length);
}

/** The last mixing of MurmurHash3: every bit depends on every other. */
export function mixed(word: number): number {
  let hash = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function rotateLeft(word: number, count: number): number {
  return (word << count) | (word >>> (32 - count));
}

function scrambled(word: number): number {
  return Math.imul(rotateLeft(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
}
