import { type Diagnostic, suggest } from '../../diagnostics/index.js';
import type { Located } from '../../source/index.js';
import type { Voice } from '../wording/voice.js';

/** Codes of misconceptions, in exercises and in `feedback`, that the shared words do not describe. */
export function checkMisconceptions({ shared, words, content }: Voice): readonly Diagnostic[] {
  const known = [...shared.misconceptions.keys()];
  const inExercises = content.evaluated.source.sums.exercises.flatMap(({ misconceptions }) => misconceptions.map(({ code }) => code));
  const inHunts = content.evaluated.source.sums.exercises.flatMap(({ task }) =>
    task.kind === 'hunt' ? task.slips.map(({ code }) => code) : [],
  );
  const inWords = words.body.flatMap((block) =>
    block.kind === 'directive' && block.directive === 'feedback' ? (block.arguments[0] ?? []) : [],
  );
  return [...inExercises, ...inHunts, ...inWords].filter(({ value }) => !known.includes(value)).map((code) => unknownCode(code, known));
}

function unknownCode({ value, span }: Located<string>, known: readonly string[]): Diagnostic {
  const nearest = suggest(value, known);
  const hint = nearest === undefined ? `Codes: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  return {
    code: 'known-misconception',
    severity: 'error',
    message: `The shared words describe no misconception \`${value}\`.`,
    span,
    hint,
  };
}
