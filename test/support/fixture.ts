import { readFileSync } from 'node:fs';

/** One case of a plain-text fixture: a title, an input and what is expected, divided by lines that hold a single dot. */
export interface FixtureCase {
  /** Title with the file's line number in front, so that a failing test names its place. */
  readonly name: string;
  readonly input: string;
  readonly expected: string;
}

/** The cases of `test/fixtures/<path>`. A case is `title / . / input / . / expected / .`; lines elsewhere are comments. */
export function readFixture(path: string): readonly FixtureCase[] {
  const lines = readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8').split('\n');
  const dots = lines.flatMap((line, index) => (line === '.' ? [index] : []));
  if (dots.length === 0 || dots.length % 3 !== 0) throw new Error(`${path}: cases need three dots each, found ${dots.length}`);
  const cases: FixtureCase[] = [];
  for (let first = 0; first < dots.length; first += 3) {
    const [opening, middle, closing] = dots.slice(first, first + 3) as [number, number, number];
    const input = lines.slice(opening + 1, middle).join('\n');
    const expected = lines.slice(middle + 1, closing).join('\n');
    cases.push({ name: `${path}:${opening}: ${lines[opening - 1]}`, input, expected });
  }
  return cases;
}

/** An input whose second line marks a stretch of the first with carets, or a place between two characters with `|` below the later one. */
export function readMarker(input: string): { readonly text: string; readonly start: number; readonly end: number } {
  const [text = '', marker = ''] = input.split('\n');
  const [, carets] = /^ *(\^+|\|)$/.exec(marker) ?? [];
  if (carets === undefined) throw new Error(`no carets below \`${text}\``);
  const start = marker.length - carets.length;
  return { text, start, end: carets === '|' ? start : marker.length };
}
