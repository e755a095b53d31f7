import { mapped, reference, references, withValues } from './dictionary.js';
import { emptyPage, pageNumbers } from './pages.js';
import { type PdfObjects, readObjects } from './pdf-objects.js';
import { type PdfOutput, ROOT, startOutput, TREE } from './pdf-output.js';

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
  yield output.start();
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
      yield output.object(blank, emptyPage(source.head(own[0] ?? 0)));
    }
  }
  yield output.object(TREE, `<< /Type /Pages /Count ${pages.length} /Kids ${references(pages)} >>`);
  yield output.object(ROOT, `<< /Type /Catalog /Pages ${reference(TREE)} >>`);
  yield output.end();
}

/** The pages and everything that they draw, each once, under new numbers. */
function* copyReached(
  pages: readonly number[],
  source: PdfObjects,
  numbers: Map<number, number>,
  output: PdfOutput,
): Generator<Uint8Array> {
  const waiting = [...pages];
  const done = new Set<number>();
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (done.has(number)) continue;
    done.add(number);
    const head = source.head(number);
    const drawn = pages.includes(number) ? withValues(head, ALONE) : head;
    const renumbered = mapped(drawn, {
      reference: (old) => {
        waiting.push(old);
        return numberOf(old, numbers, output);
      },
    });
    const placed = pages.includes(number) ? withValues(renumbered, { Parent: reference(TREE) }) : renumbered;
    yield output.object(numberOf(number, numbers, output), placed, source.stream(number));
  }
}

/** A page without what belongs to the file around it; its parent is set when its references have their new numbers. */
const ALONE = { Parent: 'null', StructParents: undefined, Annots: undefined };

function numberOf(old: number, numbers: Map<number, number>, output: PdfOutput): number {
  const known = numbers.get(old) ?? output.next();
  numbers.set(old, known);
  return known;
}
