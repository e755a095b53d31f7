import type { Block, Document, HandoutMark } from '../../../document/index.js';
import type { BlockPlaces, FigurePlaces } from '../../output/figure-places.js';
import type { Paper } from '../../output/format.js';
import { type PageTree, pageTree } from '../layout/page-tree.js';
import { type BlockFigures, drawsByFigures, figuresOf, withFigures } from './figures.js';
import { fillTemplate } from './fill.js';
import { openGlyphs } from './font-cut.js';
import { type PageFigures, pageFigures, withPageFigures } from './page-figures.js';
import { makeTemplate, type Template, type TemplateFault, type TemplateSource } from './template.js';
import { placesFor } from './widths.js';

export interface FilledHandout {
  readonly content: Uint8Array;
  readonly pages: number;
}

/** Lays out a tree and gives the file; undefined where it cannot, or a text does not fit its page. */
export type LayOut = (tree: PageTree) => Uint8Array | undefined;

/** Templates of one renderer. */
export interface HandoutTemplates {
  /** The finished pages, or why they cannot be filled into a template. */
  fill(document: Document, paper: Paper): FilledHandout | { readonly fault: string };
  /** How many templates were made. */
  readonly made: number;
}

/** What handouts have in common that share a template. */
export function templateFamily(document: Document, paper: Paper, places: FigurePlaces): string {
  return shapeOf(document, paper, places).key;
}

/** A template is made when the first handout of its shape comes, and serves all others of it. */
export function createTemplates(layOut: LayOut, places: FigurePlaces, nameFont?: Uint8Array): HandoutTemplates {
  const glyphs = nameFont && openGlyphs(nameFont);
  const templates = new Map<string, Entry>();
  let made = 0;
  const entryOf = (key: string, make: () => Entry): Entry => {
    const known = templates.get(key);
    if (known !== undefined) return known;
    made += 1;
    const entry = make();
    templates.set(key, entry);
    return entry;
  };
  return {
    get made() {
      return made;
    },
    fill: (document, paper) => {
      const mark = document.handout;
      if (mark?.scan !== undefined) return { fault: 'a QR code is a picture, for which there is no room yet' };
      if (mark === undefined || mark.code === '') return { fault: 'no handout of a class' };
      const shape = shapeOf(document, paper, places);
      const filling = { texts: [...shape.drawn, ...marksOf(mark)], spoken: shape.spoken, title: document.title };
      const make = (exact: ReadonlySet<number>) => () => entryFor(document, paper, exactPlaces(shape, exact), layOut);
      const first = entryOf(shape.key, make(new Set()));
      if (typeof first.made === 'string') return { fault: first.made };
      const { unknown } = first.made;
      if ([...unknown].some((slot) => slot >= shape.drawn.length)) return { fault: 'a name stands where others move with it' };
      const isExact = [...unknown].every((slot) => lengthsOf(shape.drawn[slot] ?? '') === lengthsOf(first.widest[slot] ?? ''));
      const lengths = isExact ? '' : [...unknown].map((slot) => lengthsOf(shape.drawn[slot] ?? '')).join();
      const entry = isExact ? first : entryOf(`${shape.key}\u0005${lengths}`, make(unknown));
      if (typeof entry.made === 'string') return { fault: entry.made };
      const content = fillTemplate(entry.made.template, filling, glyphs);
      return content === undefined ? { fault: 'a text has no room' } : { content, pages: entry.made.template.pages };
    },
  };
}

interface Entry {
  readonly made:
    | { readonly template: Template; readonly unknown: ReadonlySet<number> }
    | TemplateFault
    | 'not compiled'
    | 'placed by figures';
  /** Of each slot for a figure. */
  readonly widest: readonly string[];
}

/** Which figures of two texts are set alike: digits in the same places. */
function lengthsOf(figure: string): string {
  return figure.replace(/[0-9]/g, '0');
}

interface Shape {
  readonly key: string;
  readonly blocks: readonly { readonly figures: BlockFigures; readonly places: BlockPlaces }[];
  readonly drawn: readonly string[];
  readonly spoken: readonly string[];
}

