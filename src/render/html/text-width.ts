import { evenWidths, widthOf } from '../output/text-width.js';

/** Estimated width of a text in em: enough to place labels without a font. */
export function textWidth(text: string): number {
  return widthOf(text, SCREEN);
}

const SCREEN = evenWidths(0.6);

/** The text in lines of at most `limit` em, broken at spaces or between Han characters; a longer word keeps a line to itself. */
export function wrapText(text: string, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(WORDS) ?? []) {
    if (line !== '' && textWidth(line + word.trimEnd()) > limit) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A Han character with the closing marks that must not start a line, or a run of other characters with the spaces after it. */
const WORDS =
  /[\u2E80-\u2FFF\u3005-\u3007\u3040-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}][，。、；：！？）》」』”’]*|[^\s\u2E80-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+\s*|[\s\S]\s*/gu;
