import { referenceIn } from '../file/dictionary.js';
import type { PdfObjects } from '../file/pdf-objects.js';
import { streamText } from '../file/stream-text.js';

/** What a font of a finished file says of its glyphs. */
export interface FontFacts {
  /** The object of the font. */
  readonly number: number;
  readonly isBold: boolean;
  /** Text of each glyph; empty where the file gives it with the page (`ActualText`). */
  readonly texts: ReadonlyMap<number, string>;
  /** In thousandths of the type size. */
  readonly widths: ReadonlyMap<number, number>;
  /** A glyph for each character that the font shows by itself. */
  readonly glyphs: ReadonlyMap<string, number>;
}

export function fontFacts(source: PdfObjects, number: number): FontFacts {
  const head = source.head(number);
  const texts = glyphTexts(streamText(source, referenceIn(head, 'ToUnicode')));
  const descendant = /\/DescendantFonts \[(\d+) 0 R\]/.exec(head)?.[1];
  const glyphs = new Map<string, number>();
  for (const [glyph, text] of texts) if (!glyphs.has(text)) glyphs.set(text, glyph);
  return { number, isBold: /\/BaseFont \/\S*Bold/.test(head), texts, widths: glyphWidths(source.head(Number(descendant))), glyphs };
}

/** A map of the compiler lists single glyphs and ranges of them, codes of two bytes, texts in UTF-16. */
function glyphTexts(map: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, glyph = '', text = ''] of map.matchAll(/^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$/gm)) {
    texts.set(Number.parseInt(glyph, 16), utf16(text));
  }
  for (const [, first = '', last = '', text = ''] of map.matchAll(/^<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$/gm)) {
    const start = Number.parseInt(first, 16);
    for (let glyph = start; glyph <= Number.parseInt(last, 16); glyph += 1) {
      texts.set(glyph, String.fromCharCode(Number.parseInt(text, 16) + glyph - start));
    }
  }
  return texts;
}

function utf16(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}

/** The compiler writes the first glyph, the last and the width of each run of glyphs that are equally wide. */
function glyphWidths(descendant: string): ReadonlyMap<number, number> {
  const runs = (/\/W \[([^\]]*)\]/.exec(descendant)?.[1] ?? '').trim().split(/\s+/).map(Number);
  const widths = new Map<number, number>();
  for (let at = 0; at + 2 < runs.length; at += 3) {
    const [first = 0, last = 0, width = 0] = runs.slice(at, at + 3);
    for (let glyph = first; glyph <= last; glyph += 1) widths.set(glyph, width);
  }
  return widths;
}
