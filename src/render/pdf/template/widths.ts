import type { Document } from '../../../document/index.js';
import type { BlockPlaces, FigurePlaces, Place } from '../../output/figure-places.js';
import { type BlockFigures, figuresOf } from './figures.js';

/**
 * How much room each figure of a handout gets: that of the widest in these documents, which are drawn for nobody. They are the same for
 * every class list, so that the page of a student depends on no classmate.
 */
export function figurePlaces(samples: Iterable<Document>): FigurePlaces {
  const places = new Map<string, BlockPlaces>();
  for (const { chapters } of samples) {
    for (const { blocks } of chapters) {
      for (const block of blocks) {
        const figures = figuresOf(block);
        places.set(figures.shape, widened(places.get(figures.shape), figures));
      }
    }
  }
  return places;
}

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

/** Where each figure of a block has a place: those of the sample, or of its own width where one does not fit. */
export function placesFor(figures: BlockFigures, places: FigurePlaces): { readonly places: BlockPlaces; readonly isOwn: boolean } {
  const found = places.get(figures.shape);
  if (found !== undefined && fitAll(figures.drawn, found.drawn, figureWidth) && fitAll(figures.spoken, found.spoken, textLength)) {
    return { places: found, isOwn: false };
  }
  const own = (list: readonly string[]) => list.map((widest) => ({ widest, varies: true }));
  return { places: { drawn: own(figures.drawn), spoken: own(figures.spoken) }, isOwn: true };
}

function fitAll(figures: readonly string[], places: readonly Place[], width: (figure: string) => number): boolean {
  return figures.every((figure, index) => {
    const place = places[index];
    return place !== undefined && (place.varies ? width(figure) <= width(place.widest) : figure === place.widest);
  });
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
