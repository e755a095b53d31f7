/** Typewriter marks as printed ones: “ and ‘ at the start of a word, ” and ’ elsewhere. For scripts with spaces between words. */
export function curled(text: string): string {
  if (!/["']/.test(text)) return text;
  return text
    .replace(/(?<=^|[\s([{‘“—–-])"/gu, '“')
    .replace(/"/g, '”')
    .replace(/(?<=^|[\s([{“—–-])'/gu, '‘')
    .replace(/'/g, '’');
}
