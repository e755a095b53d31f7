import { assembleHandout, type ChapterContent, type Document, readingFaults, type SharedWords } from '../document/index.js';
import { type AnswerSpread, answerSpreads } from '../exercises/index.js';
import type { Workbook } from '../parse/index.js';
import { createClassSet, type StudentPaper } from './class-set.js';
import { drawnFigures } from './manifest.js';

export interface StressOptions {
  readonly seed: string;
  /** As for a class set. */
  readonly mostCounted?: number;
  /** How many students are drawn for. */
  readonly students: number;
  readonly workbook: Workbook;
  /** The languages in which handouts are read. */
  readonly words: readonly SharedWords[];
  /** Of how many students the handouts are read; default all. */
  readonly read?: number;
}

/** What happens to a chapter when many students get numbers of their own. */
export interface StressReport {
  readonly chapter: string;
  readonly groups: readonly StressedGroup[];
  readonly answers: readonly AnswerSpread[];
  /** Figures that break the promise of their story, the first of each kind. */
  readonly broken: readonly BrokenPromise[];
  /** Texts that read wrongly, each once. */
  readonly faults: readonly string[];
}

export interface BrokenPromise {
  readonly example: string;
  readonly message: string;
}

export interface StressedGroup {
  readonly name: string;
  readonly exercises: readonly string[];
  readonly combinations: number;
  readonly different: number;
  /** False when `different` is a lower bound. */
  readonly counted: boolean;
  /** Different numbers among those drawn. */
  readonly drawn: number;
  /** Why combinations were refused, with how often. */
  readonly refused: ReadonlyMap<string, number>;
}

/** Draws for many students, works everything out, and puts the handout and the solutions of each into words. */
export function stressChapter(content: ChapterContent, options: StressOptions): StressReport {
  const { seed, mostCounted, students, workbook, words, read = students } = options;
  const set = createClassSet([content], { seed, ...(mostCounted === undefined ? {} : { mostCounted }) });
  const papers = Array.from({ length: students }, (_, index) => set.paper({ stem: '', number: index + 1 }));
  const figures = papers.map(drawnFigures);
  const [plan] = set.plans;
  const groups = (plan?.groups ?? []).map(({ group, space }): StressedGroup => {
    const numbers = figures.map((one) => one.filter((figure) => figure.group === group.name).map(({ value }) => value));
    return {
      name: group.name,
      exercises: group.exercises,
      combinations: space.combinations,
      different: space.different,
      counted: space.counted,
      drawn: new Set(numbers.map((one) => one.join(' '))).size,
      refused: space.refused(),
    };
  });
  const answers = (plan?.exercises ?? []).flatMap((name) =>
    answerSpreads(papers.flatMap(({ parts }) => parts[0]?.content.exercises.filter((exercise) => exercise.name === name) ?? [])),
  );
  const faults = papers.slice(0, read).flatMap((paper) => words.flatMap((shared) => paperFaults(paper, workbook, shared)));
  const broken = new Map(papers.flatMap(sharesAboveWhole).map((one) => [`${one.example}.${one.name}`, one]));
  return { chapter: content.evaluated.source.name, groups, answers, broken: [...broken.values()], faults: [...new Set(faults)] };
}

/** A quantity that is called so is a part of a whole. */
const SHARE = /(^|_)(share|rate)(_percent)?$/;
const WHOLE: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['percent', 100],
]);

/** Shares and rates of the examples that vary, wherever they are more than everything. */
function sharesAboveWhole({ parts }: StudentPaper): readonly (BrokenPromise & { readonly name: string })[] {
  return parts.flatMap(({ content: { evaluated }, variants }) =>
    [...variants.values()].flatMap((variant) =>
      [...new Set(variant.map(({ example }) => example))].flatMap((example) =>
        [...(evaluated.examples.get(example)?.quantities ?? [])].flatMap(([name, { value }]) => {
          const whole = typeof value === 'object' && SHARE.test(name) ? WHOLE.get(value.unit.key) : undefined;
          if (whole === undefined || typeof value !== 'object' || value.amount.lessThanOrEqualTo(whole)) return [];
          const figures = variant.filter((one) => one.example === example).map((one) => `${one.name} ${one.value.amount.toFixed()}`);
          const percent = value.amount.times(100).dividedBy(whole).toFixed();
          return [{ example, name, message: `With ${figures.join(', ')} the share \`${example}.${name}\` is ${percent} %.` }];
        }),
      ),
    ),
  );
}

function paperFaults({ parts }: StudentPaper, workbook: Workbook, shared: SharedWords): readonly string[] {
  const contents = parts.map(({ content }) => content);
  const mark = { student: 'student', group: '', code: '', recipe: '' };
  return [false, true].flatMap((solutions) => {
    const { value, diagnostics } = assembleHandout(workbook, contents, {
      name: 'stress',
      language: shared.language,
      size: 'standard',
      shared,
      mark,
      solutions,
    });
    return [...diagnostics.map(({ message }) => message), ...readingFaults(value, unitForms(value, contents, shared))];
  });
}

function unitForms(
  { language }: Document,
  contents: readonly ChapterContent[],
  shared: SharedWords,
): ReadonlyMap<string, readonly string[]> {
  return new Map([...shared.units, ...contents.flatMap(({ evaluated }) => [...(evaluated.source.words.get(language)?.units ?? [])])]);
}
