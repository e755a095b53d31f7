import type { SharedWords, Workbook } from '../../chapter/index.js';
import type { ChapterContent } from '../../document/index.js';
import { type AnswerSpread, answerSpreads } from '../../exercises/index.js';
import { drawnFigures } from '../record/manifest.js';
import { createClassSet } from '../set/class-set.js';
import { paperFaults } from '../set/read-papers.js';
import { type BrokenPromise, brokenPromises } from './story-promises.js';

export interface StressOptions {
  readonly seed: string;
  /** As for a class set. */
  readonly mostCounted?: number;
  /** How many students are drawn for. */
  readonly students: number;
  readonly workbook: Workbook;
  /** The languages in which handouts are read. */
  readonly words: readonly SharedWords[];
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
  const { seed, mostCounted, students, workbook, words } = options;
  const set = createClassSet([content], { seed, ...(mostCounted === undefined ? {} : { mostCounted }) });
  const papers = Array.from({ length: students }, (_, index) => set.paper({ stem: '', number: index + 1 }));
  const figures = papers.map(drawnFigures);
  const groups = set.spaces.map(({ group, space }): StressedGroup => {
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
  const answers = set.plans
    .flatMap(({ exercises }) => exercises)
    .flatMap((name) =>
      answerSpreads(papers.flatMap(({ parts }) => parts[0]?.content.exercises.filter((exercise) => exercise.name === name) ?? [])),
    );
  return {
    chapter: content.evaluated.source.name,
    groups,
    answers,
    broken: brokenPromises(content, papers),
    faults: paperFaults(papers, workbook, words),
  };
}
