import { directivesNamed, formulasOf } from '../../chapter/index.js';
import { type Diagnostic, didYouMean } from '../../diagnostics/index.js';
import type { Located } from '../../source/index.js';
import type { Voice } from '../wording/voice.js';

/** Codes of misconceptions, in exercises and in `feedback`, that the shared words do not describe. */
export function checkMisconceptions({ shared, words, content }: Voice): readonly Diagnostic[] {
  const known = [...shared.misconceptions.keys()];
  const inExercises = content.evaluated.source.sums.exercises.flatMap((spec) => formulasOf(spec).flatMap(({ code }) => code ?? []));
  const inWords = directivesNamed(words, 'feedback').flatMap((one) => one.arguments[0] ?? []);
  return [...inExercises, ...inWords].filter(({ value }) => !known.includes(value)).map((code) => unknownCode(code, known));
}

function unknownCode({ value, span }: Located<string>, known: readonly string[]): Diagnostic {
  const hint = didYouMean(value, known, `Codes: ${known.join(', ')}.`);
  return {
    code: 'known-misconception',
    severity: 'error',
    message: `The shared words describe no misconception \`${value}\`.`,
    span,
    hint,
  };
}
