import { type PdfObjects, type PdfOutput, ROOT, readObjects, referenceIn, references, startOutput, TREE } from './pdf-objects.js';

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
  yield output.object(ROOT, `<< /Type /Catalog /Pages ${TREE} 0 R >>`);
  yield output.end();
}

/** A page of the same paper with nothing on it. */
export function emptyPage(page: string): string {
  const size = /\/MediaBox \[[^\]]*\]/.exec(page)?.[0] ?? '';
  return `<< /Type /Page /Parent ${TREE} 0 R ${size} /Resources << >> >>`;
}

/** The objects of the pages, in their order. */
export function pageNumbers(source: PdfObjects): readonly number[] {
  return kids(referenceIn(source.head(source.trailer('Root')), 'Pages'), source);
}

function kids(node: number, source: PdfObjects): readonly number[] {
  const list = /\/Kids\s*\[([^\]]*)\]/.exec(source.head(node))?.[1];
  if (list === undefined) return [node];
  return [...list.matchAll(/(\d+) 0 R/g)].flatMap((match) => kids(Number(match[1]), source));
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

function numberOf(old: number, numbers: Map<number, number>, output: PdfOutput): number {
  const known = numbers.get(old) ?? output.next();
  numbers.set(old, known);
  return known;
}
