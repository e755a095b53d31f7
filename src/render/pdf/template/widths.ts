import type { Document } from '../../../document/index.js';
import type { BlockPlaces, FigurePlaces, Place } from '../../output/figure-places.js';
import { type BlockFigures, figuresOf } from './figures.js';

/**
 * How much room each figure of a handout gets: that of the widest in these documents, which are drawn for nobody. They are the same for
 * every class list, so that the page of a student depends on no classmate.
 */
export function figurePlaces(samples: Iterable<Document>): FigurePlaces {
  const blocks = new Map<string, BlockPlaces>();
  const shapes = new Map<string, string[]>();
  for (const document of samples) {
    const own = document.chapters.flatMap((chapter) => chapter.blocks).map(figuresOf);
    for (const figures of own) blocks.set(figures.shape, widened(blocks.get(figures.shape), figures));
    const kind = documentKind(document);
    shapes.set(kind, [...(shapes.get(kind) ?? []), own.map(({ shape }) => shape).join('\u0003')]);
  }
  const isUnlike = (all: readonly string[]) => all.length > FEW && new Set(all).size > MOST_UNLIKE * all.length;
  return { blocks, unlike: new Set([...shapes].flatMap(([kind, all]) => (isUnlike(all) ? [kind] : []))) };
}

/** Handouts of a language, or worked solutions to them. */
export function documentKind({ language, edition }: Pick<Document, 'language' | 'edition'>): string {
  return `${language} ${edition}`;
}

/** A template takes as long as four layouts: where more of the samples than this share differ in more than figures, it does not pay. */
const MOST_UNLIKE = 0.6;
/** So few samples say nothing. */
const FEW = 4;

function widened(before: BlockPlaces | undefined, { drawn, spoken }: BlockFigures): BlockPlaces {
  return {
    drawn: drawn.map((figure, index) => wider(before?.drawn[index], figure, figureWidth)),
    spoken: spoken.map((figure, index) => wider(before?.spoken[index], figure, textLength)),
  };
}

function wider(before: Place | undefined, figure: string, width: (figure: string) => number): Place {
  if (before === undefined) return { widest: figure, varies: false };
  return {
    widest: width(figure) > width(before.widest) ? figure : before.widest,
    varies: before.varies || before.widest !== figure,
  };
}

/**
 * Where each figure of a block has a place: that of the sample, or one of its own width where it does not fit. `own` names those places and
 * their widths, so that what has the same `own` has the same places.
 */
export function placesFor(figures: BlockFigures, sample: FigurePlaces): { readonly places: BlockPlaces; readonly own: readonly string[] } {
  const found = sample.blocks.get(figures.shape);
  const own: string[] = [];
  const placed = (list: readonly string[], kind: keyof BlockPlaces, width: (figure: string) => number) =>
    list.map((figure, index): Place => {
      const place = found?.[kind][index];
      if (place !== undefined && (place.varies ? width(figure) <= width(place.widest) : figure === place.widest)) return place;
      own.push(`${kind} ${index} ${lengthsOf(figure)}`);
      return { widest: figure, varies: true };
    });
  const places = { drawn: placed(figures.drawn, 'drawn', figureWidth), spoken: placed(figures.spoken, 'spoken', textLength) };
  return { places, own };
}

/** Which figures of two texts are set alike: digits in the same places. */
export function lengthsOf(figure: string): string {
  return figure.replace(/[0-9]/g, '0');
}

/** In digits; points and thin spaces are narrower in every font of the pages. */
function figureWidth(figure: string): number {
  let width = 0;
  for (const character of figure) width += character >= '0' && character <= '9' ? 1 : 0.6;
  return width;
}

function textLength(text: string): number {
  return text.length;
}
