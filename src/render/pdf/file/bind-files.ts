import { invariant } from '../../../diagnostics/index.js';
import { bytesOf, concatenated, latin } from './bytes.js';
import {
  entriesOf,
  itemsOf,
  mapped,
  reference,
  referenceIn,
  references,
  referencesIn,
  valueIn,
  withKeyBefore,
  withLastKey,
  withOtherKey,
  withValues,
} from './dictionary.js';
import { emptyPage, pageNumbers } from './pages.js';
import { type PdfObjects, readObjects } from './pdf-objects.js';
import { type PdfOutput, ROOT, startOutput, TREE } from './pdf-output.js';

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
      `<< /Type /StructElem /S /Document /P ${reference(frame.tags)} /K ${references(parts.map((one) => number(one, one.tagged)))} >>`,
    ),
    output.object(info, first.source.head(first.source.trailer('Info'))),
    aboutFile(first, pages, metadata, output),
    output.object(ROOT, catalog(first, { ...frame, metadata }, parts)),
    output.end(`/Info ${reference(info)} `),
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
  /** A dictionary: what tags are called beside their standard names. */
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
  for (const tree of ['ParentTree', 'IDTree'])
    invariant(valueIn(tagRoot, tree, 'Kids') === undefined, 'the tree of tags lies in several objects');
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
    tagged: referencesIn(valueIn(tagRoot, 'K') ?? '')[0] ?? 0,
    bookmarks: chain(referenceIn(source.head(outline), 'First'), source),
    copied: copiedNumbers,
    roles: valueIn(tagRoot, 'RoleMap') ?? '<< >>',
    places: listed(valueIn(tagRoot, 'ParentTree', 'Nums')),
    heads: listed(valueIn(tagRoot, 'IDTree', 'Names')).filter(([name]) => isHeadName(name)),
    base: above === undefined ? 0 : above.base + above.places.length,
  };
}

/** The keys of a name or number tree, each with the object to which it leads. */
function listed(list = '[]'): readonly Entry[] {
  const items = itemsOf(list);
  return items.flatMap((key, index) => (index % 2 === 0 ? [[key, referencesIn(items[index + 1] ?? '')[0] ?? 0] as const] : []));
}

function chain(first: number, source: PdfObjects): readonly number[] {
  const head = source.head(first);
  return valueIn(head, 'Next') === undefined ? [first] : [first, ...chain(referenceIn(head, 'Next'), source)];
}

/** The objects of one file under their new numbers, joined to those of its neighbours. */
function copied(one: Part, index: number, parts: readonly Part[], output: PdfOutput): readonly Uint8Array[] {
  const [above, below] = [parts[index - 1], parts[index + 1]];
  // Where tags find their part of the page, counted through all files.
  const counted = (place: string) => String(Number(place) + one.base);
  const changes: readonly (readonly [old: number | undefined, change: (head: string) => string])[] = [
    [one.tree, (head) => withKeyBefore(head, entriesOf(head)[1]?.[0] ?? '', 'Parent', reference(TREE))],
    [one.tagged, (head) => withValues(head, { S: '/Part' })],
    ...(above === undefined ? [] : [[one.bookmarks[0], withKey('Prev', number(above, above.bookmarks.at(-1)))] as const]),
    ...(below === undefined ? [] : [[one.bookmarks.at(-1), withKey('Next', number(below, below.bookmarks[0]))] as const]),
  ];
  return one.copied.map((old) => {
    const renumbered = mapped(one.source.head(old), {
      reference: (to) => number(one, to),
      string: (text) => (isHeadName(text) ? ownName(text, index) : text),
    });
    const own = renumbered.includes('/StructParent')
      ? withValues(renumbered, { StructParent: counted, StructParents: counted })
      : renumbered;
    const head = above === undefined && own.includes(OUTWARD) ? outward(own, parts) : own;
    const joined = changes.reduce((text, [to, change]) => (to === old ? change(text) : text), head);
    return output.object(number(one, old), joined, one.source.stream(old));
  });
}

