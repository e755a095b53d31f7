import type { Located } from '../../source/index.js';
import type { Words, WordsBlock } from './chapter.js';

/** Two texts that belong together: `- left → right`. */
export interface Pair {
  readonly left: Located<string>;
  readonly right: Located<string>;
}

type Directive = WordsBlock & { readonly kind: 'directive' };

/** The pairs of a matching exercise in one language, in the order of its list; undefined when the words have none for it, or one that cannot be read. */
export function pairsOf(words: Words, exercise: string): readonly Pair[] | undefined {
  const directive = pairsDirective(words, exercise);
  const pairs = directive === undefined ? [] : pairLines(directive).map(({ pair }) => pair);
  const whole = pairs.filter((pair) => pair !== undefined);
  return whole.length === 0 || whole.length < pairs.length ? undefined : whole;
}

export function pairsDirective(words: Words, exercise: string): Directive | undefined {
  return words.body.find(
    (block): block is Directive => block.kind === 'directive' && block.directive === 'pairs' && block.arguments[0]?.value === exercise,
  );
}

/** Every line that holds anything; one that is no `- left → right` has no pair. */
export function pairLines({ text, textSpan }: Directive): readonly { readonly line: Located<string>; readonly pair?: Pair }[] {
  return [...text.matchAll(/^[^\S\n]*(\S.*?)[^\S\n]*$/gm)].map((match) => {
    const written = match[1] ?? '';
    const start = textSpan.start + match.index + match[0].indexOf(written);
    const part = (from: number, to: number): Located<string> => ({
      value: written.slice(from, to),
      span: { source: textSpan.source, start: start + from, end: start + to },
    });
    const line = part(0, written.length);
    const shape = /^[-*]\s+(\S.*?)\s*(?:→|->)\s*(\S.*)$/d.exec(written);
    const [left, right] = [shape?.indices?.[1], shape?.indices?.[2]];
    return left === undefined || right === undefined ? { line } : { line, pair: { left: part(...left), right: part(...right) } };
  });
}

/** For each pair the number of its right text, counted in the order in which different ones come first. */
export function rightTexts(pairs: readonly Pair[]): { readonly texts: readonly Located<string>[]; readonly ofPair: readonly number[] } {
  const texts: Located<string>[] = [];
  const ofPair = pairs.map(({ right }) => {
    const known = texts.findIndex(({ value }) => value === right.value);
    return known < 0 ? texts.push(right) - 1 : known;
  });
  return { texts, ofPair };
}
