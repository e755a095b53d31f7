import { latin, sameBytes } from './bytes.js';
import { mapped, reference, referenceIn, references, withValues } from './dictionary.js';
import { emptyPage, pageNumbers } from './pages.js';
import { type PdfObjects, readObjects } from './pdf-objects.js';
import { type PdfOutput, ROOT, startOutput, TREE } from './pdf-output.js';

/** `duplex` puts an empty page after a file with an odd number of them, so that the next begins on the front of a sheet. */
export interface JoinOptions {
  readonly duplex: boolean;
}

/**
 * One file for the copier from the pages of several that this project's compiler made, in their order. It comes piece by piece, so that
 * memory holds one file at a time; tags, links and bookmarks stay behind, since a copier reads none. Fonts and the like that one of the
 * files before had, too, are written once.
 */
export function* joinPages(files: Iterable<Uint8Array>, { duplex }: JoinOptions): Generator<Uint8Array> {
  const output = startOutput();
  yield output.start();
  const pages: number[] = [];
  const shared = new SharedObjects();
  for (const file of files) {
    const source = readObjects(file);
    const copy = new FileCopy(source, output, shared);
    const own = pageNumbers(source);
    for (const page of own) pages.push(copy.page(page));
    yield* copy.pieces;
    shared.nextFile();
    if (duplex && own.length % 2 === 1) {
      const blank = output.next();
      pages.push(blank);
      yield output.object(blank, emptyPage(source.head(own[0] ?? 0)));
    }
  }
  yield output.object(TREE, `<< /Type /Pages /Count ${pages.length} /Kids ${references(pages)} >>`);
  yield output.object(ROOT, `<< /Type /Catalog /Pages ${reference(TREE)} >>`);
  yield output.end();
}

/** A page without what belongs to the file around it; its parent is set when its references have their new numbers. */
const ALONE = { Parent: 'null', StructParents: undefined, Annots: undefined };

/** What the pages of one file draw, under new numbers: first what is referred to, so that what is equal has equal references. */
class FileCopy {
  readonly pieces: Uint8Array[] = [];
  readonly #numbers = new Map<number, number>();

  constructor(
    private readonly source: PdfObjects,
    private readonly output: PdfOutput,
    private readonly shared: SharedObjects,
  ) {}

  page(number: number): number {
    const head = this.source.head(number);
    const contents = referenceIn(head, 'Contents');
    this.#numbers.set(contents, this.#write(this.#renumbered(this.source.head(contents)), this.source.stream(contents)));
    return this.#write(withValues(this.#renumbered(withValues(head, ALONE)), { Parent: reference(TREE) }));
  }

  #number(old: number): number {
    const known = this.#numbers.get(old) ?? this.#place(old);
    this.#numbers.set(old, known);
    return known;
  }

  #place(old: number): number {
    const head = this.#renumbered(this.source.head(old));
    const stream = this.source.stream(old);
    return this.shared.find(head, stream) ?? this.shared.keep(head, stream, this.#write(head, stream));
  }

  #renumbered(head: string): string {
    return mapped(head, { reference: (old) => this.#number(old) });
  }

  #write(head: string, stream?: Uint8Array): number {
    const number = this.output.next();
    this.pieces.push(this.output.object(number, head, stream));
    return number;
  }
}

interface SharedObject {
  readonly stream: Uint8Array;
  readonly number: number;
}

/** Objects of the files before, but for those that no file has had for long: names in fonts of their own would fill memory. */
class SharedObjects {
  #recent = new Map<string, SharedObject>();
  #older = new Map<string, SharedObject>();
  #files = 0;

  find(head: string, stream: Uint8Array): number | undefined {
    const key = keyOf(head, stream);
    const found = this.#recent.get(key) ?? this.#older.get(key);
    if (found === undefined || !sameBytes(found.stream, stream)) return undefined;
    this.#recent.set(key, found);
    return found.number;
  }

  keep(head: string, stream: Uint8Array, number: number): number {
    // The bytes of a whole file would be kept with a part of it.
    this.#recent.set(keyOf(head, stream), { stream: stream.slice(), number });
    return number;
  }

  nextFile(): void {
    this.#files += 1;
    if (this.#files % KEPT_FILES !== 0) return;
    this.#older = this.#recent;
    this.#recent = new Map();
  }
}

/** Small streams of one length differ in their first bytes. */
function keyOf(head: string, stream: Uint8Array): string {
  return head + latin(stream.subarray(0, KEY_BYTES));
}

const KEY_BYTES = 64;
/** For so many files, and up to twice as many, an object is kept that none of them has. */
const KEPT_FILES = 64;
