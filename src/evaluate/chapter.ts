import { type ChapterSource, type ExerciseSpec, formulasOf } from '../chapter/index.js';
import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import type { ChapterScope } from './chapter-scope.js';
import { evaluatedChapter, hostScope } from './chapter-view.js';
import { checkExample, mistakesIn } from './check-example.js';
import { findCycles } from './cycles.js';
import { ExampleEvaluation } from './example.js';
import type { EvaluatedChapter } from './model/results.js';
import type { FarAnswers } from './rounds/far-answers.js';

/**
 * Works out every example of a chapter under its plain reading. Reports unknown names, cycles, units that cannot balance,
 * conditions in the wrong place, division by zero, rows that do not exist and rounds that never end, each once;
 * what depends on a failed definition stays silent and has no value. `far` may know from earlier what is found far down a table.
 */
export function evaluateChapter(chapter: ChapterSource, far?: FarAnswers): Diagnosed<EvaluatedChapter> {
  const { examples } = chapter.sums;
  const cycles = findCycles(examples);
  const evaluations = new Map<string, ExampleEvaluation>();
  const scope: ChapterScope = {
    names: examples.map(({ name }) => name),
    broken: cycles.keys,
    example: (name) => evaluations.get(name),
    ...(far === undefined ? {} : { far }),
  };
  for (const example of examples) evaluations.set(example.name, new ExampleEvaluation(example, scope));
  const diagnostics: Diagnostic[] = [...cycles.diagnostics];
  for (const evaluation of evaluations.values()) diagnostics.push(...checkExample(evaluation));
  const host = hostScope(chapter, scope);
  for (const spec of chapter.sums.exercises) diagnostics.push(...checkExercise(spec, host, evaluations));
  const clashes = chapter.sums.conflicts.flatMap(({ clash }) => clash ?? []);
  diagnostics.push(...mistakesIn(clashes, host));
  return { value: evaluatedChapter(chapter, evaluations, host), diagnostics: unique(diagnostics) };
}

/** A formula is judged in the scope in which it is written: dotted names by `host`, bare ones in their example. */
function checkExercise(
  spec: ExerciseSpec,
  host: ExampleEvaluation,
  examples: ReadonlyMap<string, ExampleEvaluation>,
): readonly Diagnostic[] {
  return formulasOf(spec).flatMap(({ formula, within }) => {
    const scope = within === undefined ? host : examples.get(within);
    return scope === undefined ? [] : mistakesIn([formula], scope);
  });
}

function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, span }) => {
    const key = `${code} ${span?.source.name} ${span?.start} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
