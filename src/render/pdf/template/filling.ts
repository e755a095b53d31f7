import type { Document, HandoutMark } from '../../../document/index.js';
import { cleanText } from '../../output/clean-text.js';
import type { BlockPlaces, FigurePlaces } from '../../output/figure-places.js';
import type { Paper } from '../../output/format.js';
import { type ScanCode, scanCode } from '../layout/scan-code.js';
import { type BlockFigures, figuresOf } from './figures.js';
import { fillTemplate } from './fill.js';
import type { GlyphSource } from './font-cut.js';
import { looksLikeStandIn, markShape, markTexts } from './marks.js';
import type { PageOrder } from './stand-ins.js';
import type { Template, TemplateFault } from './template.js';
import { documentKind, lengthsOf, placesFor } from './widths.js';

export interface FilledHandout {
  readonly content: Uint8Array;
  readonly pages: number;
}

/** The template of a shape, or why there is none. Plain data, which can be handed to another thread. */
export interface ShapeTemplate {
  readonly made:
    | { readonly template: Template; readonly unknown: ReadonlySet<number> }
    | TemplateFault
    | 'not compiled'
    | 'placed by figures';
  /** Of each slot for a figure. */
  readonly widest: readonly string[];
  readonly order?: PageOrder;
}

/** A template that is needed to fill a handout: that of its shape, in which the figures of some slots are as long as its own. */
export interface WantedTemplate {
  readonly key: string;
  readonly exact: ReadonlySet<number>;
  /** That of another template of the shape, where there is one. */
  readonly order?: PageOrder;
}

/** Fills a handout; what it yields are the templates that it needs for that, one after the other. The finished pages, or why there are none. */
export function* filling(
  document: Document,
  paper: Paper,
  places: FigurePlaces,
  glyphs: GlyphSource | undefined,
): Generator<WantedTemplate, FilledHandout | { readonly fault: string }, ShapeTemplate> {
  const mark = document.handout;
  if (mark === undefined || mark.code === '') return { fault: 'no handout of a class' };
  if (places.unlike.has(documentKind(document))) return { fault: 'few have a shape in common' };
  // It is drawn with signs of its own among the text.
  if (document.own?.logo?.kind === 'svg') return { fault: 'the logo is an SVG' };
  if (looksLikeStandIn(mark)) return { fault: 'the set is called as a name that stands in for others' };
  const { key, drawn, spoken } = shapeOf(document, paper, places);
  const first = yield { key, exact: new Set() };
  if (typeof first.made === 'string') return { fault: first.made };
  const { unknown } = first.made;
  if ([...unknown].some((slot) => slot >= drawn.length)) return { fault: 'a name stands where others move with it' };
  const isExact = [...unknown].every((slot) => lengthsOf(drawn[slot] ?? '') === lengthsOf(first.widest[slot] ?? ''));
  const lengths = [...unknown].map((slot) => lengthsOf(drawn[slot] ?? '')).join();
  const { made } = isExact ? first : yield { key: `${key}\u0005${lengths}`, exact: unknown, ...(first.order && { order: first.order }) };
  if (typeof made === 'string') return { fault: made };
  const content = fillTemplate(
    made.template,
    { texts: [...drawn, ...markTexts(mark)], spoken, title: cleanText(document.title), ...scanOf(mark) },
    glyphs,
  );
  return content === undefined ? { fault: 'a text has no room' } : { content, pages: made.template.pages };
}

export interface Shape {
  readonly key: string;
  readonly blocks: readonly { readonly figures: BlockFigures; readonly places: BlockPlaces }[];
  readonly drawn: readonly string[];
  readonly spoken: readonly string[];
}

/** What a document has in common with all who share its template, and its own figures in the order of the document. */
export function shapeOf(document: Document, paper: Paper, places: FigurePlaces): Shape {
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
export function cleanFigure(figure: string): string {
  return figure.includes('\u2009') ? figure.replaceAll('\u2009', '\u202f') : figure;
}

function scanOf({ scan }: HandoutMark): { readonly scan?: ScanCode } {
  return scan === undefined ? {} : { scan: scanCode(scan) };
}

/** The places of a shape, those of some slots as wide as its own figures. */
export function exactPlaces({ blocks }: Shape, exact: ReadonlySet<number>): readonly BlockPlaces[] {
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
