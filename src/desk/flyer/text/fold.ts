/** Two spellings of a name or unit that mean the same fold to one text: width, case, spaces around and between. */
export function fold(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** A name as it may stand in a file or on a page: no control characters, no marks that turn the direction of what follows, no half characters. */
export function plainName(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000\ue001\ufffd\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
