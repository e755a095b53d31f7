const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}/u;
const SPACE = /\p{Zs}/u;
const LINE_BREAK = /[\t\r\n\v\f\u0085\u2028\u2029]/;
const FULL_WIDTH = /[０-９＋﹢]/;

/**
 * The text with full-width forms as plain ones, without what nobody sees, every space as ` ` and every line break as `\n`. Signs that stand
 * for a whole number of their own (`½`, `²`, `①`, `₂`) stay as they are: `1½` must not become 11/2, nor `10²` 102.
 */
export function plainCharacters(written: string): string {
  let plain = '';
  for (const character of written.normalize('NFC')) {
    if (LINE_BREAK.test(character)) plain += '\n';
    else if (SPACE.test(character)) plain += ' ';
    else if (!INVISIBLE.test(character)) plain += plainCharacter(character);
  }
  return plain.trim();
}

function plainCharacter(character: string): string {
  const plain = character.normalize('NFKC');
  if (plain === character) return character;
  return /[\d\u2212+]/.test(plain) && !FULL_WIDTH.test(character) ? character : plain;
}

/** `½` -> 1 and 2; undefined for any other character. */
export function vulgarFraction(character: string): { readonly over: string; readonly under: string } | undefined {
  const [over, under] = character.normalize('NFKC').split('\u2044');
  return over && under ? { over, under } : undefined;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `⁻³` -> `-3`, from `at` on; empty where nothing is raised. */
export function raisedDigits(text: string, at: number): string {
  let digits = text[at] === '⁻' ? '-' : '';
  const first = at + (text[at] === '⁻' || text[at] === '⁺' ? 1 : 0);
  let next = first;
  while (next < text.length && RAISED.includes(text[next] as string)) {
    digits += RAISED.indexOf(text[next] as string);
    next += 1;
  }
  return next === first ? '' : digits;
}
