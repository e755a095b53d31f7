import { constants, inflateSync } from 'node:zlib';
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
  // A short number alone may be that of an exercise in one file and a mark in the other.
  return new Map([...lines].filter(([key]) => !twice.has(key) && !/^\d\d?$/.test(key)));
}

/** In points: 0.1 mm. */
const PLACE = 0.283;

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
      if (Math.abs(away) > PLACE) moved.push(`${word.text} ${away.toFixed(2)}: ${text}`);
    }
  }
  return { common, moved };
}

interface Rule {
  readonly left: number;
  readonly right: number;
}

/** Rules and boxes in the order in which they are drawn, each by its ends from the left margin of its page. */
function rulesOf({ content }: RenderedFile): readonly Rule[] {
  const file = Buffer.from(content);
  const rules: Rule[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 1)) {
    const text = inflated(file.subarray(at + 'stream\n'.length));
    if (!/^\s*(?:q|\/Artifact|\/\S+ <<)/.test(text)) continue;
    const own = [...text.matchAll(/^q\n *(\S+) 0 0 -1 +(\S+) \S+ cm\n([^BQ]*)\nQ$/gm)].flatMap(([, scale, x, path = '']) => {
      const across = [...path.matchAll(/(\S+) \S+(?= (?:[ml]$|\S+ \S+ \S+ \S+ c$|\S+ \S+ c$|c$))/gm)].map(([, one]) => Number(one));
      if (across.length === 0) return [];
      const place = (value: number) => Number(x) + Number(scale) * value;
      return [{ left: place(Math.min(...across)), right: place(Math.max(...across)) }];
    });
    const margin = Math.min(...own.map(({ left }) => left));
    rules.push(...own.map(({ left, right }) => ({ left: left - margin, right: right - margin })));
  }
  return rules;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
}

/** How many rules both files have, and those that stand elsewhere; undefined where the files do not draw equally many. */
export function movedRules(
  own: RenderedFile,
  other: RenderedFile,
): { readonly common: number; readonly moved: readonly string[] } | undefined {
  const [rules, others] = [rulesOf(own), rulesOf(other)];
  if (rules.length !== others.length) return undefined;
  const moved = rules.flatMap(({ left, right }, index) => {
    const beside = others[index];
    const away = Math.max(Math.abs(left - (beside?.left ?? 0)), Math.abs(right - (beside?.right ?? 0)));
    return away > PLACE
      ? [`${index}: ${left.toFixed(1)}–${right.toFixed(1)}, not ${beside?.left.toFixed(1)}–${beside?.right.toFixed(1)}`]
      : [];
  });
  return { common: rules.length, moved };
}
