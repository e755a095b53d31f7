import type { Diagnostic } from '../../../diagnostics/index.js';
import type { LintWords } from '../../words/shared/lint-words.js';
import { FIGURE, placeIn, type Sentence } from './sentences.js';

/** A typed percentage in a sentence that never says of what it is taken. */
export function percentsWithoutBase(sentence: Sentence, { bases }: LintWords, spaced: boolean): readonly Diagnostic[] {
  const lower = (sentence.lead + sentence.text).toLowerCase();
  const named = bases.some((base) => (spaced ? new RegExp(`\\b${escaped(base)}\\b`).test(lower) : lower.includes(base)));
  if (bases.length === 0 || named || FORMULA.test(lower)) return [];
  return [...quotesClosed(sentence.text).matchAll(/(?<![\w.{])\d+(?:\.\d+)?\s?[%％‰]/g)].slice(0, 1).map(({ 0: found, index }) => ({
    code: 'percent-has-base',
    severity: 'warning',
    message: `${found} of what? The sentence names no base.`,
    span: placeIn(sentence, index, index + found.length),
    hint: 'Say of what the percentage is taken.',
  }));
}

/** A sentence that writes a formula out, or compares a multiple: its numbers have no unit. */
const FORMULA = /[=＝÷×≈]|(?<!\p{L})k(?!\p{L})/u;

/** What a document or a student says is quoted as it was said. */
function quotesClosed(text: string): string {
  return text.replace(/“[^”]*”|"[^"]*"/g, (quote) => '#'.repeat(quote.length));
}

/** Behind such a sign or an index the number is part of a formula or a name. */
const NO_COUNT = /[=÷×+−–/<>≤≥*^~“"'(（[\-第k]\s*$/iu;

/** The whole of something, nothing of it, and years. */
const PLAIN = /^(?:0|1|19\d\d|20\d\d)$/;

/** A typed number that a stop follows: nothing says what it counts. Numbers behind a label (`exercise 3`) count nothing. */
export function bareFigures(sentence: Sentence, { labels }: LintWords): readonly Diagnostic[] {
  const closed = quotesClosed(sentence.text).replace(FIGURE, (figure) => '#'.repeat(figure.length));
  if (labels.length === 0 || FORMULA.test(closed)) return [];
  return [...closed.matchAll(/(?<![\p{L}\p{N}.#¥])\d[\d\u2009 ]*(?:\.\d+)?(?=[.,;:!?]?(?:\s*$|[,;:!?]\s)|[，。；：！？、])/gu)].flatMap(
    ({ 0: found, index }): Diagnostic[] => {
      const before = closed.slice(0, index);
      const after = closed.slice(index + found.length);
      // `2, 4 and 8 yuan`: the unit comes with the last.
      if (/^[,、]\s*(?:\p{L}+\s)?[\d#]/u.test(after) || PLAIN.test(found.trim()) || NO_COUNT.test(before) || endsWithLabel(before, labels))
        return [];
      const span = placeIn(sentence, index, index + found.trimEnd().length);
      const message = `${found.trim()} what? The figure has no unit.`;
      return [{ code: 'figure-has-unit', severity: 'warning', message, span, hint: 'Write its unit behind it.' }];
    },
  );
}

/** A place for a number, `___`, that a stop follows: the student cannot see in what unit the answer is asked for. */
export function bareBlanks(sentence: Sentence, { labels }: LintWords): readonly Diagnostic[] {
  if (labels.length === 0 || FORMULA.test(sentence.text)) return [];
  return [...sentence.text.matchAll(/(?<!_)_{3,4}(?!_)(?=\s*(?:$|[.,;:!?，。；：！？、"”’'）)]))/g)].flatMap(
    ({ 0: found, index }): Diagnostic[] => {
      if (endsWithLabel(sentence.text.slice(0, index), labels)) return [];
      const span = placeIn(sentence, index, index + found.length);
      const hint = 'Write its unit behind it, or `________` where words are asked for.';
      return [{ code: 'figure-has-unit', severity: 'warning', message: 'The place for a number has no unit.', span, hint }];
    },
  );
}

function endsWithLabel(before: string, labels: readonly string[]): boolean {
  const lower = before.trimEnd().toLowerCase();
  return labels.some((label) => lower.endsWith(label.toLowerCase()));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
