/** True for a Chinese character or a full-width mark: between two of these a line break is no space. */
export function isHan(character: string): boolean {
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2018-\u201d\u2014\u2026]/u.test(character);
}

/** Puts a space between a Chinese character and a number or Latin word beside it, where the author or a phrase has none. */
export function spaceFigures(text: string): string {
  // Most texts hold no figure, and looking for characters of a script takes its time.
  if (!/[A-Za-z0-9−%]/.test(text)) return text;
  return text.replace(/(\p{Script=Han})([A-Za-z0-9−])/gu, '$1 $2').replace(/([A-Za-z0-9%])(\p{Script=Han})/gu, '$1 $2');
}

/** Joins the lines of a paragraph: with nothing between Chinese characters, else with a space. `afterHan` tells what stands before the text. */
export function joinLines(text: string, afterHan: boolean): string {
  return text.replace(/\n/g, (_, at: number) => {
    const before = at === 0 ? afterHan : isHan(text[at - 1] ?? '');
    return before && isHan(text[at + 1] ?? '') ? '' : ' ';
  });
}
