import { type ChapterContent, checkCode, codeLetters } from '../../document/index.js';
import {
  type DrawnVariant,
  isUneven,
  numericAnswers,
  reorderChoices,
  type StudentNumber,
  type VariantGroup,
  type VariantSpace,
  variantSpace,
} from '../../exercises/index.js';
import { lazily } from '../../source/index.js';
import { type ChapterPlan, type HandoutPart, makePaper, planChapters, type StudentPaper } from './plan.js';

export interface ClassSetOptions {
  readonly seed: string;
  /** As `planChapters` takes them. */
  readonly exercises?: ReadonlySet<string>;
  /** Spaces with more combinations are not counted; another limit draws other numbers. Default 500. */
  readonly mostCounted?: number;
}

/** A group of examples with the space from which its numbers are drawn. */
export interface GroupSpace {
  readonly plan: ChapterPlan;
  readonly group: VariantGroup;
  readonly space: VariantSpace;
}

/** A class set before any student is known; `paper` depends on the student's number alone. */
export interface ClassSet {
  readonly seed: string;
  readonly plans: readonly ChapterPlan[];
  /** In the order of the plans and their groups. */
  readonly spaces: readonly GroupSpace[];
  paper(student: StudentNumber): StudentPaper;
  /** Papers of nobody, which show how long figures become. They depend on seed and chapters alone. */
  samples(): readonly StudentPaper[];
  /** Answers that come out even for some students only, as `chapter.answer`, with the decimal places to which the others round. */
  uneven(): ReadonlyMap<string, number>;
}

/** At least so many, since options stand in an order of each student's own. */
const LEAST_SAMPLES = 24;

/** Chapters from which figures are drawn: small spaces are judged whole at once. What was drawn before needs no more than the plans. */
export function createClassSet(contents: readonly ChapterContent[], { seed, exercises, mostCounted }: ClassSetOptions): ClassSet {
  const plans = planChapters(contents, exercises);
  const spaces = plans.flatMap((plan) =>
    plan.groups.map((group): GroupSpace => {
      const { evaluated: chapter, audit, exercises: all } = plan.content;
      return { plan, group, space: variantSpace({ chapter, audit, group, exercises: all }, seed, mostCounted) };
    }),
  );
  const byGroup = new Map(spaces.map(({ group, space }) => [group, space]));
  const drawn = (student: StudentNumber, variantOf: (group: VariantGroup) => DrawnVariant | undefined) =>
    inOwnOrder(
      makePaper(plans, (_, group) => variantOf(group)),
      seed,
      student,
    );
  const samples = lazily(() => {
    const telling = new Map(spaces.map(({ group, space }) => [group, space.telling()]));
    const most = Math.max(LEAST_SAMPLES, ...[...telling.values()].map(({ length }) => length));
    return Array.from({ length: most }, (_, number) =>
      drawn({ stem: 'sample', number }, (group) => {
        const variants = telling.get(group) ?? [];
        const variant = variants[number % Math.max(1, variants.length)];
        return variant && { variant };
      }),
    );
  });
  return {
    seed,
    plans,
    spaces,
    paper: (student) => drawn(student, (group) => byGroup.get(group)?.draw(student)),
    samples,
    uneven: lazily(() => unevenAnswers(samples())),
  };
}

function unevenAnswers(papers: readonly StudentPaper[]): ReadonlyMap<string, number> {
  const uneven = new Map<string, number>();
  const even = new Set<string>();
  for (const { content } of papers.flatMap(({ parts }) => parts)) {
    for (const answer of content.exercises.flatMap(({ form }) => numericAnswers(form))) {
      const name = `${content.evaluated.source.name}.${answer.id}`;
      if (isUneven(answer)) uneven.set(name, answer.places);
      else even.add(name);
    }
  }
  return new Map([...uneven].filter(([name]) => even.has(name)));
}

/** The same exercises with options and partners in the order of this student. */
function inOwnOrder({ parts, missing }: StudentPaper, seed: string, { stem, number }: StudentNumber): StudentPaper {
  const reordered = parts.map((part): HandoutPart => {
    const { evaluated, exercises } = part.content;
    const name = [seed, stem, String(number), evaluated.source.name];
    return { ...part, content: { ...part.content, exercises: exercises.map((one) => reorderChoices(one, [...name, one.name])) } };
  });
  return { parts: reordered, missing };
}

/** On the handout and in the key: another seed, student or answer gives another code. */
export function paperCode(seed: string, student: string, { parts }: StudentPaper): string {
  return codeLetters([seed, student, ...parts.map(({ content }) => checkCode(content))].join('\n'));
}
