import type { PageTree } from '../layout/page-tree.js';
import { figuresIn, replacedFigures } from './figures.js';

/** Digits in the order of the page; those of names and numbers of exercises stay as they are. */
export interface PageFigure {
  readonly text: string;
  readonly isFixed: boolean;
}

export interface PageFigures {
  readonly drawn: readonly PageFigure[];
  /** Of the texts that a screen reader says instead of a drawing. */
  readonly spoken: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

/** What a figure on the page becomes. */
export interface FigureChange {
  drawn(figure: string): string;
  spoken(figure: string): string;
}

/** The figures of a handout in the order in which the page shows them. */
export function pageFigures(tree: PageTree): PageFigures {
  const drawn: PageFigure[] = [];
  const spoken: string[] = [];
  walkPage(tree, {
    fixed: (text) => drawn.push({ text, isFixed: true }),
    drawn: (text) => {
      drawn.push({ text, isFixed: false });
      return text;
    },
    spoken: (text) => {
      spoken.push(text);
      return text;
    },
  });
  return { drawn, spoken };
}

/** The tree with other figures where they are not fixed. */
export function withPageFigures(tree: PageTree, change: FigureChange): PageTree {
  return walkPage(tree, { ...change, fixed: () => {} });
}

interface Visitor extends FigureChange {
  fixed(figure: string): void;
}

function walkPage(tree: PageTree, visitor: Visitor): PageTree {
  const fixed = (text: unknown) => {
    if (typeof text === 'string') for (const figure of figuresIn(text)) visitor.fixed(figure);
  };
  const value = (whole: unknown, inFormula: boolean): unknown => {
    if (Array.isArray(whole)) return whole.map((child) => value(child, inFormula));
    return typeof whole === 'object' && whole !== null ? node(whole as Node, inFormula) : whole;
  };
  const node = (whole: Node, inFormula: boolean): Node => {
    if (whole.kind === 'money') return payments(whole);
    if (whole.kind === 'exercise') {
      const { title, kindWord, levelWord, marks } = whole.exercise as Node;
      for (const text of [title, kindWord, levelWord, marks]) fixed(text);
    }
    if (whole.kind === 'list' && whole.ordered === true) return numbered(whole, inFormula);
    const copy: Record<string, unknown> = {};
    for (const [key, child] of Object.entries(whole)) {
      if (typeof child !== 'string') copy[key] = value(child, inFormula || key === 'math');
      else if (key === 'text' || key === 'answer') copy[key] = replacedFigures(child, visitor.drawn);
      // A blank that is filled in says nothing but its answer.
      else if (key === 'alt' && !inFormula && typeof whole.answer !== 'string') copy[key] = replacedFigures(child, visitor.spoken);
      else copy[key] = child;
    }
    return copy;
  };
  const payments = (figure: Node): Node => {
    const { parties, flows } = figure.map as { readonly parties: readonly Node[]; readonly flows: readonly Node[] };
    for (const { label } of parties) fixed(label);
    for (const { amount } of flows) fixed(amount);
    return figure;
  };
  const numbered = (list: Node, inFormula: boolean): Node => ({
    ...list,
    items: (list.items as readonly unknown[]).map((item, index) => {
      fixed(String(index + 1));
      return value(item, inFormula);
    }),
  });
  const chapters = (tree.chapters as readonly Node[]).map((chapter) => {
    fixed(chapter.number === 0 ? '' : chapter.label);
    fixed(chapter.title);
    return { ...chapter, blocks: (chapter.blocks as readonly Node[]).map((block) => value(block, false)) };
  });
  return { ...tree, chapters };
}
