import { invariant } from '../../../diagnostics/index.js';
import { emptyPage, pageNumbers } from './join-pages.js';
import {
  bytesOf,
  concatenated,
  latin,
  type PdfObjects,
  type PdfOutput,
  ROOT,
  readObjects,
  referenceIn,
  references,
  startOutput,
  TREE,
} from './pdf-objects.js';

/** A file to bind, and what a viewer puts before the number of its pages: `7-` gives 7-1, 7-2 … */
export interface BoundFile {
  readonly content: Uint8Array;
  readonly prefix: string;
}

/** Where a link of the first file leads once it is bound: a file, counted from 0, and which of its bookmarks of the first level. */
export function boundTarget(file: number, bookmark: number): string {
  return `to:${file}.${bookmark}`;
}

/**
 * One accessible file from several that this project's compiler made for PDF/UA-1 under one title. Each begins on the front of a sheet and
 * keeps its pages as they are; tags, bookmarks and links are joined. Language, title and their like are those of the first.
 */
export function bindFiles(files: readonly BoundFile[]): { readonly content: Uint8Array; readonly pages: number } {
  const output = startOutput();
  const frame = { outlines: output.next(), tags: output.next(), whole: output.next() };
  const parts: Part[] = [];
  for (const { content, prefix } of files) parts.push(part(readObjects(content), prefix, parts.at(-1), frame, output));
  const pieces = [output.start(), ...parts.flatMap((one, index) => copied(one, index, parts, output))];
  const [first] = parts;
  invariant(first !== undefined, 'nothing to bind');
  const kids = parts.flatMap((one) => {
    const tree = number(one, one.tree);
    if (one.taken === one.pages.length) return [tree];
    const blank = output.next();
    pieces.push(output.object(blank, emptyPage(one.source.head(one.pages[0] ?? 0))));
    return [tree, blank];
  });
  const pages = parts.reduce((sum, one) => sum + one.taken, 0);
  const info = output.next();
  const metadata = output.next();
  pieces.push(
    output.object(TREE, `<< /Type /Pages /Count ${pages} /Kids ${references(kids)} >>`),
    output.object(frame.outlines, outlines(parts)),
    output.object(frame.tags, tagRoot(parts, frame.whole)),
    output.object(
      frame.whole,
      `<< /Type /StructElem /S /Document /P ${frame.tags} 0 R /K ${references(parts.map((one) => number(one, one.tagged)))} >>`,
    ),
    output.object(info, first.source.head(first.source.trailer('Info'))),
    aboutFile(first, pages, metadata, output),
    output.object(ROOT, catalog(first, { ...frame, metadata }, parts)),
    output.end(`/Info ${info} 0 R `),
  );
  return { content: concatenated(pieces), pages };
}

interface Frame {
  readonly outlines: number;
  readonly tags: number;
  /** The element that holds those of all files. */
  readonly whole: number;
}

interface Part {
  readonly source: PdfObjects;
  readonly prefix: string;
  /** New numbers by old ones. */
  readonly numbers: ReadonlyMap<number, number>;
  readonly pages: readonly number[];
  /** How many pages of the volume it fills: whole sheets, so that the margins of the next file stay outside and inside. */
  readonly taken: number;
  /** Old numbers: the page tree, the element that holds all tagged ones, the bookmarks of the first level. */
  readonly tree: number;
  readonly tagged: number;
  readonly bookmarks: readonly number[];
  readonly copied: readonly number[];
  /** What tags are called beside their standard names. */
  readonly roles: string;
  /** Old numbers of the lists of tags, by place, and of the heads of tables, by name. */
  readonly places: readonly Entry[];
  readonly heads: readonly Entry[];
  /** How many places the files before it take. */
  readonly base: number;
}

type Entry = readonly [key: string, old: number];

