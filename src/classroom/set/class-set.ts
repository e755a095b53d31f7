import { type ChapterContent, checkCode, codeLetters } from '../../document/index.js';
import { changeChapter } from '../../evaluate/index.js';
import {
  type DrawnVariant,
  type Exercise,
  makeExercises,
  type StudentNumber,
  type Variant,
  type VariantGroup,
  type VariantSpace,
  variantChanges,
  variantGroups,
  variantSpace,
} from '../../exercises/index.js';
import type { Formula } from '../../formula/index.js';

export interface ClassSetOptions {
  readonly seed: string;
  /** `exit`, or `pool-price.exit` where two chapters have one of that name; absent = every exercise that varies. */
  readonly exercises?: ReadonlySet<string>;
  /** Spaces with more combinations are not counted; another limit draws other numbers. Default 500. */
  readonly mostCounted?: number;
}

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

/** One chapter of a class set: what is handed out of it, and the spaces from which its numbers are drawn. */
export interface ChapterPlan {
  readonly content: ChapterContent;
  /** In the order of sums.yaml. */
  readonly exercises: readonly string[];
  readonly groups: readonly { readonly group: VariantGroup; readonly space: VariantSpace }[];
  /** The number of its first exercise less 1. */
  readonly before: number;
}

/** A class set before any student is known; `paper` depends on the student's number alone. */
export interface ClassSet {
  readonly seed: string;
  readonly plans: readonly ChapterPlan[];
  paper(student: StudentNumber): StudentPaper;
  /** The same from figures that were drawn before: nothing is drawn. */
  paperOf(variants: ReadonlyMap<string, ReadonlyMap<string, Variant>>): StudentPaper;
}

/** Chapters in their order, each with the exercises that vary (or those named) and with a space of variants for each group. */
export function createClassSet(contents: readonly ChapterContent[], { seed, exercises, mostCounted }: ClassSetOptions): ClassSet {
  let before = 0;
  const plans = contents.flatMap((content): readonly ChapterPlan[] => {
    const { evaluated, audit } = content;
    const groups = variantGroups(evaluated);
    const varying = new Set(groups.flatMap((group) => group.exercises));
    const isWanted = (name: string) =>
      exercises === undefined ? varying.has(name) : exercises.has(name) || exercises.has(`${evaluated.source.name}.${name}`);
    const names = content.exercises.map(({ name }) => name).filter(isWanted);
    if (names.length === 0) return [];
    const used = groups.filter((group) => group.exercises.some((name) => names.includes(name)));
    const plan: ChapterPlan = {
      content,
      exercises: names,
      groups: used.map((group) => ({
        group,
        space: variantSpace({ chapter: evaluated, audit, group, exercises: content.exercises }, seed, mostCounted),
      })),
      before,
    };
    before += names.length;
    return [plan];
  });
  return {
    seed,
    plans,
    paper: (student) => makePaper(plans, (_, { space }) => space.draw(student)),
    paperOf: (variants) =>
      makePaper(plans, (plan, { group }) => {
        const variant = variants.get(chapterName(plan))?.get(group.name);
        return variant && { variant };
      }),
  };
}

export function chapterName({ content }: ChapterPlan): string {
  return content.evaluated.source.name;
}

/** On the handout and in the key: another seed, student or answer gives another code. */
export function paperCode(seed: string, student: string, { parts }: StudentPaper): string {
  return codeLetters([seed, student, ...parts.map(({ content }) => checkCode(content))].join('\n'));
}

type Draw = (plan: ChapterPlan, entry: ChapterPlan['groups'][number]) => DrawnVariant | undefined;

function makePaper(plans: readonly ChapterPlan[], draw: Draw): StudentPaper {
  const missing: string[] = [];
  const parts = plans.map((plan): HandoutPart => {
    const drawn = plan.groups.flatMap((entry) => {
      const found = draw(plan, entry);
      if (found === undefined) missing.push(`${chapterName(plan)}.${entry.group.name}`);
      return found === undefined ? [] : [{ group: entry.group, ...found }];
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
    const numbered = all
      .filter(({ name }) => plan.exercises.includes(name))
      .map((exercise, index): Exercise => ({ ...exercise, number: plan.before + index + 1 }));
    return {
      content: { ...plan.content, evaluated, exercises: numbered },
      variants: new Map(drawn.map(({ group, variant }) => [group.name, variant])),
    };
  });
  return { parts, missing };
}
