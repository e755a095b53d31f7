import type { Document, HandoutMark } from '../../../document/index.js';
import { cleanText } from '../../output/clean-text.js';
import type { BlockPlaces, FigurePlaces } from '../../output/figure-places.js';
import type { Paper } from '../../output/format.js';
import { type PageTree, pageTree } from '../layout/page-tree.js';
import { type ScanCode, scanCode } from '../layout/scan-code.js';
import { type BlockFigures, drawsByFigures, figuresOf } from './figures.js';
import { fillTemplate } from './fill.js';
import { openGlyphs } from './font-cut.js';
import { looksLikeStandIn, markShape, markTexts, standInSlots } from './marks.js';
import { type PageFigures, pageFigures } from './page-figures.js';
import { narrowed, type PageOrder, pageOrder, standInDocument, standIns } from './stand-ins.js';
import { makeTemplate, type Template, type TemplateFault, type TemplateSource } from './template.js';
import { documentKind, lengthsOf, placesFor } from './widths.js';

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
}

/** Of so many shapes the templates are kept, the ones used last: each takes about three megabytes. */
const MOST_TEMPLATES = 12;

/** A template is made when the first handout of its shape comes, and serves all others of it. */
export function createTemplates(layOut: LayOut, places: FigurePlaces, nameFont?: Uint8Array): HandoutTemplates {
  const glyphs = nameFont && openGlyphs(nameFont);
  // The one used last stands last.
  const templates = new Map<string, Entry>();
  const entryOf = (key: string, make: () => Entry): Entry => {
    const entry = templates.get(key) ?? make();
    templates.delete(key);
    templates.set(key, entry);
    for (const oldest of templates.keys()) {
      if (templates.size <= MOST_TEMPLATES) break;
      templates.delete(oldest);
    }
    return entry;
  };
  return {
    fill: (document, paper) => {
      const mark = document.handout;
      if (mark === undefined || mark.code === '') return { fault: 'no handout of a class' };
      if (places.unlike.has(documentKind(document))) return { fault: 'few have a shape in common' };
      // It is drawn with signs of its own among the text.
      if (document.own?.logo?.kind === 'svg') return { fault: 'the logo is an SVG' };
      if (looksLikeStandIn(mark)) return { fault: 'the set is called as a name that stands in for others' };
      const shape = shapeOf(document, paper, places);
      const filling = {
        texts: [...shape.drawn, ...markTexts(mark)],
        spoken: shape.spoken,
        title: cleanText(document.title),
        ...scanOf(mark),
      };
      const first = entryOf(shape.key, () => entryFor(document, paper, exactPlaces(shape, new Set()), layOut));
      if (typeof first.made === 'string') return { fault: first.made };
      const { unknown } = first.made;
      if ([...unknown].some((slot) => slot >= shape.drawn.length)) return { fault: 'a name stands where others move with it' };
      const isExact = [...unknown].every((slot) => lengthsOf(shape.drawn[slot] ?? '') === lengthsOf(first.widest[slot] ?? ''));
      const lengths = isExact ? '' : [...unknown].map((slot) => lengthsOf(shape.drawn[slot] ?? '')).join();
      const exact = () => entryFor(document, paper, exactPlaces(shape, unknown), layOut, first.order);
      const entry = isExact ? first : entryOf(`${shape.key}\u0005${lengths}`, exact);
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
  readonly order?: PageOrder;
}

interface Shape {
  readonly key: string;
  readonly blocks: readonly { readonly figures: BlockFigures; readonly places: BlockPlaces }[];
  readonly drawn: readonly string[];
  readonly spoken: readonly string[];
}

/** What a document has in common with all who share its template, and its own figures in the order of the document. */
function shapeOf(document: Document, paper: Paper, places: FigurePlaces): Shape {
  const { language, edition, size, version, licence, chapters, handout, words, own } = document;
  const key: string[] = [
    language,
    edition,
    size ?? '',
    paper,
    version,
    licence,
    ...(handout === undefined ? [] : markShape(handout)),
    [...words.values()].join(),
    ...(own === undefined ? [] : [own.school, own.header, own.footer, own.logo?.base64 ?? '']),
  ];
  const blocks: Shape['blocks'][number][] = [];
  const drawn: string[] = [];
  const spoken: string[] = [];
  for (const { number, title, goal, blocks: inside } of chapters) {
    key.push(String(number), title, goal);
    for (const block of inside) {
      const figures = figuresOf(block);
      const found = placesFor(figures, places);
      blocks.push({ figures, places: found.places });
      key.push(figures.shape, ...found.own);
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

function scanOf({ scan }: HandoutMark): { readonly scan?: ScanCode } {
  return scan === undefined ? {} : { scan: scanCode(scan) };
}

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
/** `known`: the order of another template of the same shape. */
function entryFor(document: Document, paper: Paper, places: readonly BlockPlaces[], layOut: LayOut, known?: PageOrder): Entry {
  const drawn = places.map((block) => standIns(block.drawn));
  const spoken = places.map((block) => standIns(block.spoken));
  const widest = drawn.flat().map(cleanFigure);
  if (drawsByFigures(document.chapters)) return { made: 'placed by figures', widest };
  const treeOf = (drawnNow: readonly (readonly string[])[], spokenNow: readonly (readonly string[])[]): PageTree => ({
    ...pageTree(standInDocument(document, drawnNow, spokenNow), paper),
    stencil: SUPPLY,
  });
  const tree = treeOf(drawn, spoken);
  const order = known ?? pageOrder(tree, treeOf, drawn, spoken);
  const isVarying = places.flatMap((block) => block.drawn.map(({ varies }) => varies));
  const isSpokenVarying = places.flatMap((block) => block.spoken.map(({ varies }) => varies));
  const slotOf = (index: number) => (isVarying[index] === true ? { slot: index } : {});
  const sourceOf = (own: PageTree, figures: PageFigures): TemplateSource | undefined => {
    const file = layOut(own);
    if (file === undefined) return undefined;
    return {
      file,
      figures: figures.drawn.map((figure, index) => ({ ...figure, ...(figure.isFixed ? {} : slotOf(order.drawn[index] ?? -1)) })),
      spoken: figures.spoken.map((text, index) => {
        const slot = order.spoken[index] ?? -1;
        return isSpokenVarying[slot] === true ? { text, slot } : { text };
      }),
      hasScan: document.handout?.scan !== undefined,
      texts: standInSlots(own.handout as HandoutMark, widest.length),
    };
  };
  const source = sourceOf(tree, pageFigures(tree));
  if (source === undefined) return { made: 'not compiled', widest };
  const made = makeTemplate(source, (slots) => {
    const narrow = narrowed(tree, order.drawn, (index) => slots.has(index) && isVarying[index] === true);
    return sourceOf(narrow, pageFigures(narrow));
  });
  return { made, widest, order };
}
