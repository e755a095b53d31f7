import type { ChapterAudit } from '../../audit/index.js';
import type { Diagnosed, Diagnostic } from '../../diagnostics/index.js';
import type { EvaluatedChapter } from '../../evaluate/index.js';
import type { Making } from '../answer/making.js';
import { type EarlierChapters, type Exercise, makeForm } from './kinds.js';

/**
 * Makes every exercise of a chapter with its answers, numbered in the order of sums.yaml. One that cannot be made is reported at its
 * place and left out; the numbers of the others stay. `earlier` is what an exercise may recall; absent = nothing. `only` limits the work to
 * the exercises that it names.
 */
export function makeExercises(
  chapter: EvaluatedChapter,
  audit: ChapterAudit,
  earlier: EarlierChapters = { names: [], chapters: [] },
  only?: ReadonlySet<string>,
): Diagnosed<readonly Exercise[]> {
  const diagnostics: Diagnostic[] = [];
  const report: Making['report'] = (code, span, message, hint) => {
    diagnostics.push({ code, severity: 'error', message, span, hint });
    return undefined;
  };
  const value = chapter.source.sums.exercises.flatMap((spec, index): Exercise[] => {
    if (only?.has(spec.name) === false) return [];
    const form = makeForm(spec.task, { chapter, audit, spec, report }, earlier);
    if (form === undefined) return [];
    const { name, level, marks, lines } = spec;
    return [{ name, number: index + 1, level, marks, ...(lines === undefined ? {} : { lines }), form }];
  });
  return { value, diagnostics };
}
