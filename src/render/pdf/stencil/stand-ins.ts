import type { PageTree } from '../layout/page-tree.js';

/** Digits of one kind of text, in the order of the page: what the stencil shows, and what the student's page shows in the same places. */
export interface Digits {
  readonly shown: string;
  readonly meant: string;
}

/** A handout in which other digits stand for the student's, so that students whose figures are equally long share one layout. */
export interface Stencil {
  readonly tree: PageTree;
  /** Of the texts on the page. */
  readonly drawn: Digits;
  /** Of the texts that a screen reader says instead of a drawing. */
  readonly spoken: Digits;
}

type Node = Readonly<Record<string, unknown>>;

/** Every glyph that may stand in the place of a stand-in. */
const DIGITS = '0123456789';
/** Of about the same width; a 1 is narrower in some fonts. */
const STAND_INS = '02356894';

/**
 * The tree of a handout with stand-ins for the digits in prompts and places to write, and those digits. Undefined where something on the
 * page is placed by a figure. A stand-in depends on its place in the exercise only; neighbours differ, so that texts on the page in
 * another order than here are noticed (`fillStencil`).
 */
export function stencilOf(tree: PageTree): Stencil | undefined {
  const handout = tree.handout as Node | undefined;
  if (handout === undefined || handout.code === '' || tree.edition !== 'student') return undefined;
  const pages = new StencilPages();
  pages.fixed(handout.student);
  pages.fixed(handout.group);
  const chapters = (tree.chapters as readonly Node[]).map((chapter) => {
    pages.fixed(chapter.number === 0 ? '' : chapter.label);
    pages.fixed(chapter.title);
    return { ...chapter, blocks: (chapter.blocks as readonly Node[]).map((block) => pages.block(block)) };
  });
  if (pages.drawsByFigures) return undefined;
  return { tree: { ...tree, chapters, stencil: DIGITS }, drawn: pages.drawn.digits, spoken: pages.spoken.digits };
}

class StencilPages {
  readonly drawn = new DigitWriter();
  readonly spoken = new DigitWriter();
  drawsByFigures = false;

  /** A text that stays as it is, since it is the same for all or stands in a bookmark, too. */
  fixed(text: unknown): void {
    if (typeof text === 'string') this.drawn.keep(text);
  }

  /** A block of its own has the same stand-ins wherever it stands. */
  block(block: Node): unknown {
    this.drawn.restart();
    this.spoken.restart();
    return this.#node(block);
  }

  #value(value: unknown, inFormula = false): unknown {
    if (Array.isArray(value)) return value.map((child) => this.#value(child, inFormula));
    return typeof value === 'object' && value !== null ? this.#node(value as Node, inFormula) : value;
  }

  #node(node: Node, inFormula = false): Node {
    if (node.kind === 'chart') this.drawsByFigures = true;
    if (node.kind === 'money') return this.#payments(node);
    if (node.kind === 'exercise') {
      const { title, kindWord, levelWord, marks } = node.exercise as Node;
      for (const text of [title, kindWord, levelWord, marks]) this.fixed(text);
    }
    if (node.kind === 'list' && node.ordered === true) return this.#numbered(node);
    const copy: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'string') copy[key] = this.#value(value, inFormula || key === 'math');
      else if (key === 'text') copy[key] = this.drawn.replace(value);
      // A formula is spoken as a whole; what its parts would say stays unsaid.
      else if (key === 'alt' && !inFormula) copy[key] = this.spoken.replace(value);
      else copy[key] = value;
    }
    return copy;
  }

  #payments(figure: Node): Node {
    const { parties, flows } = figure.map as { readonly parties: readonly Node[]; readonly flows: readonly Node[] };
    for (const { label } of parties) this.fixed(label);
    for (const { amount } of flows) this.fixed(amount);
    return figure;
  }

  #numbered(list: Node): Node {
    const items = (list.items as readonly unknown[]).map((item, index) => {
      this.fixed(String(index + 1));
      return this.#value(item);
    });
    return { ...list, items };
  }
}

class DigitWriter {
  readonly #shown: string[] = [];
  readonly #meant: string[] = [];
  /** How many texts with digits this block had. */
  #texts = 0;

  get digits(): Digits {
    return { shown: this.#shown.join(''), meant: this.#meant.join('') };
  }

  restart(): void {
    this.#texts = 0;
  }

  keep(text: string): void {
    for (const digit of text.match(/[0-9]/g) ?? []) this.#add(digit, digit);
  }

  replace(text: string): string {
    if (!/[0-9]/.test(text)) return text;
    // The step between two texts is odd, so that no two of eight neighbours begin alike.
    let next = 3 * this.#texts;
    this.#texts += 1;
    return text.replace(/[0-9]/g, (digit) => {
      const shown = STAND_INS[next % STAND_INS.length] ?? '0';
      next += 1;
      this.#add(shown, digit);
      return shown;
    });
  }

  #add(shown: string, meant: string): void {
    this.#shown.push(shown);
    this.#meant.push(meant);
  }
}