function part(source: PdfObjects, prefix: string, above: Part | undefined, frame: Frame, output: PdfOutput): Part {
  const root = source.trailer('Root');
  const head = source.head(root);
  const [tree, tags, outline] = ['Pages', 'StructTreeRoot', 'Outlines'].map((key) => referenceIn(head, key)) as [number, number, number];
  const tagRoot = source.head(tags);
  const pages = pageNumbers(source);
  invariant(!tagRoot.includes('/Kids'), 'the tree of tags lies in several objects');
  const left = new Set([root, tags, outline, source.trailer('Info'), referenceIn(head, 'Metadata')]);
  const copiedNumbers = source.numbers.filter((one) => !left.has(one));
  // What named the root of its own file as its parent names what takes its place.
  const taken: readonly (readonly [number, number])[] = [
    [tags, frame.whole],
    [outline, frame.outlines],
  ];
  return {
    source,
    prefix,
    numbers: new Map([...copiedNumbers.map((one) => [one, output.next()] as const), ...taken]),
    pages,
    taken: pages.length + (pages.length % 2),
    tree,
    tagged: Number(/\/K \[(\d+) 0 R\]/.exec(tagRoot)?.[1]),
    bookmarks: chain(referenceIn(source.head(outline), 'First'), source),
    copied: copiedNumbers,
    roles: /\/RoleMap <<[^>]*>>/.exec(tagRoot)?.[0] ?? '',
    places: entries(tagRoot, '/Nums [', /(\d+) (\d+) 0 R/g),
    heads: entries(tagRoot, '/Names [', /\((U\d+x\d+y\d+)\) (\d+) 0 R/g),
    base: above === undefined ? 0 : above.base + above.places.length,
  };
}

function entries(tagRoot: string, list: string, pattern: RegExp): readonly Entry[] {
  return [...(between(tagRoot, list, ']') ?? '').matchAll(pattern)].map(([, key = '', old]) => [key, Number(old)]);
}

function chain(first: number, source: PdfObjects): readonly number[] {
  const next = /\/Next (\d+) 0 R/.exec(source.head(first))?.[1];
  return next === undefined ? [first] : [first, ...chain(Number(next), source)];
}

/** The objects of one file under their new numbers, joined to those of its neighbours. */
function copied(one: Part, index: number, parts: readonly Part[], output: PdfOutput): readonly Uint8Array[] {
  const [above, below] = [parts[index - 1], parts[index + 1]];
  const changes: readonly (readonly [old: number | undefined, change: (head: string) => string])[] = [
    [one.tree, (head) => head.replace('/Type /Pages', `/Type /Pages\n  /Parent ${TREE} 0 R`)],
    [one.tagged, (head) => head.replace('/S /Document', '/S /Part')],
    ...(above === undefined ? [] : [[one.bookmarks[0], withKey('Prev', number(above, above.bookmarks.at(-1)))] as const]),
    ...(below === undefined ? [] : [[one.bookmarks.at(-1), withKey('Next', number(below, below.bookmarks[0]))] as const]),
  ];
  return one.copied.map((old) => {
    const own = one.source
      .head(old)
      .replace(/(\d+) 0 R/g, (_, to: string) => `${number(one, Number(to))} 0 R`)
      .replace(/\/StructParent(s?) (\d+)/g, (_, many: string, place: string) => `/StructParent${many} ${Number(place) + one.base}`)
      .replace(HEAD_NAME, (_, name: string) => `(${index}${name})`);
    const head = above === undefined ? outward(own, parts) : own;
    const joined = changes.reduce((text, [to, change]) => (to === old ? change(text) : text), head);
    return output.object(number(one, old), joined, one.source.stream(old));
  });
}

/** With its links to the other files; only the first file has any. */
function outward(head: string, parts: readonly Part[]): string {
  return head
    .replace(OUTWARD, (_, file: string, bookmark: string) => target(parts[Number(file)], Number(bookmark), 'Dest'))
    .replace(OUTWARD_SAID, (_, file: string, bookmark: string) => target(parts[Number(file)], Number(bookmark), 'Title'));
}

