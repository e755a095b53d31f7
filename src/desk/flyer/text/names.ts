import { fold } from './fold.js';

/** A name that formulas may use, and the key by which the chapter knows it. */
export interface KnownName {
  readonly name: string;
  readonly key: string;
  readonly isColumn: boolean;
}

/** Finds the longest known name at a place of a text. */
export interface NameFinder {
  at(text: string, offset: number): { readonly known: KnownName; readonly end: number } | undefined;
  /** The name in quotation marks, whatever its characters. */
  called(name: string): KnownName | undefined;
}

/** Of two equal names the first counts. */
export function createNameFinder(names: readonly KnownName[]): NameFinder {
  const byFold = new Map<string, KnownName>();
  for (const known of names) if (fold(known.name) !== '' && !byFold.has(fold(known.name))) byFold.set(fold(known.name), known);
  const patterns = [...byFold.values()]
    .filter(({ name }) => isBareName(name))
    .sort((a, b) => b.name.length - a.name.length)
    .map((known) => ({ known, pattern: patternOf(known.name) }));
  return {
    at(text, offset) {
      for (const { known, pattern } of patterns) {
        pattern.lastIndex = offset;
        const match = pattern.exec(text);
        if (match !== null) return { known, end: offset + match[0].length };
      }
      return undefined;
    },
    called: (name) => byFold.get(fold(name)),
  };
}

/** True where a name can stand in a formula without quotation marks: it has a letter or a picture, and no mark that closes a quotation. */
export function isBareName(name: string): boolean {
  return /[\p{L}\p{Extended_Pictographic}]/u.test(name) && !/^[“”「」"]/.test(name);
}

/** Capital letters and runs of spaces make no difference; a name in Latin letters does not begin or end within a word. */
function patternOf(name: string): RegExp {
  const literal = name
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  const start = /^[\p{Script=Latin}\p{N}_]/u.test(name.trim()) ? '(?<![\\p{Script=Latin}\\p{N}_])' : '';
  const end = /[\p{Script=Latin}\p{N}_]$/u.test(name.trim()) ? '(?![\\p{Script=Latin}\\p{N}_])' : '';
  return new RegExp(start + literal + end, 'iuy');
}

/** How a name is written in a formula: bare where that is read back as the name, else in quotation marks. */
export function nameInFormula(name: string, finder: NameFinder): string {
  const trimmed = name.trim();
  const found = isBareName(trimmed) && !/^\d/.test(trimmed) ? finder.at(trimmed, 0) : undefined;
  return found?.end === trimmed.length && !/[+\-*/×÷=<>()]/.test(trimmed) ? trimmed : `“${trimmed.replace(/[“”]/g, '')}”`;
}
