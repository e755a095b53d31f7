import { choicesText, numericAnswers } from '../../exercises/index.js';
import { textHash } from '../../number/index.js';
import type { ChapterContent } from './voice.js';

/** Letters and digits that nobody confuses on paper: no 0 and O, 1 and I, 2 and Z, 5 and S, 8 and B, U and V. */
const ALPHABET = '34679ACDEFGHJKLMNPQRTWXY';
/** Characters of a code: 24^5 is eight million. */
const CHARACTERS = 5;

/**
 * `C07-K4TQX`: equal on a handout and on its key, in every language, and different as soon as one accepted answer differs,
 * so that a key is never laid beside the pages of another state of the chapter.
 */
export function checkCode({ evaluated, exercises }: ChapterContent): string {
  const { number } = evaluated.source;
  const answers = exercises.flatMap(({ number: position, form }) => [
    `${position} ${form.kind} ${choicesText(form)}`,
    ...numericAnswers(form).map(({ id, accepted }) => `${id} ${accepted.low.toFixed()} ${accepted.high.toFixed()}`),
  ]);
  return `C${String(number).padStart(2, '0')}-${codeLetters(answers.join('\n'))}`;
}

/** Five letters and digits that stand for a text; different texts hardly ever share them. */
export function codeLetters(text: string): string {
  return letters(textHash(text, 64));
}
function letters(value: bigint): string {
  const base = BigInt(ALPHABET.length);
  let rest = value;
  let code = '';
  for (let count = 0; count < CHARACTERS; count += 1) {
    code += ALPHABET[Number(rest % base)];
    rest /= base;
  }
  return code;
}
