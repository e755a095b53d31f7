import type { Document } from '../../../../src/document/index.js';
import type { RenderedFile } from '../../../../src/render/output/rendered-file.js';
import { pdfFacts, pdfTags, pdfText, pdfWords, squeeze } from '../inspect-pdf.js';

/** What a reader and a screen reader are told. Pages may break elsewhere, since lines are as wide as the widest figures: feet stand apart. */
export interface Said {
  readonly text: string;
  readonly feet: readonly string[];
  readonly tags: readonly string[];
  readonly spoken: readonly string[];
  readonly title: string | undefined;
}

export function said(file: RenderedFile, { handout, words }: Document): Said {
  const { recipe = '', code = '' } = handout ?? {};
  const foot = new RegExp(`${escaped(squeeze(recipe))}${code}·.{0,30}?${escaped(squeeze(words.get('neutrality') ?? ''))}`, 'g');
  const text = pdfText(file);
  return {
    text: text.replaceAll(foot, ''),
    feet: text.match(foot) ?? [],
    tags: pdfTags(file),
    spoken: spokenIn(file.content),
    title: pdfFacts(file).get('Title'),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function spokenIn(content: string | Uint8Array): readonly string[] {
  const alts = Buffer.from(content)
    .toString('latin1')
    .matchAll(/\/Alt (<[^>]*>|\((?:\\.|[^\\)])*\))/g);
  return [...alts].map(([, alt = '']) => textOf(alt)).reverse();
}

function textOf(value: string): string {
  if (value.startsWith('(')) return value.slice(1, -1).replace(/\\(.)/g, '$1');
  const units = value.slice(5, -1).replace(/\s/g, '').match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

interface Placed {
  readonly text: string;
  readonly x: number;
}

/** Words line by line, by their texts: where two files break lines alike, the same words stand in the same lines. */
function linesOf(file: RenderedFile): ReadonlyMap<string, readonly Placed[]> {
  const lines = new Map<string, readonly Placed[]>();
  const twice = new Set<string>();
  for (const words of pdfWords(file)) {
    const byHeight = new Map<number, Placed[]>();
    // Front and back of a sheet have other margins.
    const margin = Math.min(...words.map(({ xMin }) => xMin));
    for (const { text, xMin, yMax } of words) {
      const height = Math.round(yMax);
      byHeight.set(height, [...(byHeight.get(height) ?? []), { text, x: xMin - margin }]);
    }
    for (const line of byHeight.values()) {
      const key = line.map(({ text }) => text).join(' ');
      if (lines.has(key)) twice.add(key);
      lines.set(key, line);
    }
  }
  return new Map([...lines].filter(([key]) => !twice.has(key)));
}

/** In points: 0.1 mm. */
const PLACE = 0.283;
/** A paragraph is stretched to its own longest line, which is that of the template here: a millimetre in a line of words. */
const PLACE_IN_WORDS = 3;

/** How many lines two files have in common, and the words of those lines that stand elsewhere. */
export function movedWords(own: RenderedFile, other: RenderedFile): { readonly common: number; readonly moved: readonly string[] } {
  const others = linesOf(other);
  let common = 0;
  const moved: string[] = [];
  for (const [text, words] of linesOf(own)) {
    const beside = others.get(text);
    if (beside === undefined) continue;
    common += 1;
    for (const [index, word] of words.entries()) {
      const away = word.x - (beside[index]?.x ?? 0);
      if (Math.abs(away) > (words.length > 8 || text.length > 24 ? PLACE_IN_WORDS : PLACE))
        moved.push(`${word.text} ${away.toFixed(2)}: ${text}`);
    }
  }
  return { common, moved };
}
