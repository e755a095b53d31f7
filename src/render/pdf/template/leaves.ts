import { itemsOf, referenceIn, referencesIn, valueIn } from '../file/dictionary.js';
import { pageNumbers } from '../file/pages.js';
import type { PdfObjects } from '../file/pdf-objects.js';
import { streamText } from '../file/stream-text.js';
import { type FlatElement, type Leaf, mergedTexts, type OwnGlyph, pathElement, textElement, withFractions } from './elements.js';
import { type FontFacts, fontFacts } from './font-facts.js';
import { STAND_IN } from './marks.js';
import type { PageFigure } from './page-figures.js';
import { type Mark, type PageItem, pageItems, type TextItem } from './page-items.js';

/** A page of a finished file, read. */
export interface ReadPage {
  /** The objects of the page and of its content. */
  readonly number: number;
  readonly contents: number;
  readonly lines: readonly string[];
  /** Fonts by the names that the page gives them. */
  readonly fonts: ReadonlyMap<string, FontFacts>;
  /** Texts that only bring glyphs into the file. */
  readonly supplies: readonly TextItem[];
}

export interface ReadFile {
  readonly pages: readonly ReadPage[];
  readonly leaves: readonly Leaf[];
}

/** What differs from student to student in the file that is read. */
export interface ToFind {
  /** In the order of the page; those with a `slot` are found again by it. */
  readonly figures: readonly (PageFigure & { readonly slot?: number })[];
  /** Whole texts and their slots. */
  readonly texts: ReadonlyMap<string, number>;
}

/** The file as leaves of text, in which what differs has the number of its slot. Undefined where the figures are not those, in that order. */
export function readFile(source: PdfObjects, wanted: ToFind): ReadFile | undefined {
  const tags = readTags(source);
  const facts = new Map<number, FontFacts>();
  const factsOf = (number: number): FontFacts => {
    const known = facts.get(number) ?? fontFacts(source, number);
    facts.set(number, known);
    return known;
  };
  const figures = new FigureFinder(wanted.figures);
  const pages: ReadPage[] = [];
  const leaves: Leaf[] = [];
  for (const [index, number] of pageNumbers(source).entries()) {
    const head = source.head(number);
    const contents = referenceIn(head, 'Contents');
    const fonts = new Map([...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [name, factsOf(Number(font))]));
    const lines = streamText(source, contents).split('\n');
    const items = pageItems(lines, (font, glyph) => fonts.get(font)?.widths.get(glyph) ?? 0);
    if (items === undefined) return undefined;
    const parents = tags.places.get(Number(valueIn(head, 'StructParents'))) ?? [];
    const supply = index === 0 ? supplyOf(items, fonts) : undefined;
    const reader = new LeafReader(index, fonts, (mark) => tags.leaf(mark, parents), figures, wanted.texts, supply);
    for (const item of items) if (!reader.take(item)) return undefined;
    reader.end();
    leaves.push(...reader.leaves);
    pages.push({ number, contents, lines, fonts, supplies: reader.supplies });
  }
  return figures.isAtEnd ? { pages, leaves } : undefined;
}

