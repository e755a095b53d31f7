/** Estimated width of a text in em: a Han character or full-width mark counts 1, anything else 0.6. Enough to place labels without a font. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += FULL_WIDTH.test(character) ? 1 : 0.6;
  return width;
}

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

const FULL_WIDTH = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]/u;
/** A Han character with the closing marks that must not start a line, or a run of other characters with the spaces after it. */
const WORDS =
  /[\u2E80-\u2FFF\u3005-\u3007\u3040-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}][，。、；：！？）》」』”’]*|[^\s\u2E80-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]+\s*|[\s\S]\s*/gu;
