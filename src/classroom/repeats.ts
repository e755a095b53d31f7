import type { Diagnostic } from '../diagnostics/index.js';
import { type ClassSet, chapterName } from './class-set.js';
import type { DrawnFigure } from './manifest.js';
import type { Student } from './roster.js';

export interface DrawnPaper {
  readonly student: Student;
  readonly figures: readonly DrawnFigure[];
}

const NAMED = 3;

/** Students who share all numbers of an exercise, by group of examples; `allowed` makes it a warning. */
export function checkRepeats(set: ClassSet, papers: readonly DrawnPaper[], allowed: boolean): readonly Diagnostic[] {
  return set.plans.flatMap((plan) =>
    plan.groups.flatMap(({ group, space }): readonly Diagnostic[] => {
      const chapter = chapterName(plan);
      const byNumbers = new Map<string, string[]>();
      for (const { student, figures } of papers) {
        const own = figures.filter((one) => one.chapter === chapter && one.group === group.name);
        const key = own.map(({ value }) => value).join(' ');
        byNumbers.set(key, [...(byNumbers.get(key) ?? []), student.id]);
      }
      const shared = [...byNumbers.values()].filter((ids) => ids.length > 1);
      if (shared.length === 0) return [];
      const exercises = group.exercises.map((name) => `\`${name}\``).join(', ');
      const count = `${papers.length} students, ${space.counted ? '' : 'at least '}${space.different} variants`;
      const tooMany = papers.length > space.different;
      const pairs = shared.slice(0, NAMED).map((ids) => ids.slice(0, NAMED).join(' and '));
      const more = shared.length > NAMED ? ' and others' : '';
      return [
        {
          code: 'variants-suffice',
          severity: allowed ? 'warning' : 'error',
          message: `${count} of ${exercises} in ${chapter}: ${pairs.join('; ')}${more} have the same numbers.`,
          ...(group.examples[0] === undefined ? {} : { span: group.examples[0].span }),
          hint: tooMany
            ? 'Widen `vary:` of this example, or allow it with `--allow-repeats`.'
            : 'Give the class list a column `number` with 1, 2, 3 and so on, choose another seed, or allow it with `--allow-repeats`.',
        },
      ];
    }),
  );
}
