import type { Diagnostic } from '../../../diagnostics/index.js';
import { FIGURE, placeIn, type Sentence } from './sentences.js';

/** Words that may stand twice in good prose. */
const MAY_DOUBLE: ReadonlySet<string> = new Set(['that', 'had']);

const SPACED = /(?<![\p{L}\p{N}{.])(\p{L}+)\s+\1(?![\p{L}\p{N}.])/giu;
const UNSPACED = /([的了是和在把被将也就都，。、；：？！])\1/gu;

/** A word that was typed twice: `the the`, 的的. */
export function doubledWords(sentence: Sentence, spaced: boolean): readonly Diagnostic[] {
  const closed = sentence.text.replace(FIGURE, (figure) => '#'.repeat(figure.length));
  return [...closed.matchAll(spaced ? SPACED : UNSPACED)].flatMap(({ 0: found, 1: word = '', index }): Diagnostic[] => {
    if (MAY_DOUBLE.has(word.toLowerCase())) return [];
    const message = `\`${word}\` stands twice here.`;
    const span = placeIn(sentence, index, index + found.length);
    return [{ code: 'doubled-words', severity: 'warning', message, span, hint: 'Delete one of the two.' }];
  });
}