/** What a document has in common with all who share its template, and its own figures in the order of the document. */
function shapeOf(document: Document, paper: Paper, places: FigurePlaces): Shape {
  const { language, edition, size, version, licence, chapters, handout, words } = document;
  const key: string[] = [
    language,
    edition,
    size ?? '',
    paper,
    version,
    licence,
    ...(handout === undefined ? [] : marksOf(handout).map((text) => (text === '' ? 'none' : 'some'))),
    [...words.values()].join(),
  ];
  const blocks: Shape['blocks'][number][] = [];
  const drawn: string[] = [];
  const spoken: string[] = [];
  for (const { number, title, goal, blocks: own } of chapters) {
    key.push(String(number), title, goal);
    for (const block of own) {
      const figures = figuresOf(block);
      const found = placesFor(figures, places);
      blocks.push({ figures, places: found.places });
      key.push(figures.shape);
      if (found.isOwn) key.push(...figures.drawn.map(lengthsOf), ...figures.spoken.map((one) => String(one.length)));
      for (const figure of figures.drawn) drawn.push(cleanFigure(figure));
      spoken.push(...figures.spoken.map(cleanFigure));
    }
  }
  return { key: key.join('\u0003'), blocks, drawn, spoken };
}

/** As `cleanText` has it: a thin space between digits breaks no line. */
function cleanFigure(figure: string): string {
  return figure.includes('\u2009') ? figure.replaceAll('\u2009', '\u202f') : figure;
}

function marksOf({ student, group, code, recipe }: HandoutMark): readonly string[] {
  return [student, group, code, recipe];
}

/** Stand-ins for what differs: wider than nearly all that stands in their places. */
const WIDE_MARKS: HandoutMark = { student: 'M'.repeat(12), group: 'M'.repeat(6), code: 'M'.repeat(5), recipe: 'm'.repeat(44) };
const NARROW_MARKS: HandoutMark = { student: 'M'.repeat(7), group: 'M'.repeat(3), code: 'I'.repeat(5), recipe: 'm'.repeat(24) };

/** The places of a shape, those of some slots as wide as its own figures. */
function exactPlaces({ blocks }: Shape, exact: ReadonlySet<number>): readonly BlockPlaces[] {
  let slot = 0;
  return blocks.map(({ figures, places }) => ({
    ...places,
    drawn: places.drawn.map((place, index) => {
      const isExact = exact.has(slot);
      slot += 1;
      return isExact ? { ...place, widest: figures.drawn[index] ?? '' } : place;
    }),
  }));
}

/** Every character that may stand in the place of a stand-in. */
const SUPPLY = '0123456789. \u202fABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_·+,';
/** Of about the same width; a 1 is narrower in some fonts. */
const STAND_INS = '02356894';

function entryFor(document: Document, paper: Paper, places: readonly BlockPlaces[], layOut: LayOut): Entry {
  const drawn = places.map((block) => standIns(block.drawn));
  const spoken = places.map((block) => standIns(block.spoken));
  const widest = drawn.flat().map(cleanFigure);
  if (drawsByFigures(document.chapters)) return { made: 'placed by figures', widest };
  const treeOf = (drawnNow: readonly (readonly string[])[], spokenNow: readonly (readonly string[])[]): PageTree => ({
    ...pageTree(standInDocument(document, drawnNow, spokenNow), paper),
    stencil: SUPPLY,
  });
  const tree = treeOf(drawn, spoken);
  const order = pageOrder(tree, treeOf, drawn, spoken);
  const isVarying = places.flatMap((block) => block.drawn.map(({ varies }) => varies));
  const isSpokenVarying = places.flatMap((block) => block.spoken.map(({ varies }) => varies));
  const slotOf = (index: number) => (isVarying[index] === true ? { slot: index } : {});
  const sourceOf = (own: PageTree, figures: PageFigures, marks: HandoutMark): TemplateSource | undefined => {
    const file = layOut(own);
    if (file === undefined) return undefined;
    return {
      file,
      figures: figures.drawn.map((figure, index) => ({ ...figure, ...(figure.isFixed ? {} : slotOf(order.drawn[index] ?? -1)) })),
      spoken: figures.spoken.map((text, index) => {
        const slot = order.spoken[index] ?? -1;
        return isSpokenVarying[slot] === true ? { text, slot } : { text };
      }),
      texts: new Map(marksOf(marks).flatMap((text, index) => (text === '' ? [] : [[text, widest.length + index] as const]))),
    };
  };
  const source = sourceOf(tree, pageFigures(tree), tree.handout as HandoutMark);
  if (source === undefined) return { made: 'not compiled', widest };
  const made = makeTemplate(source, (slots) => {
    const marks = standInMarks(document.handout, NARROW_MARKS);
    const narrow = narrowed(tree, order.drawn, (index) => slots.has(index) && isVarying[index] === true, marks);
    return sourceOf(narrow, pageFigures(narrow), marks);
  });
  return { made, widest };
}

