import type { Diagnostic } from '../../../diagnostics/index.js';
import type { Source } from '../../../source/index.js';

/** A mobile number, or a service number beginning with 400. */
const PHONE = /(?<![\d.])(?:1[3-9]\d{9}|400-?\d{3}-?\d{4})(?![\d.])/g;

/** Words that a neutral text does without, names and telephone numbers; titles in 《》 are quoted as they are. */
export function bannedWords(source: Source, banned: readonly string[]): readonly Diagnostic[] {
  const text = source.text.replace(/《[^》\n]*》/g, (title) => ' '.repeat(title.length));
  const words = banned.flatMap((word) => [...text.matchAll(pattern(word))]);
  return [...words, ...text.matchAll(PHONE)].map(({ 0: found, index }) => ({
    code: 'banned-words',
    severity: 'error',
    sentence: { name: 'banned-words', slots: { text: found } },
    message: /^\d/.test(found) ? `${found} looks like a telephone number.` : `\`${found}\` does not belong in a workbook.`,
    span: { source, start: index, end: index + found.length },
    hint: 'Say what the document says and what the sum gives; name nobody, and judge no intent.',
  }));
}

/** At the beginning of a word, with any ending: `scam` also finds `Scammers`. Chinese has no word breaks. */
function pattern(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^\p{Script=Latin}/u.test(word) ? new RegExp(`(?<!\\p{L})${literal}\\p{L}*`, 'giu') : new RegExp(literal, 'gu');
}
