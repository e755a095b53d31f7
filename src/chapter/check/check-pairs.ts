import type { Diagnostic } from '../../diagnostics/index.js';
import type { Span } from '../../source/index.js';
import type { ChapterSource } from '../model/chapter.js';
import type { ExerciseSpec } from '../model/exercise.js';
import { pairsDirective, rightTexts } from '../model/pairs.js';
import type { PairLine, Words } from '../model/words.js';

/** Compares the pairs of each matching exercise with `pairs:` in sums.yaml, and with those of the first language. */
export function checkPairs({ sums, words }: ChapterSource): readonly Diagnostic[] {
  const [first, ...others] = words.values();
  if (first === undefined) return [];
  return sums.exercises.flatMap((spec) => {
    const stray = spec.task.kind === 'match' ? [] : [...words.values()].flatMap((one) => strayPairs(spec, one));
    if (spec.task.kind !== 'match') return stray;
    const written = [first, ...others].flatMap((one) => checkWritten(spec, spec.task, one));
    return written.length > 0 ? written : others.flatMap((other) => compare(spec, first, other));
  });
}

function strayPairs({ name, span }: ExerciseSpec, words: Words): readonly Diagnostic[] {
  const directive = pairsDirective(words, name);
  if (directive === undefined) return [];
  const hint = 'Write `match: true` in sums.yaml, or delete the pairs.';
  return [mistake(`Exercise \`${name}\` does not match pairs.`, directive.arguments[0]?.span ?? directive.span, hint, span)];
}

function checkWritten({ name, span }: ExerciseSpec, task: ExerciseSpec['task'], words: Words): readonly Diagnostic[] {
  const directive = pairsDirective(words, name);
  if (directive === undefined) {
    const message = `Exercise \`${name}\` has no pairs in ${words.source.name}.`;
    return [mistake(message, span, `Add \`::: pairs ${name}\` there, with a list of \`- left → right\`.`)];
  }
  const { lines } = directive;
  const broken = lines.filter(({ pair }) => pair === undefined);
  if (broken.length > 0) return broken.map((line) => mistake('This line is no pair.', line.span, 'Write `- left → right`.', span));
  const wanted = task.kind === 'match' ? task.pairs : undefined;
  if (wanted === undefined || wanted === lines.length) return [];
  const message = `Exercise \`${name}\` has ${lines.length} pairs here, but \`pairs: ${wanted}\` in sums.yaml.`;
  return [mistake(message, directive.arguments[0]?.span ?? directive.span, 'Add or delete pairs, or change the number.', span)];
}

/** The same lefts belong to the same rights, whatever the words are. */
function compare({ name }: ExerciseSpec, first: Words, other: Words): readonly Diagnostic[] {
  const [directive, otherDirective] = [pairsDirective(first, name), pairsDirective(other, name)];
  if (directive === undefined || otherDirective === undefined) return [];
  const [lines, otherLines] = [directive.lines, otherDirective.lines];
  const groups = (found: readonly PairLine[]) => rightTexts(found.flatMap(({ pair }) => pair ?? [])).ofPair;
  const [expected, found] = [groups(lines), groups(otherLines)];
  const index = [...expected, ...found].findIndex((_, at) => expected[at] !== found[at]);
  if (index < 0) return [];
  const place = otherLines[index]?.span ?? otherDirective.arguments[0]?.span ?? otherDirective.span;
  const message = `The pairs of \`${name}\` belong together otherwise than in ${first.source.name}.`;
  const hint = 'Every language has as many pairs, in the same order, and equal right texts where the other language has equal ones.';
  return [mistake(message, place, hint, lines[index]?.span ?? directive.span, 'There the pair is this one.')];
}

function mistake(
  message: string,
  span: Span,
  hint: string,
  relatedSpan?: Span,
  relatedMessage = 'The exercise is defined here.',
): Diagnostic {
  const related = relatedSpan === undefined ? {} : { related: [{ span: relatedSpan, message: relatedMessage }] };
  return { code: 'pairs-agree', severity: 'error', message, span, ...related, hint };
}