/** The artifact in which every letter stands, so that each has a glyph. */
function supplyOf(items: readonly PageItem[], fonts: ReadonlyMap<string, FontFacts>): number | undefined {
  for (const item of items) {
    if (item.kind !== 'text' || item.mark.kind !== 'artifact') continue;
    const texts = fonts.get(item.font)?.texts;
    if (
      item.glyphs
        .map(({ glyph }) => texts?.get(glyph) ?? '')
        .join('')
        .includes(ALPHABET)
    )
      return item.mark.index;
  }
  return undefined;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

interface Tags {
  /** The element of each marked part, by the key of the page. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  leaf(mark: Mark, parents: readonly number[]): TagLeaf;
}

interface TagLeaf {
  readonly name: string;
  readonly isFormula: boolean;
}

const ARTIFACT = 'artifact';

/** Elements within a line; what they are in is one text with them. */
const INLINE = /\/S \/(?:Span|Strong|Em|Formula|Link|Code|Quote|Reference)\b/;

/** Elements that hold others and no text. */
const GROUP = /\/S \/(?:Document|Part|Art|Sect|Div|NonStruct)\b/;

function readTags(source: PdfObjects): Tags {
  const root = source.head(referenceIn(source.head(source.trailer('Root')), 'StructTreeRoot'));
  const entries = itemsOf(valueIn(root, 'ParentTree', 'Nums') ?? '[]');
  const places = new Map<number, readonly number[]>();
  for (let at = 0; at + 1 < entries.length; at += 2) {
    places.set(Number(entries[at]), referencesIn(source.head(referencesIn(entries[at + 1] ?? '')[0] ?? 0)));
  }
  const known = new Map<number, TagLeaf>();
  const leafOf = (element: number): TagLeaf => {
    const found = known.get(element) ?? climbed(source, element);
    known.set(element, found);
    return found;
  };
  return {
    places,
    leaf: (mark, parents) =>
      mark.kind === 'artifact' ? { name: `${ARTIFACT} ${mark.index}`, isFormula: false } : leafOf(parents[mark.id] ?? 0),
  };
}

function climbed(source: PdfObjects, element: number): TagLeaf {
  let number = element;
  let isFormula = false;
  for (let head = source.head(number); INLINE.test(head); head = source.head(number)) {
    isFormula ||= head.includes('/S /Formula');
    number = referenceIn(head, 'P');
  }
  // Formulas of their own have no text around them, and their neighbours share what they are in.
  return { name: isFormula && GROUP.test(source.head(number)) ? `${number} ${element}` : String(number), isFormula };
}

/** Finds figures one after the other, as long as the page shows what is expected. */
class FigureFinder {
  #figure = 0;
  #place = 0;

  constructor(private readonly figures: ToFind['figures']) {}

  get isAtEnd(): boolean {
    return this.#figure === this.figures.length;
  }

  get isInside(): boolean {
    return this.#place > 0;
  }

  /** The slot of a character, undefined where it has none; `false` where another was expected. */
  slotOf(character: string): number | undefined | false {
    if (this.#place === 0 && !/^[0-9]$/.test(character)) return undefined;
    const figure = this.figures[this.#figure];
    if (figure === undefined || figure.text[this.#place] !== character) return false;
    this.#place += 1;
    if (this.#place === figure.text.length) {
      this.#figure += 1;
      this.#place = 0;
    }
    return figure.slot;
  }
}

class LeafReader {
  readonly leaves: Leaf[] = [];
  readonly supplies: TextItem[] = [];
  #name = '';
  #elements: FlatElement[] = [];
  #pending: FlatElement[] = [];

  constructor(
    private readonly page: number,
    private readonly fonts: ReadonlyMap<string, FontFacts>,
    private readonly leafOf: (mark: Mark) => TagLeaf,
    private readonly figures: FigureFinder,
    private readonly texts: ReadonlyMap<string, number>,
    /** The artifact that only brings glyphs into the file. */
    private readonly supply: number | undefined,
  ) {}

  /** False where the page does not hold what is expected. */
  take(item: PageItem): boolean {
    if (item.kind === 'path') {
      this.#pending.push(pathElement(item));
      return true;
    }
    const font = this.fonts.get(item.font);
    if (font === undefined) return false;
    const { name, isFormula } = this.leafOf(item.mark);
    if (item.mark.kind === 'artifact' && item.mark.index === this.supply) {
      this.supplies.push(item);
      return true;
    }
    const continues = this.figures.isInside;
    const glyphs = this.#found(item, font);
    if (glyphs === undefined) return false;
    const element = textElement(item, font, glyphs, isFormula);
    if (name !== this.#name) {
      if (continues) return false;
      this.end();
      this.#name = name;
    }
    const last = this.#elements.at(-1);
    const isSlot = last?.kind === 'text' && last.glyphs.at(-1)?.slot !== undefined;
    if (
      continues &&
      isSlot &&
      this.#pending.length === 0 &&
      last?.kind === 'text' &&
      last.font === font &&
      last.size === item.size &&
      last.y === item.y
    ) {
      this.#elements.splice(-1, 1, mergedTexts(last, element));
      return true;
    }
    this.#elements.push(...this.#pending.splice(0), element);
    // The rest of a figure that is not one run of text.
    return !continues || !isSlot;
  }

  end(): void {
    if (this.#elements.length > 0) {
      const own = this.#elements.length;
      const folded = withFractions([...this.#elements, ...this.#pending]);
      const count = folded.findLastIndex((element) => element.kind === 'fraction' || this.#elements.slice(0, own).includes(element)) + 1;
      const trailing = folded.slice(count).flatMap((element) => (element.kind === 'path' ? [element] : []));
      this.leaves.push({ page: this.page, isArtifact: this.#name.startsWith(ARTIFACT), elements: folded.slice(0, count), trailing });
    }
    this.#elements = [];
    this.#pending = [];
    this.#name = '';
  }

  /** The glyphs with their slots; undefined where a figure is another than expected. */
  #found(item: TextItem, font: FontFacts): readonly OwnGlyph[] | undefined {
    const own: OwnGlyph[] = item.glyphs.map((one) => ({ ...one, text: actualText(one.wrap) ?? font.texts.get(one.glyph) ?? '' }));
    const standing = standInGlyphs(own, this.texts);
    if (item.mark.kind === 'artifact' || standing !== own) return standing;
    const found: OwnGlyph[] = [];
    for (const one of own) {
      let slot: number | undefined;
      for (const character of one.text) {
        const expected = this.figures.slotOf(character);
        if (expected === false) return undefined;
        slot = expected ?? slot;
      }
      found.push(slot === undefined ? one : { ...one, slot });
    }
    return found;
  }
}

/** The glyphs, those of stand-ins with their slots; the same list where there are none. */
function standInGlyphs(glyphs: readonly OwnGlyph[], texts: ToFind['texts']): readonly OwnGlyph[] {
  const starts: number[] = [];
  for (const [index, { text }] of glyphs.entries()) for (const _ of text) starts.push(index);
  const whole = glyphs.map(({ text }) => text).join('');
  const slots = new Map<number, number>();
  for (const { 0: text, index } of whole.matchAll(STAND_IN)) {
    const slot = texts.get(text);
    if (slot !== undefined) for (let at = index; at < index + text.length; at += 1) slots.set(starts[at] ?? -1, slot);
  }
  return slots.size === 0
    ? glyphs
    : glyphs.map((one, index) => ({ ...one, ...(slots.has(index) ? { slot: slots.get(index) as number } : {}) }));
}

function actualText(wrap: string): string | undefined {
  const hex = /ActualText <FEFF([0-9A-F]*)>/.exec(wrap)?.[1];
  return hex === undefined ? undefined : String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}
