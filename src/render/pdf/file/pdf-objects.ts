import { invariant } from '../../../diagnostics/index.js';
import { bytesOf, concatenated, latin } from './bytes.js';
import { referenceIn } from './dictionary.js';
import { objectBytes, objectTable, type PdfObject, tableAt } from './pdf-output.js';

/** The numbered objects of a file that this project's compiler made. */
export interface PdfObjects {
  /** In the order of the file. */
  readonly numbers: readonly number[];
  /** The text of an object up to its stream, without `n 0 obj`. */
  head(number: number): string;
  /** From the word `stream` to the end of the object; empty where there is none. Not a copy. */
  stream(number: number): Uint8Array;
  /** The file with some objects replaced; its table is written anew. */
  rewritten(changes: ReadonlyMap<number, PdfObject>): Uint8Array;
  /** What a key of the trailer refers to: `Root`, `Info`. */
  trailer(key: string): number;
}

/** Where an object begins and ends, and its word `stream` begins; without a stream that is its end. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly stream: number;
}

/** Reads a file by the table at its end. The compiler writes one table, no packed objects, and each object whole. */
export function readObjects(file: Uint8Array): PdfObjects {
  // One string for all heads, which are then cut from it without copying.
  const text = latin(file);
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const ending = text.slice(table);
  const trailer = ending.slice(ending.lastIndexOf('trailer'));
  const offsets = readTable(file, table, ending);
  const numbers = [...offsets.keys()].filter((number) => (offsets[number] as number) >= 0);
  invariant(numbers.length > 0, 'a PDF without a table of objects cannot be joined');
  numbers.sort((one, other) => (offsets[one] as number) - (offsets[other] as number));
  const ends = new Int32Array(offsets.length);
  for (const [index, number] of numbers.entries()) ends[number] = offsets[numbers[index + 1] ?? -1] ?? table;
  const place = (number: number): Place => {
    const [start, end] = [offsets[number] ?? -1, ends[number] ?? -1];
    invariant(start >= 0, `object ${number} is missing`);
    return { start, end, stream: streamStart(text, start, end) };
  };
  return {
    numbers,
    head: (number) => {
      const { start, end, stream } = place(number);
      const whole = text.slice(start, stream);
      return whole.slice(whole.indexOf('obj') + 3, stream === end ? whole.lastIndexOf('endobj') : undefined);
    },
    stream: (number) => {
      const { end, stream } = place(number);
      return file.subarray(stream, end);
    },
    rewritten: (changes) => {
      const first = offsets[numbers[0] ?? 0] ?? 0;
      const pieces = [file.subarray(0, first)];
      const rows = new Map<number, number>();
      let written = first;
      for (const number of numbers) {
        const change = changes.get(number);
        const piece = change === undefined ? file.subarray(offsets[number], ends[number]) : objectBytes(number, change);
        rows.set(number, written);
        written += piece.length;
        pieces.push(piece);
      }
      const keys = trailer.slice(trailer.indexOf('\n') + 1, trailer.lastIndexOf('startxref'));
      return concatenated([...pieces, bytesOf(`${objectTable(rows, Math.max(...rows.keys()))}trailer\n${keys}${tableAt(written)}`)]);
    },
    trailer: (key) => referenceIn(trailer, key),
  };
}

/** Offsets by the number of the object, below 0 for one that is free: the rows of the table, which have 20 bytes, are numbered from 0. */
function readTable(file: Uint8Array, table: number, ending: string): Int32Array {
  const [head = '', count = '0'] = /^xref\s+0 (\d+)\s+/.exec(ending) ?? [];
  const offsets = new Int32Array(Number(count)).fill(-1);
  for (let number = 0; number < offsets.length; number += 1) {
    const row = table + head.length + ROW_BYTES * number;
    if (file[row + KIND_AT] !== USED) continue;
    let offset = 0;
    for (let at = row; at < row + OFFSET_DIGITS; at += 1) offset = 10 * offset + (file[at] as number) - ZERO;
    offsets[number] = offset;
  }
  return offsets;
}

const ROW_BYTES = 20;
const OFFSET_DIGITS = 10;
/** Where a row says `n` for an object and `f` for a free number. */
const KIND_AT = 17;
const USED = 0x6e;
const ZERO = 0x30;

/** The word `stream` on a line of its own. */
function streamStart(text: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf('\nstream');
  return at < 0 ? end : start + at;
}
