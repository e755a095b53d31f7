/** How wide characters are taken to be, in em. Each use has widths of its own: an average to place a label, an upper bound to be sure. */
export interface Widths {
  /** Han and other East Asian characters with their marks. */
  readonly full: number;
  /** Whatever is no letter of Europe: signs, arrows, dashes, quotation marks. */
  readonly symbol: number;
  /** Thin spaces. */
  readonly thin: number;
  /** Full stop and comma, as they stand in figures. */
  readonly point: number;
  readonly narrow: number;
  readonly wide: number;
  /** Other letters and digits. */
  readonly letter: number;
}

/** Full-width characters take 1 em, others as much as a letter but for those that are given. */
export function evenWidths(letter: number, given: Partial<Widths> = {}): Widths {
  return { full: 1, symbol: letter, thin: letter, point: letter, narrow: letter, wide: letter, letter, ...given };
}

/** Width of a text in one line, in em. */
export function widthOf(text: string, widths: Widths): number {
  let width = 0;
  for (const character of text) width += widths[classOf(character)];
  return width;
}

function classOf(character: string): keyof Widths {
  const code = character.codePointAt(0) ?? 0;
  if (code < LATIN.length) return LATIN[code] ?? 'letter';
  if (code < 0x250) return 'letter';
  if (code === 0x2009 || code === 0x202f) return 'thin';
  return FULL.test(character) ? 'full' : 'symbol';
}

/** Classes of the first 256 characters. */
const LATIN: readonly (keyof Widths)[] = Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[.,]/.test(character)) return 'point';
  if (/[ :;'!|()[\]ijl]/.test(character)) return 'narrow';
  return /[%&+<=>@A-Zmw~\u00a0-\u00ff]/.test(character) ? 'wide' : 'letter';
});

const FULL = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFF}]/u;
