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
  /** Looked for when it is first asked for; below 0 until then. */
  stream: number;
}

/** Reads a file by the table at its end. The compiler writes one table, no packed objects, and each object whole. */
export function readObjects(file: Uint8Array): PdfObjects {
  // One string for all heads, which are then cut from it without copying.
  const text = latin(file);
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const ending = text.slice(table);
  const trailer = ending.slice(ending.lastIndexOf('trailer'));
  const offsets = readTable(ending);
  invariant(offsets.length > 0, 'a PDF without a table of objects cannot be joined');
  const starts = offsets.map(([, start]) => start);
  const places = new Map<number, Place>(
    offsets.map(([number, start], index) => [number, { start, end: starts[index + 1] ?? table, stream: -1 }] as const),
  );
  const place = (number: number): Place => {
    const found = places.get(number);
    invariant(found !== undefined, `object ${number} is missing`);
    if (found.stream < 0) found.stream = streamStart(text, found);
    return found;
  };
  return {
    numbers: [...places.keys()],
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
      const [first = 0] = starts;
      const pieces = [file.subarray(0, first)];
      const rows = new Map<number, number>();
      let written = first;
      for (const [number, { start, end }] of places) {
        const change = changes.get(number);
        const piece = change === undefined ? file.subarray(start, end) : objectBytes(number, change);
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

/** Numbers and offsets in the order of the file; the rows of the table are numbered from 0, and a free one ends with `f`. */
function readTable(table: string): readonly (readonly [number: number, offset: number])[] {
  const rows = [...table.matchAll(/^(\d{10}) \d{5} ([nf])/gm)];
  const used = rows.flatMap(([, offset, kind], number) => (kind === 'n' ? [[number, Number(offset)] as const] : []));
  return used.sort(([, one], [, other]) => one - other);
}

/** The word `stream` on a line of its own. */
function streamStart(text: string, { start, end }: Pick<Place, 'start' | 'end'>): number {
  const at = text.slice(start, end).indexOf('\nstream');
  return at < 0 ? end : start + at;
}
