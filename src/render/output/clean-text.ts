/**
 * Text that prints as it reads: half surrogate pairs become U+FFFD, white space a space, control characters and marks that turn
 * the writing direction vanish. A thin space between digits no longer breaks a line, and typewriter apostrophes become curved,
 * in names of quantities as in sentences.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/(?<=\d)\u2009(?=\d)/g, '\u202F')
    .replace(/(?<=\p{L})'/gu, '’')
    .replace(/'(?=\p{L})/gu, '‘');
}

/** Nearly every text: printable ASCII but the apostrophe, Chinese characters and their marks, and figures without a thin space. */
const PLAIN = /^[ -&(-~\u00a0\u00b7\u00d7\u00f7\u3000-\u303f\u4e00-\u9fff\uff01-\uff60]*$/;

/** Cc, U+200B..200F, bidi embeddings, overrides and isolates, the byte order mark, and characters that Unicode will never assign. */
const UNPRINTABLE = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\p{Noncharacter_Code_Point}]/gu;