/** The name of a cell that heads others: it must be told from its like in other files. */
const HEAD_NAME = /\((U\d+x\d+y\d+)\)/g;
/** What `boundTarget` wrote, as the compiler writes an address, and says it to a screen reader. */
const OUTWARD = /\/A <<\s*\/Type \/Action\s*\/S \/URI\s*\/URI \(to:(\d+)\.(\d+)\)\s*>>/;
const OUTWARD_SAID = /\/Contents \(to:(\d+)\.(\d+)\)/;

/** Where the bookmark leads, or its words. */
function target(to: Part | undefined, index: number, key: 'Dest' | 'Title'): string {
  const bookmark = to?.bookmarks[index];
  invariant(to !== undefined && bookmark !== undefined, 'a link leads to a file that is not bound');
  const head = to.source.head(bookmark);
  if (key === 'Dest') return `/Dest ${number(to, referenceIn(head, 'Dest'))} 0 R`;
  // A key and its value stand on a line of their own.
  return `/Contents ${/\/Title (.*)/.exec(head)?.[1] ?? '()'}`;
}

function withKey(key: string, value: number): (head: string) => string {
  return (head) => head.replace('/Parent ', `/${key} ${value} 0 R\n  /Parent `);
}

function number({ numbers }: Part, old: number | undefined): number {
  const found = old === undefined ? undefined : numbers.get(old);
  invariant(found !== undefined, `object ${old} is not bound`);
  return found;
}

function outlines(parts: readonly Part[]): string {
  const all = parts.flatMap((one) => one.bookmarks.map((bookmark) => number(one, bookmark)));
  return `<< /Type /Outlines /First ${all[0]} 0 R /Last ${all.at(-1)} 0 R /Count ${all.length} >>`;
}

function tagRoot(parts: readonly Part[], whole: number): string {
  const places = parts.flatMap((one) => one.places.map(([place, old]) => `${Number(place) + one.base} ${number(one, old)} 0 R`));
  const names = parts.flatMap((one, index) => one.heads.map(([name, old]) => `(${index}${name}) ${number(one, old)} 0 R`)).sort();
  return `<< /Type /StructTreeRoot ${parts[0]?.roles} /K [${whole} 0 R] /ParentTree << /Nums [${places.join(' ')}] >> /IDTree << /Names [${names.join(' ')}] >> >>`;
}

/** The description of the file, which counts its pages; marks of the first file alone are left out. */
function aboutFile({ source }: Part, pages: number, metadata: number, output: PdfOutput): Uint8Array {
  const old = referenceIn(source.head(source.trailer('Root')), 'Metadata');
  const text = between(latin(source.stream(old)), 'stream\n', '\nendstream') ?? '';
  const written = text
    .replace(/(<xmpTPg:NPages>)\d+/, (_, tag: string) => `${tag}${pages}`)
    .replace(/<xmpMM:(InstanceID|DocumentID)>[^<]*<\/xmpMM:\1>/g, '');
  const head = source.head(old).replace(/\/Length \d+/, `/Length ${written.length}`);
  return output.object(metadata, head, bytesOf(`\nstream\n${written}\nendstream\nendobj\n`));
}

function catalog(
  { source }: Part,
  { outlines: marks, tags, metadata }: Frame & { readonly metadata: number },
  parts: readonly Part[],
): string {
  let start = 0;
  const labels = parts.map(({ prefix, taken }) => {
    const label = `${start} << /S /D${prefix === '' ? '' : ` /P (${prefix})`} >>`;
    start += taken;
    return label;
  });
  const renewed = { Pages: TREE, Metadata: metadata, StructTreeRoot: tags, Outlines: marks };
  return source
    .head(source.trailer('Root'))
    .replace(/\/(Pages|Metadata|StructTreeRoot|Outlines) \d+ 0 R/g, (_, key: keyof typeof renewed) => `/${key} ${renewed[key]} 0 R`)
    .replace(/>>\s*$/, `  /PageLabels << /Nums [${labels.join(' ')}] >>\n>>\n`);
}

function between(text: string, before: string, after: string): string | undefined {
  const start = text.indexOf(before);
  return start < 0 ? undefined : text.slice(start + before.length, text.indexOf(after, start));
}
