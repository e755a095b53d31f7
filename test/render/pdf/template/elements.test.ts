import { describe, expect, it } from 'vitest';
import { type FlatElement, inLines, pathElement, type TextElement, withFractions } from '../../../../src/render/pdf/template/elements.js';
import type { FontFacts } from '../../../../src/render/pdf/template/font-facts.js';
import type { PathItem, TextItem } from '../../../../src/render/pdf/template/page-items.js';

const FONT: FontFacts = { number: 1, isBold: false, texts: new Map(), widths: new Map(), glyphs: new Map() };
const MARK = { kind: 'tagged', id: 0 } as const;
const LINES = { start: 0, place: 0, shown: 0, end: 0 };

function text(x: number, y: number, width: number, size = 10): TextElement {
  const item: TextItem = { kind: 'text', x, y, font: 'f0', size, lead: 0, glyphs: [], mark: MARK, lines: LINES };
  return { kind: 'text', x, y, width, size, font: FONT, glyphs: [], slots: [], isFormula: true, item, dropped: [] };
}

/** A rule from (`x`, `y`), `across` to the right or `down`. */
function rule(x: number, y: number, across: number, down = 0): FlatElement {
  const box = { left: 0, top: 0, right: across, bottom: down };
  const item: PathItem = { kind: 'path', x, y, path: `0 0 m\n${across} ${down} l\nS`, box, mark: MARK, lines: LINES };
  return pathElement(item);
}

const kinds = (elements: readonly FlatElement[]) => withFractions(elements).map(({ kind }) => kind);

describe('a fraction', () => {
  const over = text(52, 108, 16);
  const under = text(50, 92, 20);
  const bar = rule(50, 100, 20);

  it('is what stands above and below a bar', () => {
    expect(kinds([over, under, bar])).toEqual(['fraction']);
  });

  it('holds a sign that is only read, at the end of the bar and however small', () => {
    // Two points high, 12 points above the bar, and reaching beyond it.
    expect(kinds([over, text(69.5, 112, 2.7, 2), under, bar])).toEqual(['fraction']);
  });

  it('is not made of an answer with a rule drawn twice below it', () => {
    expect(kinds([over, rule(52, 100, 16), rule(52, 100, 16)])).toEqual(['text', 'path', 'path']);
  });

  it('is not made of a table with rules between its columns', () => {
    expect(kinds([over, rule(50, 90, 20), rule(60, 110, 0, 20), bar])).toEqual(['text', 'path', 'path', 'path']);
  });
});

describe('a line', () => {
  const lengths = (elements: readonly FlatElement[]) => inLines(elements).map((line) => line.length);

  it('ends where the next text begins further left and lower', () => {
    expect(lengths([text(50, 100, 40), text(90, 100, 40), text(50, 85, 30)])).toEqual([2, 1]);
  });

  it('goes on below an answer with a rule, and where a text begins within the spaces of the one before it', () => {
    expect(lengths([text(50, 100, 40), text(90, 100, 30), rule(90, 98, 30), text(120, 100, 20)])).toEqual([4]);
    expect(lengths([text(50, 100, 40), text(84, 100, 30)])).toEqual([2]);
  });
});
