import type { Document, HandoutMark } from '../../../document/index.js';
import type { BlockPlaces, FigurePlaces } from '../../output/figure-places.js';
import type { Paper } from '../../output/format.js';
import { type PageTree, pageTree } from '../layout/page-tree.js';
import { drawsByFigures } from './figures.js';
import { cleanFigure, exactPlaces, type FilledHandout, filling, type ShapeTemplate, shapeOf, type WantedTemplate } from './filling.js';
import { openGlyphs } from './font-cut.js';
import { standInSlots } from './marks.js';
import { type PageFigures, pageFigures } from './page-figures.js';
import { narrowed, type PageOrder, pageOrder, standInDocument, standIns } from './stand-ins.js';
import { makeTemplate, type TemplateSource } from './template.js';

/** Lays out a tree and gives the file; undefined where it cannot, or a text does not fit its page. */
export type LayOut = (tree: PageTree) => Uint8Array | undefined;

type Outcome = FilledHandout | { readonly fault: string };

/** Templates of one renderer. */
export interface HandoutTemplates {
  /** The finished pages, or why they cannot be filled into a template. */
  fill(document: Document, paper: Paper): Outcome;
  /** A template for a thread that has no compiler. */
  template(document: Document, paper: Paper, wanted: WantedTemplate): ShapeTemplate;
}

/** A template is made when the first handout of its shape comes, and serves all others of it. */
export function createTemplates(layOut: LayOut, places: FigurePlaces, nameFont?: Uint8Array): HandoutTemplates {
  const glyphs = nameFont && openGlyphs(nameFont);
  const templates = new Recent<ShapeTemplate>();
  const template: HandoutTemplates['template'] = (document, paper, { key, exact, order }) =>
    templates.get(key, () => shapeTemplate(document, paper, exactPlaces(shapeOf(document, paper, places), exact), layOut, order));
  return {
    template,
    fill: (document, paper) => {
      const steps = filling(document, paper, places, glyphs);
      let step = steps.next();
      while (step.done !== true) step = steps.next(template(document, paper, step.value));
      return step.value;
    },
  };
}

/** Fills handouts into templates that are asked for elsewhere, each once. */
export function createFiller(
  places: FigurePlaces,
  nameFont: Uint8Array,
  ask: (document: Document, paper: Paper, wanted: WantedTemplate) => Promise<ShapeTemplate>,
): (document: Document, paper: Paper) => Promise<Outcome> {
  const glyphs = openGlyphs(nameFont);
  const templates = new Recent<Promise<ShapeTemplate>>();
  return async (document, paper) => {
    const steps = filling(document, paper, places, glyphs);
    let step = steps.next();
    while (step.done !== true) {
      const { value } = step;
      step = steps.next(await templates.get(value.key, () => ask(document, paper, value)));
    }
    return step.value;
  };
}

/** Of so many shapes the templates are kept, those used last: each takes about three megabytes. */
const MOST_TEMPLATES = 12;

/** The templates that were used last, by their keys. */
class Recent<T> {
  /** In the order in which they were used, the last one last. */
  readonly #kept = new Map<string, T>();

  get(key: string, make: () => T): T {
    const found = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, found);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > MOST_TEMPLATES) this.#kept.delete(oldest);
    return found;
  }
}

/** Every character that may stand in the place of a stand-in. */
const SUPPLY = '0123456789. \u202fABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_·+,';
/** `known`: the order of another template of the same shape. */
function shapeTemplate(document: Document, paper: Paper, places: readonly BlockPlaces[], layOut: LayOut, known?: PageOrder): ShapeTemplate {
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
