import { invariant } from '../../../diagnostics/index.js';

/** The numbered objects of a file that this project's compiler made. */
export interface PdfObjects {
  /** In the order of the file. */
  readonly numbers: readonly number[];
  /** The text of an object up to its stream, without `n 0 obj`. */
  head(number: number): string;
  /** From the word `stream` to the end of the object; empty where there is none. */
  stream(number: number): Uint8Array;
  /** The file with some objects replaced; its table is written anew. */
  rewritten(changes: ReadonlyMap<number, PdfObject>): Uint8Array;
  /** What a key of the trailer refers to: `Root`, `Info`. */
  trailer(key: string): number;
}

/** What stands between `n 0 obj` and `endobj`; a stream with its words `stream` and `endstream`. */
export interface PdfObject {
  readonly head: string;
  readonly stream?: Uint8Array;
}

/** Reads a file by the table at its end. The compiler writes one table, no packed objects, and each object whole. */
export function readObjects(file: Uint8Array): PdfObjects {
  const text = latin(file);
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const offsets = [...text.slice(table).matchAll(/^(\d{10}) \d{5} n/gm)].map((match) => Number(match[1])).sort((a, b) => a - b);
  invariant(offsets.length > 0, 'a PDF without a table of objects cannot be joined');
  const places = new Map<number, { readonly start: number; readonly end: number; readonly stream: number }>();
  for (const [index, start] of offsets.entries()) {
    const end = offsets[index + 1] ?? table;
    const stream = text.slice(start, end).indexOf('\nstream');
    places.set(Number(/^(\d+) 0 obj/.exec(text.slice(start, start + 20))?.[1]), { start, end, stream });
  }
  const place = (number: number) => {
    const found = places.get(number);
    invariant(found !== undefined, `object ${number} is missing`);
    return found;
  };
  const trailer = text.slice(text.lastIndexOf('trailer'));
  return {
    numbers: [...places.keys()],
    head: (number) => {
      const { start, end, stream } = place(number);
      const whole = text.slice(start, end);
      return whole.slice(whole.indexOf('obj') + 3, stream < 0 ? whole.lastIndexOf('endobj') : stream);
    },
    stream: (number) => {
      const { start, end, stream } = place(number);
      return stream < 0 ? new Uint8Array() : file.subarray(start + stream, end);
    },
    rewritten: (changes) => {
      const pieces = [file.subarray(0, offsets[0])];
      const rows = new Map<number, number>();
      let written = offsets[0] ?? 0;
      for (const [number, { start, end }] of places) {
        const change = changes.get(number);
        const piece = change === undefined ? file.subarray(start, end) : objectBytes(number, change);
        rows.set(number, written);
        written += piece.length;
        pieces.push(piece);
      }
      const ending = trailer.slice(trailer.indexOf('\n') + 1, trailer.lastIndexOf('startxref'));
      return concatenated([...pieces, bytesOf(`${objectTable(rows, Math.max(...rows.keys()))}trailer\n${ending}${tableAt(written)}`)]);
    },
    trailer: (key) => referenceIn(trailer, key),
  };
}

/** The number of the object that a key of this dictionary refers to. */
export function referenceIn(head: string, key: string): number {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1];
  invariant(number !== undefined, `a PDF of the compiler has no /${key}`);
  return Number(number);
}

/** A list of references as PDF writes it: `[3 0 R 5 0 R]`. */
export function references(numbers: readonly number[]): string {
  return `[${numbers.map((number) => `${number} 0 R`).join(' ')}]`;
}

/** A file that is written piece by piece. Object 1 is its page tree, object 2 its catalog. */
export interface PdfOutput {
  /** A number that no object has yet. */
  next(): number;
  start(): Uint8Array;
  object(number: number, head: string, stream?: Uint8Array): Uint8Array;
  /** The table of objects and the trailer, with further keys such as `/Info 3 0 R`. */
  end(keys?: string): Uint8Array;
}

export const TREE = 1;
export const ROOT = 2;

export function startOutput(): PdfOutput {
  const offsets = new Map<number, number>();
  let written = 0;
  let last = ROOT;
  const emit = (bytes: Uint8Array) => {
    written += bytes.length;
    return bytes;
  };
  const text = (characters: string) => emit(bytesOf(characters));
  return {
    next: () => {
      last += 1;
      return last;
    },
    start: () => text('%PDF-1.7\n%\u00e9\u00e9\u00e9\u00e9\n'),
    object: (number, head, stream) => {
      offsets.set(number, written);
      return emit(objectBytes(number, { head, ...(stream && { stream }) }));
    },
    end: (keys = '') => {
      const start = written;
      return text(`${objectTable(offsets, last)}trailer\n<< /Size ${last + 1} /Root ${ROOT} 0 R ${keys}>>\n${tableAt(start)}`);
    },
  };
}

function objectBytes(number: number, { head, stream }: PdfObject): Uint8Array {
  const start = bytesOf(`${number} 0 obj${head.startsWith('\n') ? '' : '\n'}${head}`);
  return concatenated([start, stream === undefined || stream.length === 0 ? bytesOf('\nendobj\n') : stream]);
}

function objectTable(offsets: ReadonlyMap<number, number>, last: number): string {
  const rows = Array.from({ length: last }, (_, index) => `${String(offsets.get(index + 1) ?? 0).padStart(10, '0')} 00000 n \n`);
  return `xref\n0 ${last + 1}\n0000000000 65535 f \n${rows.join('')}`;
}

function tableAt(offset: number): string {
  return `startxref\n${offset}\n%%EOF\n`;
}

/** Pieces of a file one after another. */
export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Bytes as characters 0 to 255, so that offsets are the same in both. */
export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
