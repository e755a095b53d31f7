/** True for a Chinese character or a full-width mark: between two of these a line break is no space. */
export function isHan(character: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2014\u2026]/u.test(character);
}

/** Joins the lines of a paragraph: with nothing between Chinese characters, else with a space. `afterHan` tells what stands before the text. */
export function joinLines(text: string, afterHan: boolean): string {
  return text.replace(/\n/g, (_, at: number) => {
    const before = at === 0 ? afterHan : isHan(text[at - 1] ?? '');
    return before && isHan(text[at + 1] ?? '') ? '' : ' ';
  });
}
