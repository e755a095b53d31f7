import { lineText, locate, type Span } from '../source/index.js';

/** Longest stretch of a line that is quoted; a longer line is cut around the span. */
const LONGEST_QUOTE = 160;
const KEPT_BEFORE = 40;

/**
 * The line on which a span starts, with its number, and carets below the span (to the end of that line when the span goes on).
 * Wide characters count two columns, tabs stay tabs, so that the carets stand below what they mean.
 */
export function codeFrame(span: Span): string {
  const { line, column } = locate(span.source, span.start);
  const quoted = cutAround(lineText(span.source, line), column - 1, span.end - span.start);
  const gutter = `  ${line}`;
  const before = showControls(quoted.text.slice(0, quoted.start));
  const marked = showControls(quoted.text.slice(quoted.start, quoted.end));
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  return `${gutter} | ${showControls(quoted.text)}\n${' '.repeat(gutter.length)} | ${blank(before)}${carets}`;
}

interface Quote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function cutAround(text: string, start: number, length: number): Quote {
  const end = Math.min(text.length, start + length);
  if (text.length <= LONGEST_QUOTE) return { text, start, end };
  const from = start <= KEPT_BEFORE ? 0 : wholeCharacter(text, start - KEPT_BEFORE);
  const to = wholeCharacter(text, Math.min(text.length, from + LONGEST_QUOTE));
  const head = from > 0 ? '…' : '';
  const tail = to < text.length ? '…' : '';
  const shift = head.length - from;
  return { text: head + text.slice(from, to) + tail, start: start + shift, end: Math.max(start, Math.min(end, to)) + shift };
}

/** Moves a cut that would fall inside a surrogate pair to its start. */
function wholeCharacter(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text[offset] ?? '') ? offset - 1 : offset;
}

/** Control characters become visible pictures, so that a file cannot steer the terminal that quotes it. */
function showControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const pictured = text.replace(/[\u0000-\u0008\u000A-\u001F]/g, (one) => String.fromCharCode(0x2400 + one.charCodeAt(0)));
  return pictured.replace(/[\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g, '\uFFFD');
}

/** Spaces as wide as `text`; tabs are kept. */
function blank(text: string): string {
  return [...text].map((one) => (one === '\t' ? '\t' : ' '.repeat(displayWidth(one)))).join('');
}

/** Terminal columns: two for East Asian wide characters (UAX #11, the blocks that occur in the words), none for combining marks. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const one of text) {
    if (/\p{M}/u.test(one)) continue;
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
        one,
      )
        ? 2
        : 1;
  }
  return width;
}
