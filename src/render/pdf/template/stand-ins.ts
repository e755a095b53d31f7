import type { Block, Document, HandoutMark } from '../../../document/index.js';
import type { BlockPlaces } from '../../output/figure-places.js';
import type { PageTree } from '../layout/page-tree.js';
import { withFigures } from './figures.js';
import { narrowMarks, standInMarks } from './marks.js';
import { pageFigures, withPageFigures } from './page-figures.js';

/** Of about the same width; a 1 is narrower in some fonts. */
const STAND_INS = '02356894';

export function standIns(places: BlockPlaces['drawn']): readonly string[] {
  // The step between two figures is odd, so that no two of eight neighbours begin alike.
  return places.map(({ widest, varies }, index) => {
    let next = 3 * index;
    return varies ? widest.replace(/[0-9]/g, () => STAND_INS[next++ % STAND_INS.length] ?? '0') : widest;
  });
}

/** The document with these figures and marks in the places of its own; its QR code is one of nobody. */
export function standInDocument(
  document: Document,
  drawn: readonly (readonly string[])[],
  spoken: readonly (readonly string[])[],
): Document {
  let next = 0;
  const standIn = (block: Block): Block => {
    const own = withFigures(block, drawn[next] ?? [], spoken[next] ?? []);
    next += 1;
    return own;
  };
  const chapters = document.chapters.map((chapter) => ({ ...chapter, code: '', blocks: chapter.blocks.map(standIn) }));
  const { handout } = document;
  return { ...document, title: 'x', name: 'x', chapters, ...(handout === undefined ? {} : { handout: standInMarks(handout) }) };
}

export interface PageOrder {
  /** For each figure of the page its place in the document; what stands for a fixed one says nothing. */
  readonly drawn: readonly number[];
  readonly spoken: readonly number[];
}

/** Where each figure of the document stands on the page: found by writing its number in its place, one decimal place at a time. */
export function pageOrder(
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

/** The tree with about half as many digits in the figures that `isNarrow` names by their place in the document, and shorter marks. */
export function narrowed(tree: PageTree, order: readonly number[], isNarrow: (index: number) => boolean): PageTree {
  const isFixed = pageFigures(tree).drawn.map((figure) => figure.isFixed);
  const open = order.filter((_, index) => isFixed[index] !== true);
  let next = 0;
  const drawn = (figure: string) => {
    const index = open[next] ?? -1;
    next += 1;
    return isNarrow(index) ? shortened(figure) : figure;
  };
  const handout = tree.handout as Omit<HandoutMark, 'scan'>;
  const marks = { ...handout, ...narrowMarks(handout) };
  return { ...withPageFigures(tree, { drawn, spoken: (figure) => figure }), handout: marks };
}

function shortened(figure: string): string {
  const digits = figure.replace(/[^0-9]/g, '');
  return digits.length === 1 ? '1' : digits.slice(0, Math.ceil(digits.length / 2));
}
