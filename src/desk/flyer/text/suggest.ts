import type { FlyerLanguage } from '../model/flyer.js';
import { fold } from './fold.js';
import { createNameFinder, type KnownName, nameInFormula } from './names.js';

/** What can be written in place of what stands before the caret. */
export interface Suggestions {
  /** From here up to the caret. */
  readonly from: number;
  readonly options: readonly string[];
}

const MOST = 8;

/** Names of lines and columns for a formula; `inRounds` offers the round before, a line of the table the last round. */
export function suggestNames(
  text: string,
  caret: number,
  names: readonly KnownName[],
  { each, inRounds, language }: { readonly each: string; readonly inRounds: boolean; readonly language: FlyerLanguage },
): Suggestions {
  const before = text.slice(0, caret);
  const finder = createNameFinder(names);
  const options = names.flatMap((one) => {
    const written = nameInFormula(one.name, finder);
    if (!one.isColumn) return [{ name: one.name, written }];
    const round = each === '' ? (language === 'zh' ? '轮' : 'round') : each;
    const previous = language === 'zh' ? `上一${round}的${written}` : `previous ${written}`;
    const last = language === 'zh' ? `${written}（最后）` : `${written} (last)`;
    const first = language === 'zh' ? `首次(${written} ≥ ` : `first(${written} ≥ `;
    return (inRounds ? [written, previous] : [last, `${written}[1]`, first]).map((one_) => ({ name: one.name, written: one_ }));
  });
  const from = startOfWord(
    before,
    options.flatMap(({ name, written }) => [name, written]),
  );
  const typed = fold(before.slice(from));
  if (typed === '' && !/(?:^|[+\-−×÷*/^(（,，≥≤<>=])\s*$/.test(before)) return { from: caret, options: [] };
  const found = options
    .filter(({ name, written }) => fold(name).startsWith(typed) || fold(written).startsWith(typed))
    .map(({ written }) => written);
  const isWhole = found.length === 1 && fold(found[0] ?? '') === typed;
  return { from, options: isWhole ? [] : [...new Set(found)].slice(0, MOST) };
}

/** Units behind a figure: those of the table first. */
export function suggestUnits(text: string, caret: number, units: readonly string[]): Suggestions {
  const before = text.slice(0, caret);
  const figure = /^(.*\d(?:[.,]\d+)?\s*[万亿%]?\s*|\s*[?？]\s*)([^\d\s/]*)$/.exec(before) ?? /^(.*[/每]\s*)([^\d\s/]*)$/.exec(before);
  if (figure === null || caret < text.length) return { from: caret, options: [] };
  const typed = fold(figure[2] ?? '');
  const found = units.filter((unit) => fold(unit).startsWith(typed) && fold(unit) !== typed);
  return { from: (figure[1] ?? '').length, options: units.some((unit) => fold(unit) === typed) ? [] : found.slice(0, MOST) };
}

/** Where the longest end of `before` starts that begins one of `texts`; its length where none does. */
function startOfWord(before: string, texts: readonly string[]): number {
  const folded = texts.map(fold);
  for (let from = Math.max(0, before.length - 60); from < before.length; from += 1) {
    const end = fold(before.slice(from));
    const isWithin = /[\p{Script=Latin}\p{N}]/u.test(before[from] ?? '') && /[\p{Script=Latin}\p{N}]/u.test(before[from - 1] ?? '');
    if (end !== '' && !isWithin && before[from]?.trim() !== '' && folded.some((text) => text.startsWith(end))) return from;
  }
  return before.length;
}
