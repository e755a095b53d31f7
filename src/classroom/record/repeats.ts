import type { Diagnostic } from '../../diagnostics/index.js';
import type { ClassSet, GroupSpace } from '../set/class-set.js';
import { chapterName } from '../set/plan.js';
import type { Student } from '../set/roster.js';
import type { DrawnFigure } from './manifest.js';

export interface DrawnPaper {
  readonly student: Student;
  readonly figures: readonly DrawnFigure[];
}

const NAMED = 3;

/** Groups of examples with fewer variants than there are students, so that nothing need be drawn to know; `allowed` = none is reported. */
export function checkSpaces(set: ClassSet, students: number, allowed: boolean): readonly Diagnostic[] {
  return allowed
    ? []
    : set.spaces
        .filter(({ space }) => students > (space.counted ? space.different : space.combinations))
        .map((entry) => shortage(entry, students, [], false));
}

/** Students who share all numbers of an exercise, by group of examples; `allowed` makes it a warning. */
export function checkRepeats(set: ClassSet, papers: readonly DrawnPaper[], allowed: boolean): readonly Diagnostic[] {
  return set.spaces.flatMap((entry): readonly Diagnostic[] => {
    const byNumbers = new Map<string, string[]>();
    for (const { student, figures } of papers) {
      const own = figures.filter((one) => one.chapter === chapterName(entry.plan) && one.group === entry.group.name);
      const key = own.map(({ value }) => value).join(' ');
      const alike = byNumbers.get(key);
      if (alike === undefined) byNumbers.set(key, [student.id]);
      else alike.push(student.id);
    }
    const shared = [...byNumbers.values()].filter((ids) => ids.length > 1);
    if (shared.length === 0) return [];
    return [shortage(entry, papers.length, shared, allowed)];
  });
}

/** `30 students, 24 variants of …`, and which of them, by id, have the same numbers. */
function shortage(
  { plan, group, space }: GroupSpace,
  students: number,
  alike: readonly (readonly string[])[],
  allowed: boolean,
): Diagnostic {
  const pairs = (and: string) => alike.slice(0, NAMED).map((ids) => ids.slice(0, NAMED).join(and));
  const more = alike.length > NAMED ? ' and others' : '';
  const who = alike.length === 0 ? '' : `: ${pairs(' and ').join('; ')}${more} have the same numbers`;
  const exercises = group.exercises.map((name) => `\`${name}\``).join(', ');
  const count = `${students} students, ${space.counted ? '' : 'at least '}${space.different} variants`;
  return {
    code: 'variants-suffice',
    severity: allowed ? 'warning' : 'error',
    message: `${count} of ${exercises} in ${chapterName(plan)}${who}.`,
    ...(group.examples[0] === undefined ? {} : { span: group.examples[0].span }),
    hint:
      students > space.different
        ? 'Widen `vary:` of this example, or allow it with `--allow-repeats`.'
        : 'Give the class list a column `number` with 1, 2, 3 and so on, choose another seed, or allow it with `--allow-repeats`.',
    sentence: {
      name: alike.length === 0 ? 'few-variants' : 'same-numbers',
      slots: {
        students: String(students),
        variants: String(space.different),
        exercises: group.exercises.join(', '),
        chapter: chapterName(plan),
        alike: pairs(' = ').join('; '),
      },
    },
  };
}
