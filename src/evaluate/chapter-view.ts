import { type ChapterSource, emptyExample } from '../chapter/index.js';
import { dottedReferencesIn } from '../formula/index.js';
import type { ChapterScope } from './chapter-scope.js';
import { ExampleEvaluation } from './example.js';
import type { EvaluatedChapter, EvaluatedExample } from './model/results.js';

/** An example without definitions of its own, in which formulas of exercises and words are read: all their names are dotted. */
export function hostScope(chapter: ChapterSource, scope: ChapterScope): ExampleEvaluation {
  const source = chapter.sums.source;
  const empty = emptyExample('', { source, start: 0, end: 0 });
  return new ExampleEvaluation(empty, scope);
}

/** The examples of a chapter and what can be asked of them, with dotted names read by `host`. */
export function evaluatedChapter(
  chapter: ChapterSource,
  examples: ReadonlyMap<string, ExampleEvaluation>,
  host: ExampleEvaluation,
): EvaluatedChapter {
  return {
    source: chapter,
    examples,
    valueOf: (formula) => host.valueOf(formula),
    derive: (formula) => host.derive(formula),
    unitOf: (formula) => host.unitOf(formula),
    exampleOf: (formula): EvaluatedExample | undefined => {
      const [named] = dottedReferencesIn(formula);
      return named === undefined ? undefined : examples.get(named.example);
    },
  };
}
