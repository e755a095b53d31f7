import { invariant } from '../../diagnostics/index.js';

/** `duplex` puts an empty page after a file with an odd number of them, so that the next begins on the front of a sheet. */
export interface JoinOptions {
  readonly duplex: boolean;
}

/**
 * One file for the copier from the pages of several that this project's compiler made, in their order. It comes piece by piece, so that
 * memory holds one file at a time; tags, links and bookmarks stay behind, since a copier reads none.
 */
export function* joinPages(files: Iterable<Uint8Array>, { duplex }: JoinOptions): Generator<Uint8Array> {
  const output = startOutput();
  yield output.text('%PDF-1.7\n%\u00e9\u00e9\u00e9\u00e9\n');
  const pages: number[] = [];
  for (const file of files) {
    const source = readObjects(file);
    const own = pageNumbers(source);
    const numbers = new Map<number, number>();
    for (const page of own) pages.push(numberOf(page, numbers, output));
    yield* copyReached(own, source, numbers, output);
    if (duplex && own.length % 2 === 1) {
      const blank = output.next();
      pages.push(blank);
      const size = /\/MediaBox \[[^\]]*\]/.exec(source.head(own[0] ?? 0))?.[0] ?? '';
      yield output.object(blank, `<< /Type /Page /Parent ${TREE} 0 R ${size} /Resources << >> >>`);
    }
  }
  yield output.object(TREE, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`);
  yield output.object(ROOT, `<< /Type /Catalog /Pages ${TREE} 0 R >>`);
  yield output.end();
}

/** Numbers of the page tree and the catalog in the joined file. */
const TREE = 1;
const ROOT = 2;

interface Objects {
  /** The text of an object up to its stream, without `n 0 obj`. */
  head(number: number): string;
  /** From the word `stream` to the end of the object; empty where there is none. */
  stream(number: number): Uint8Array;
  readonly trailer: string;
}

/** Reads a file by the table at its end. The compiler writes one table, no packed objects, and each object whole. */
function readObjects(file: Uint8Array): Objects {
  const text = latin(file);
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const entries = [...text.slice(table).matchAll(/^(\d{10}) \d{5} n/gm)].map((match) => Number(match[1]));
  invariant(entries.length > 0, 'a PDF without a table of objects cannot be joined');
  const places = new Map<number, number>();
  for (const offset of entries) places.set(Number(/^(\d+) 0 obj/.exec(text.slice(offset, offset + 20))?.[1]), offset);
  const bounds = [...entries, table].sort((a, b) => a - b);
  const range = (number: number) => {
    const start = places.get(number);
    invariant(start !== undefined, `object ${number} is missing`);
    const end = bounds[bounds.indexOf(start) + 1] ?? table;
    const whole = text.slice(start, end);
    const stream = whole.indexOf('\nstream');
    return { start, end, whole, stream };
  };
  return {
    head: (number) => {
      const { whole, stream } = range(number);
      return whole.slice(whole.indexOf('obj') + 3, stream < 0 ? whole.lastIndexOf('endobj') : stream);
    },
    stream: (number) => {
      const { start, end, stream } = range(number);
      return stream < 0 ? new Uint8Array() : file.subarray(start + stream, end);
    },
    trailer: text.slice(text.lastIndexOf('trailer')),
  };
}

function pageNumbers(source: Objects): readonly number[] {
  const root = Number(/\/Root (\d+) 0 R/.exec(source.trailer)?.[1]);
  const tree = Number(/\/Pages (\d+) 0 R/.exec(source.head(root))?.[1]);
  return kids(tree, source);
}

function kids(node: number, source: Objects): readonly number[] {
  const list = /\/Kids\s*\[([^\]]*)\]/.exec(source.head(node))?.[1];
  if (list === undefined) return [node];
  return [...list.matchAll(/(\d+) 0 R/g)].flatMap((match) => kids(Number(match[1]), source));
}

/** The pages and everything that they draw, each once, under new numbers. */
function* copyReached(pages: readonly number[], source: Objects, numbers: Map<number, number>, output: Output): Generator<Uint8Array> {
  const waiting = [...pages];
  const done = new Set<number>();
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (done.has(number)) continue;
    done.add(number);
    let head = source.head(number);
    if (pages.includes(number)) head = pageHead(head);
    const renumbered = head.replace(/(\d+) 0 R/g, (_, old: string) => {
      waiting.push(Number(old));
      return `${numberOf(Number(old), numbers, output)} 0 R`;
    });
    yield output.object(numberOf(number, numbers, output), renumbered.replace(PARENT_MARK, `${TREE} 0 R`), source.stream(number));
  }
}

const PARENT_MARK = '@parent@';

/** A page without what belongs to the file around it. */
function pageHead(head: string): string {
  return head
    .replace(/\/Parent \d+ 0 R/, `/Parent ${PARENT_MARK}`)
    .replace(/\/StructParents \d+/, '')
    .replace(/\/Annots\s*(\[[^\]]*\]|\d+ 0 R)/, '');
}

function numberOf(old: number, numbers: Map<number, number>, output: Output): number {
  const known = numbers.get(old) ?? output.next();
  numbers.set(old, known);
  return known;
}

interface Output {
  next(): number;
  text(text: string): Uint8Array;
  object(number: number, head: string, stream?: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

function startOutput(): Output {
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
    text,
    object: (number, head, stream) => {
      offsets.set(number, written);
      const start = bytesOf(`${number} 0 obj${head.startsWith('\n') ? '' : '\n'}${head}`);
      const rest = stream === undefined || stream.length === 0 ? bytesOf('\nendobj\n') : stream;
      const whole = new Uint8Array(start.length + rest.length);
      whole.set(start);
      whole.set(rest, start.length);
      return emit(whole);
    },
    end: () => {
      const start = written;
      const rows = Array.from({ length: last }, (_, index) => `${String(offsets.get(index + 1) ?? 0).padStart(10, '0')} 00000 n \n`);
      return text(
        `xref\n0 ${last + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${last + 1} /Root ${ROOT} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
      );
    },
  };
}

/** Bytes as characters 0 to 255, so that offsets are the same in both. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
