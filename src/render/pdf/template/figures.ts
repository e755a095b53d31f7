import type { Block } from '../../../document/index.js';

/** A figure in a text: digits, with the points and thin spaces between them. */
const FIGURE = /[0-9](?:[0-9.\u2009\u202f]*[0-9])?/g;

/** A block without its figures, equal for all students who can share a page, and the figures in the order of the block. */
export interface BlockFigures {
  readonly shape: string;
  /** Of the texts on the page. */
  readonly drawn: readonly string[];
  /** Of the texts that a screen reader says instead of a drawing. */
  readonly spoken: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

/** Keys whose strings are drawn as they are. */
const DRAWN = new Set(['text', 'answer']);

export function figuresOf(block: Block): BlockFigures {
  const parts: string[] = [];
  const drawn: string[] = [];
  const spoken: string[] = [];
  const cut = (text: string, figures: string[]) => {
    parts.push(
      text.replace(FIGURE, (figure) => {
        figures.push(figure);
        return '\u0001';
      }),
    );
  };
  const walk = (value: unknown, inFormula: boolean) => {
    if (Array.isArray(value)) {
      parts.push('[');
      for (const child of value) walk(child, inFormula);
      parts.push(']');
      return;
    }
    if (typeof value !== 'object' || value === null) {
      parts.push(String(value));
      return;
    }
    for (const key in value) {
      const child = (value as Node)[key];
      parts.push(key);
      if (typeof child !== 'string') walk(child, inFormula || key === 'math');
      else if (DRAWN.has(key)) cut(child, drawn);
      // A formula is spoken as a whole; what its parts would say stays unsaid.
      else if (key === 'alt' && !inFormula) cut(child, spoken);
      else parts.push(child);
    }
  };
  walk(block, false);
  return { shape: parts.join('\u0002'), drawn, spoken };
}

/** The block with other figures in the places of its own, in the same order. */
export function withFigures(block: Block, drawn: readonly string[], spoken: readonly string[]): Block {
  return replaceFigures(block, inOrder(drawn), inOrder(spoken)) as Block;
}

function inOrder(figures: readonly string[]): () => string {
  let next = 0;
  return () => figures[next++] ?? '';
}

function replaceFigures(whole: unknown, drawn: () => string, spoken: () => string): unknown {
  const walk = (value: unknown, inFormula: boolean): unknown => {
    if (Array.isArray(value)) return value.map((child) => walk(child, inFormula));
    if (typeof value !== 'object' || value === null) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, child] of Object.entries(value)) {
      if (typeof child !== 'string') copy[key] = walk(child, inFormula || key === 'math');
      else if (DRAWN.has(key)) copy[key] = child.replace(FIGURE, drawn);
      else if (key === 'alt' && !inFormula) copy[key] = child.replace(FIGURE, spoken);
      else copy[key] = child;
    }
    return copy;
  };
  return walk(whole, false);
}

/** The figures of a text, in their order. */
export function figuresIn(text: string): readonly string[] {
  return text.match(FIGURE) ?? [];
}

/** The text with other figures. */
export function replacedFigures(text: string, figure: (old: string) => string): string {
  return text.replace(FIGURE, (old) => figure(old));
}

/** True for a document in which something is placed by a figure: no page of a classmate has it in the same place. */
export function drawsByFigures(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ((value as Node).kind === 'chart') return true;
  return Object.values(value).some(drawsByFigures);
}
