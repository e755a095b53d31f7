import type { ChapterContent } from '../../document/index.js';
import { changeChapter } from '../../evaluate/index.js';
import {
  type DrawnVariant,
  type Exercise,
  makeExercises,
  type Variant,
  type VariantGroup,
  variantChanges,
  variantGroups,
} from '../../exercises/index.js';
import type { Formula } from '../../formula/index.js';

/** What one student gets of one chapter. */
export interface HandoutPart {
  /** The chapter with the student's numbers; its exercises are those handed out, numbered through all parts. */
  readonly content: ChapterContent;
  /** By group of examples. */
  readonly variants: ReadonlyMap<string, Variant>;
}

/** The exercises of one student. `missing` names the groups for which no variant was found. */
export interface StudentPaper {
  readonly parts: readonly HandoutPart[];
  readonly missing: readonly string[];
}

/** One chapter of a class set: what is handed out of it, before any figure is drawn. */
export interface ChapterPlan {
  readonly content: ChapterContent;
  /** In the order of sums.yaml. */
  readonly exercises: readonly string[];
  readonly groups: readonly VariantGroup[];
  /** The number of its first exercise less 1. */
  readonly before: number;
}

/**
 * Chapters in their order, each with the exercises that vary or, where `exercises` names some, with those: `exit`, or `pool-price.exit`
 * where two chapters have one of that name. A chapter of which nothing is handed out has no plan.
 */
export function planChapters(contents: readonly ChapterContent[], exercises?: ReadonlySet<string>): readonly ChapterPlan[] {
  let before = 0;
  return contents.flatMap((content): readonly ChapterPlan[] => {
    const { evaluated } = content;
    const groups = variantGroups(evaluated);
    const varying = new Set(groups.flatMap((group) => group.exercises));
    const isWanted = (name: string) =>
      exercises === undefined ? varying.has(name) : exercises.has(name) || exercises.has(`${evaluated.source.name}.${name}`);
    const names = content.exercises.map(({ name }) => name).filter(isWanted);
    if (names.length === 0) return [];
    const used = groups.filter((group) => group.exercises.some((name) => names.includes(name)));
    const plan: ChapterPlan = { content, exercises: names, groups: used, before };
    before += names.length;
    return [plan];
  });
}

export function chapterName({ content }: ChapterPlan): string {
  return content.evaluated.source.name;
}

/** The chapters with the figures that `variantOf` gives for each group; a group without one is missing. */
export function makePaper(
  plans: readonly ChapterPlan[],
  variantOf: (plan: ChapterPlan, group: VariantGroup) => DrawnVariant | undefined,
): StudentPaper {
  const missing: string[] = [];
  const parts = plans.map((plan): HandoutPart => {
    const drawn = plan.groups.flatMap((group) => {
      const found = variantOf(plan, group);
      if (found === undefined) missing.push(`${chapterName(plan)}.${group.name}`);
      return found === undefined ? [] : [{ group, ...found }];
    });
    const changes = new Map<string, ReadonlyMap<string, Formula>>(
      drawn.flatMap(({ group, variant }) => [...variantChanges(variant, group)]),
    );
    const evaluated = changeChapter(plan.content.evaluated, changes);
    // No exercise asks about two groups, so what came out in the draw comes out of the whole paper.
    const known = drawn.flatMap(({ exercises }) => exercises ?? []);
    const open = new Set(drawn.flatMap(({ group, exercises }) => (exercises === undefined ? group.exercises : [])));
    const made = [...known, ...makeExercises(evaluated, plan.content.audit, undefined, open).value];
    const all = plan.content.exercises.map((exercise) => made.find(({ name }) => name === exercise.name) ?? exercise);
    return {
      content: { ...plan.content, evaluated, exercises: handedOut(plan, all), groups: plan.groups },
      variants: new Map(drawn.map(({ group, variant }) => [group.name, variant])),
    };
  });
  return { parts, missing };
}

/** Those of the chapter's exercises that are handed out, numbered as in the set. */
export function handedOut({ exercises, before }: ChapterPlan, all: readonly Exercise[]): readonly Exercise[] {
  return all
    .filter(({ name }) => exercises.includes(name))
    .map((exercise, index): Exercise => ({ ...exercise, number: before + index + 1 }));
}