/** A link to another file, which the compiler wrote as an address and says to a screen reader; only the first file has any. */
function outward(head: string, parts: readonly Part[]): string {
  const address = valueIn(head, 'A', 'URI') ?? '';
  const said = valueIn(head, 'Contents') ?? '';
  const [where, words] = [bookmarkOf(address, parts), bookmarkOf(said, parts)];
  const spoken = words === undefined ? head : withValues(head, { Contents: valueIn(words.head, 'Title') ?? '()' });
  if (where === undefined) return spoken;
  return withOtherKey(spoken, 'A', 'Dest', reference(number(where.part, referenceIn(where.head, 'Dest'))));
}

/** How `boundTarget` begins, in a string. */
const OUTWARD = '(to:';

/** The name of a cell that heads others: it must be told from its like in other files. */
function isHeadName(text: string): boolean {
  return /^\(U\d+x\d+y\d+\)$/.test(text);
}

function ownName(text: string, file: number): string {
  return `(${file}${text.slice(1)}`;
}

/** The bookmark that a string of `boundTarget` names; undefined for another string. */
function bookmarkOf(text: string, parts: readonly Part[]): { readonly part: Part; readonly head: string } | undefined {
  const [, file, index] = /^\(to:(\d+)\.(\d+)\)$/.exec(text) ?? [];
  if (file === undefined) return undefined;
  const part = parts[Number(file)];
  const bookmark = part?.bookmarks[Number(index)];
  invariant(part !== undefined && bookmark !== undefined, 'a link leads to a file that is not bound');
  return { part, head: part.source.head(bookmark) };
}

function withKey(key: string, value: number): (head: string) => string {
  return (head) => withKeyBefore(head, 'Parent', key, reference(value));
}

function number({ numbers }: Part, old: number | undefined): number {
  const found = old === undefined ? undefined : numbers.get(old);
  invariant(found !== undefined, `object ${old} is not bound`);
  return found;
}

function outlines(parts: readonly Part[]): string {
  const all = parts.flatMap((one) => one.bookmarks.map((bookmark) => number(one, bookmark)));
  return `<< /Type /Outlines /First ${reference(all[0] ?? 0)} /Last ${reference(all.at(-1) ?? 0)} /Count ${all.length} >>`;
}

function tagRoot(parts: readonly Part[], whole: number): string {
  const places = parts.flatMap((one) => one.places.map(([place, old]) => `${Number(place) + one.base} ${reference(number(one, old))}`));
  const names = parts
    .flatMap((one, index) => one.heads.map(([name, old]) => `${ownName(name, index)} ${reference(number(one, old))}`))
    .sort();
  return `<< /Type /StructTreeRoot /RoleMap ${parts[0]?.roles} /K ${references([whole])} /ParentTree << /Nums [${places.join(' ')}] >> /IDTree << /Names [${names.join(' ')}] >> >>`;
}

/** The description of the file, which counts its pages; marks of the first file alone are left out. */
function aboutFile({ source }: Part, pages: number, metadata: number, output: PdfOutput): Uint8Array {
  const old = referenceIn(source.head(source.trailer('Root')), 'Metadata');
  const text = between(latin(source.stream(old)), 'stream\n', '\nendstream') ?? '';
  const written = text
    .replace(/(<xmpTPg:NPages>)\d+/, (_, tag: string) => `${tag}${pages}`)
    .replace(/<xmpMM:(InstanceID|DocumentID)>[^<]*<\/xmpMM:\1>/g, '');
  const head = withValues(source.head(old), { Length: String(written.length) });
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
  const own = withValues(source.head(source.trailer('Root')), {
    Pages: reference(TREE),
    Metadata: reference(metadata),
    StructTreeRoot: reference(tags),
    Outlines: reference(marks),
  });
  return withLastKey(own, 'PageLabels', `<< /Nums [${labels.join(' ')}] >>`);
}

function between(text: string, before: string, after: string): string | undefined {
  const start = text.indexOf(before);
  return start < 0 ? undefined : text.slice(start + before.length, text.indexOf(after, start));
}
