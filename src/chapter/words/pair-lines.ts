import type { Span } from '../../source/index.js';
import type { PairLine, PairText } from '../model/words.js';
import { type ProseContext, readProse } from './markdown.js';

/** The lines of `::: pairs` that hold anything; each pair is `- left → right`. */
export function readPairLines({ source, start: textStart, end }: Span, context: ProseContext): readonly PairLine[] {
  return [...source.text.slice(textStart, end).matchAll(/^[^\S\n]*(\S.*?)[^\S\n]*$/gm)].map((match) => {
    const written = match[1] ?? '';
    const start = textStart + match.index + match[0].indexOf(written);
    const part = (from: number, to: number): PairText => {
      const span = { source, start: start + from, end: start + to };
      return { value: written.slice(from, to), span, prose: readProse(span, context) };
    };
    const span = { source, start, end: start + written.length };
    const shape = /^[-*]\s+(\S.*?)\s*(?:→|->)\s*(\S.*)$/d.exec(written);
    const [left, right] = [shape?.indices?.[1], shape?.indices?.[2]];
    return left === undefined || right === undefined ? { span } : { span, pair: { left: part(...left), right: part(...right) } };
  });
}
