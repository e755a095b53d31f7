/**
 * SHA-256 (FIPS 180-4) in small hexadecimal letters, of a text in UTF-8 or of bytes. The browser's own works in promises only, and the
 * files of a set are hashed between two steps that are none.
 */
export function sha256(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const state = Int32Array.from(FIRST);
  const words = new Int32Array(64);
  const whole = bytes.length - (bytes.length % BLOCK);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole; at += BLOCK) mixBlock(state, words, view, at);
  const rest = ending(bytes.subarray(whole), bytes.length);
  const restView = new DataView(rest.buffer);
  for (let at = 0; at < rest.length; at += BLOCK) mixBlock(state, words, restView, at);
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const BLOCK = 64;

/** What is left of the last block, a bit, zeros, and the length in bits. */
function ending(rest: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(rest.length + 9 > BLOCK ? 2 * BLOCK : BLOCK);
  padded.set(rest);
  padded[rest.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(length) * 8n);
  return padded;
}

/** Written out without lists and helpers: it runs over every byte of a class. */
function mixBlock(state: Int32Array, words: Int32Array, view: DataView, start: number): void {
  for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(start + 4 * at);
  for (let at = 16; at < 64; at += 1) {
    const w15 = words[at - 15] as number;
    const w2 = words[at - 2] as number;
    const small = turned(w15, 7) ^ turned(w15, 18) ^ (w15 >>> 3);
    const large = turned(w2, 17) ^ turned(w2, 19) ^ (w2 >>> 10);
    words[at] = (words[at - 16] as number) + small + (words[at - 7] as number) + large;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let at = 0; at < 64; at += 1) {
    const chosen = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + (ROUND[at] as number) + (words[at] as number)) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] as number) + value;
}

function turned(value: number, count: number): number {
  return (value >>> count) | (value << (32 - count));
}

const PRIMES = firstPrimes(64);
/** The first 32 bits behind the point of the square roots of the first 8 primes, and of the cube roots of the first 64. */
const FIRST = PRIMES.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));
const ROUND = Int32Array.from(PRIMES.map((prime) => fractionBits(Math.cbrt(prime))));

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let one = 2; primes.length < count; one += 1) if (primes.every((prime) => one % prime !== 0)) primes.push(one);
  return primes;
}

function fractionBits(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}
