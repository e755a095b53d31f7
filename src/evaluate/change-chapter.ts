import { invariant } from '../diagnostics/index.js';
import type { Formula } from '../formula/index.js';
import type { ChapterScope } from './chapter-scope.js';
import { evaluatedChapter, hostScope } from './chapter-view.js';
import { ExampleEvaluation } from './example.js';
import type { EvaluatedChapter, EvaluatedExample } from './model/results.js';

/** Example -> name of a given, step or column -> the formula that stands in its place. */
export type ChapterChanges = ReadonlyMap<string, ReadonlyMap<string, Formula>>;

/**
 * The same chapter with some definitions replaced, and everything that follows from them; examples that do not are shared with the
 * original. What cannot be worked out has no value; nothing is reported. Units are those of the original.
 */
export function changeChapter(chapter: EvaluatedChapter, changes: ChapterChanges): EvaluatedChapter {
  const originals = [...chapter.examples.values()];
  const touched = touchedExamples(originals, new Set(changes.keys()));
  const examples = new Map<string, ExampleEvaluation>();
  const scope: ChapterScope = {
    names: originals.map(({ example }) => example.name),
    broken: new Set(),
    example: (name) => examples.get(name),
  };
  for (const original of originals) {
    invariant(original instanceof ExampleEvaluation, 'a chapter is changed as evaluateChapter made it');
    const { name } = original.example;
    // What was changed before stays changed.
    const definitions = new Map([...original.changes, ...(changes.get(name) ?? [])]);
    const { conversions } = original;
    examples.set(
      name,
      touched.has(name) ? new ExampleEvaluation(original.example, scope, { changes: definitions, conversions }) : original,
    );
  }
  return evaluatedChapter(chapter.source, examples, hostScope(chapter.source, scope));
}

/** The changed examples, and those that draw on them, directly or not. */
function touchedExamples(examples: readonly EvaluatedExample[], changed: ReadonlySet<string>): ReadonlySet<string> {
  const touched = new Set(changed);
  for (let before = -1; before < touched.size; ) {
    before = touched.size;
    for (const { example, neighbours } of examples) if (neighbours.some((name) => touched.has(name))) touched.add(example.name);
  }
  return touched;
}
