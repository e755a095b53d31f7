/** Text with curved marks where words are set apart by spaces; in other scripts authors type the marks that are printed. */
export function withPrintedMarks(text: string, { spaced }: { readonly spaced: boolean }): string {
  return spaced ? curled(text) : text;
}

/** Typewriter marks as printed ones: “ and ‘ at the start of a word, ” and ’ elsewhere. For scripts with spaces between words. */
export function curled(text: string): string {
  if (!/["']/.test(text)) return text;
  return text
    .replace(/(?<=^|[\s([{‘“—–-])"/gu, '“')
    .replace(/"/g, '”')
    .replace(/(?<=^|[\s([{“—–-])'/gu, '‘')
    .replace(/'/g, '’');
}
