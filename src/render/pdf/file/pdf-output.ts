import { bytesOf, concatenated } from './bytes.js';
import { reference } from './dictionary.js';

/** What stands between `n 0 obj` and `endobj`; a stream with its words `stream` and `endstream`. */
export interface PdfObject {
  readonly head: string;
  readonly stream?: Uint8Array;
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
      return text(`${objectTable(offsets, last)}trailer\n<< /Size ${last + 1} /Root ${reference(ROOT)} ${keys}>>\n${tableAt(start)}`);
    },
  };
}

export function objectBytes(number: number, { head, stream }: PdfObject): Uint8Array {
  const start = bytesOf(`${number} 0 obj${head.startsWith('\n') ? '' : '\n'}${head}`);
  return concatenated([start, stream === undefined || stream.length === 0 ? bytesOf('\nendobj\n') : stream]);
}

/** Where each object begins; `last` is the highest number. */
export function objectTable(offsets: ReadonlyMap<number, number>, last: number): string {
  const rows = Array.from({ length: last }, (_, index) => `${String(offsets.get(index + 1) ?? 0).padStart(10, '0')} 00000 n \n`);
  return `xref\n0 ${last + 1}\n0000000000 65535 f \n${rows.join('')}`;
}

/** The end of a file, which says where its table begins. */
export function tableAt(offset: number): string {
  return `startxref\n${offset}\n%%EOF\n`;
}
