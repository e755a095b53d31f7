import { deflateSync, inflateSync } from 'fflate';
import { bytesOf, concatenated, sameBytes } from '../file/bytes.js';

/** Room for what differs, in bytes. */
export interface Room<T> {
  readonly length: number;
  readonly holds: T;
}

/** A stream is text that is the same for all, and room between it. */
export type StreamPart<T> = string | Room<T>;

export interface PlacedRoom<T> extends Room<T> {
  readonly at: number;
}

/** A part of the packed stream that is not packed, or the sums of one that is. */
export type SumPart =
  | { readonly from: number; readonly to: number }
  | { readonly low: number; readonly high: number; readonly length: number };

export interface PackedStream<T> {
  /** In the form of zlib. The four bytes of its checksum are to be written once the room is filled. */
  readonly bytes: Uint8Array;
  readonly rooms: readonly PlacedRoom<T>[];
  readonly sums: readonly SumPart[];
}

/** Text shorter than this between two rooms is not worth packing. */
const SHORTEST = 64;
/** The packer makes one block of so much text. */
const LONGEST = 6000;
const LONGEST_STORED = 0xffff;
/** How far back repeated text is looked for. */
const WINDOW = 4096;

/** Packs what is the same for all, and leaves the rest as it is, so that filling it changes neither lengths nor the packed parts. */
export function packStream<T>(parts: readonly StreamPart<T>[]): PackedStream<T> {
  const writer = new StreamWriter<T>();
  for (const run of runsOf(parts)) {
    if (run.kind === 'text') writer.text(run.text);
    else writer.stored(run.parts);
  }
  return writer.end();
}

type Run<T> = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'stored'; readonly parts: readonly StreamPart<T>[] };

/** Rooms with what little text stands between them, and longer texts. */
function runsOf<T>(parts: readonly StreamPart<T>[]): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  let stored: StreamPart<T>[] = [];
  let length = 0;
  const flush = () => {
    if (stored.length > 0) runs.push({ kind: 'stored', parts: stored });
    stored = [];
    length = 0;
  };
  for (const [index, part] of parts.entries()) {
    const isShort = typeof part !== 'string' || (part.length < SHORTEST && stored.length > 0 && index < parts.length - 1);
    if (isShort && length + part.length < LONGEST_STORED) {
      stored.push(part);
      length += part.length;
    } else if (typeof part === 'string') {
      flush();
      for (let at = 0; at < part.length; at += LONGEST) runs.push({ kind: 'text', text: part.slice(at, at + LONGEST) });
    } else {
      flush();
      stored.push(part);
      length = part.length;
    }
  }
  flush();
  return runs;
}

class StreamWriter<T> {
  readonly #pieces: Uint8Array[] = [Uint8Array.of(0x78, 0x9c)];
  readonly #rooms: PlacedRoom<T>[] = [];
  readonly #sums: SumPart[] = [];
  #at = 2;
  #window = new Uint8Array(0);
  /** True where the last block leaves room enough in its last byte for the three bits with which another begins. */
  #hasHeader = false;
  #isPacked = false;

  text(text: string): void {
    if (this.#isPacked) this.#storedHead(0);
    const bytes = bytesOf(text);
    const block = deflateSync(bytes, { level: 9, mem: 0, ...(this.#window.length > 0 ? { dictionary: this.#window } : {}) });
    // Not the last block of the stream.
    block[0] = (block[0] ?? 0) & 0xfe;
    this.#put(block);
    this.#hasHeader = holdsHeader(block, bytes, this.#window);
    this.#isPacked = true;
    this.#remember(bytes);
    const { low, high } = sumsOf(bytes, 0, bytes.length);
    this.#sums.push({ low, high, length: bytes.length });
  }

  stored(parts: readonly StreamPart<T>[]): void {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    this.#storedHead(length);
    const from = this.#at;
    for (const part of parts) {
      if (typeof part === 'string') {
        const bytes = bytesOf(part);
        this.#put(bytes);
        this.#remember(bytes);
      } else {
        this.#rooms.push({ ...part, at: this.#at });
        this.#put(new Uint8Array(part.length).fill(SPACE));
        this.#remember(new Uint8Array(part.length).fill(NEVER));
      }
    }
    this.#sums.push({ from, to: this.#at });
  }

  end(): PackedStream<T> {
    if (this.#isPacked) this.#storedHead(0);
    // A last block with nothing in it, and the checksum.
    this.#put(Uint8Array.of(0x03, 0x00, 0, 0, 0, 0));
    return { bytes: concatenated(this.#pieces), rooms: this.#rooms, sums: this.#sums };
  }

  #storedHead(length: number): void {
    if (!this.#hasHeader) this.#put(Uint8Array.of(0));
    this.#put(Uint8Array.of(length & 0xff, length >> 8, ~length & 0xff, (~length >> 8) & 0xff));
    this.#hasHeader = false;
    this.#isPacked = false;
  }

  #put(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.#at += bytes.length;
  }

  #remember(bytes: Uint8Array): void {
    this.#window = concatenated([this.#window, bytes]).slice(-WINDOW);
  }
}

const SPACE = 0x20;
/** A byte that no page holds, so that nothing refers to it. */
const NEVER = 0xff;

/** Whether the block leaves three bits of its last byte: found by reading it with what would follow. */
function holdsHeader(block: Uint8Array, text: Uint8Array, dictionary: Uint8Array): boolean {
  try {
    const whole = concatenated([block, Uint8Array.of(0, 0, 0xff, 0xff, 0x03, 0x00)]);
    // With room for what should be read, and one byte more.
    const out = new Uint8Array(text.length + 1);
    return sameBytes(inflateSync(whole, { out, ...(dictionary.length > 0 ? { dictionary } : {}) }), text);
  } catch {
    return false;
  }
}

const MODULUS = 65521;
/** So many bytes can be added up before the sums have to be reduced. */
const BLOCK = 3800;

/** Both sums of Adler-32 over a part of the bytes, from zero. */
export function sumsOf(bytes: Uint8Array, from: number, to: number): { readonly low: number; readonly high: number } {
  let [low, high] = [0, 0];
  for (let at = from; at < to; ) {
    const end = Math.min(at + BLOCK, to);
    for (; at < end; at += 1) {
      low += bytes[at] as number;
      high += low;
    }
    low %= MODULUS;
    high %= MODULUS;
  }
  return { low, high };
}

/** Writes the checksum of a filled stream that begins at `start` and ends before `end`. */
export function writeChecksum(bytes: Uint8Array, start: number, end: number, sums: readonly SumPart[]): void {
  let [low, high] = [1, 0];
  for (const part of sums) {
    const own = 'from' in part ? sumsOf(bytes, start + part.from, start + part.to) : part;
    const length = 'from' in part ? part.to - part.from : part.length;
    high = (high + own.high + (length % MODULUS) * low) % MODULUS;
    low = (low + own.low) % MODULUS;
  }
  bytes.set([high >> 8, high & 0xff, low >> 8, low & 0xff], end - 4);
}