function standIns(places: BlockPlaces['drawn']): readonly string[] {
  // The step between two figures is odd, so that no two of eight neighbours begin alike.
  return places.map(({ widest, varies }, index) => {
    let next = 3 * index;
    return varies ? widest.replace(/[0-9]/g, () => STAND_INS[next++ % STAND_INS.length] ?? '0') : widest;
  });
}

function standInDocument(document: Document, drawn: readonly (readonly string[])[], spoken: readonly (readonly string[])[]): Document {
  let next = 0;
  const standIn = (block: Block): Block => {
    const own = withFigures(block, drawn[next] ?? [], spoken[next] ?? []);
    next += 1;
    return own;
  };
  const chapters = document.chapters.map((chapter) => ({ ...chapter, code: '', blocks: chapter.blocks.map(standIn) }));
  return { ...document, title: 'x', name: 'x', chapters, handout: standInMarks(document.handout, WIDE_MARKS) };
}

function standInMarks(own: HandoutMark | undefined, standing: HandoutMark): HandoutMark {
  if (own === undefined) return standing;
  const kept = (key: 'student' | 'group' | 'code' | 'recipe') => (own[key] === '' ? '' : standing[key]);
  return { student: kept('student'), group: kept('group'), code: kept('code'), recipe: kept('recipe') };
}

interface PageOrder {
  /** For each figure of the page its place in the document; what stands for a fixed one says nothing. */
  readonly drawn: readonly number[];
  readonly spoken: readonly number[];
}

/** Where each figure of the document stands on the page: found by writing its number in its place, one decimal place at a time. */
function pageOrder(
  tree: PageTree,
  treeOf: (drawn: readonly (readonly string[])[], spoken: readonly (readonly string[])[]) => PageTree,
  drawn: readonly (readonly string[])[],
  spoken: readonly (readonly string[])[],
): PageOrder {
  const count = Math.max(drawn.flat().length, spoken.flat().length);
  const numbers = pageFigures(tree);
  const order = { drawn: numbers.drawn.map(() => 0), spoken: numbers.spoken.map(() => 0) };
  for (let place = 1; place < count; place *= 10) {
    const numbered = pageFigures(treeOf(withPlace(drawn, place), withPlace(spoken, place)));
    for (const [index, { text }] of numbered.drawn.entries()) order.drawn[index] = (order.drawn[index] ?? 0) + place * Number(text[0]);
    for (const [index, text] of numbered.spoken.entries()) order.spoken[index] = (order.spoken[index] ?? 0) + place * Number(text[0]);
  }
  return order;
}

function withPlace(figures: readonly (readonly string[])[], place: number): readonly (readonly string[])[] {
  let next = 0;
  return figures.map((list) =>
    list.map((figure) => {
      const digit = String(Math.floor(next / place) % 10);
      next += 1;
      return figure.replace(/[0-9]/g, digit);
    }),
  );
}

/** The tree with about half as many digits in the figures that `isNarrow` names by their place in the document. */
function narrowed(tree: PageTree, order: readonly number[], isNarrow: (index: number) => boolean, handout: HandoutMark): PageTree {
  const isFixed = pageFigures(tree).drawn.map((figure) => figure.isFixed);
  const open = order.filter((_, index) => isFixed[index] !== true);
  let next = 0;
  const drawn = (figure: string) => {
    const index = open[next] ?? -1;
    next += 1;
    return isNarrow(index) ? shortened(figure) : figure;
  };
  return { ...withPageFigures(tree, { drawn, spoken: (figure) => figure }), handout };
}

function shortened(figure: string): string {
  const digits = figure.replace(/[^0-9]/g, '');
  return digits.length === 1 ? '1' : digits.slice(0, Math.ceil(digits.length / 2));
}
