/** Width of a text in one line, in em: a character of China takes 1, a letter about half. */
export function lineWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0);
}

function widthOf(character: string): number {
  if (/[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60\u{20000}-\u{3FFFF}]/u.test(character)) return 1;
  return /[A-Z@%&mwMW]/.test(character) ? 0.7 : 0.5;
}
