import type { SharedWords, Workbook } from '../../chapter/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { ChapterContent } from '../../document/index.js';
import { renameHint } from '../../evaluate/index.js';
import { createClassSet } from '../set/class-set.js';
import { paperFaults } from '../set/read-papers.js';
import { brokenPromises } from './story-promises.js';

export interface CheckHandoutsOptions {
  readonly workbook: Workbook;
  /** Of every language; a chapter is read in those that it has words for. */
  readonly words: readonly SharedWords[];
}

/** Enough to meet a figure of 1 or a share above the whole where a range holds any; `stress` looks at more. */
const STUDENTS = 12;
const STUDENTS_READ = 2;
const MOST_COUNTED = 24;

/** Draws handouts of each chapter that varies, and reports numbers that break the promise of their story and texts that read wrongly. */
export function checkHandouts(contents: readonly ChapterContent[], { workbook, words }: CheckHandoutsOptions): readonly Diagnostic[] {
  return contents.flatMap((content): readonly Diagnostic[] => {
    const { sums, words: own } = content.evaluated.source;
    const span = sums.examples.find(({ vary }) => vary.length > 0)?.span;
    if (span === undefined) return [];
    const read = words.filter(({ language }) => own.has(language));
    const set = createClassSet([content], { seed: 'check', mostCounted: MOST_COUNTED });
    const papers = Array.from({ length: STUDENTS }, (_, index) => set.paper({ stem: '', number: index + 1 }));
    return [
      ...brokenPromises(content, papers).map(
        ({ example, name, message }): Diagnostic => ({
          code: 'variant-keeps-promise',
          severity: 'error',
          message,
          span: sums.examples.find(({ name }) => name === example)?.span ?? span,
          hint: renameHint(name) ?? 'Narrow the range of `vary:`, or say under `such-that:` what must hold.',
        }),
      ),
      ...paperFaults(papers.slice(0, STUDENTS_READ), workbook, read).map(
        (text): Diagnostic => ({
          code: 'variant-reads-well',
          severity: 'error',
          message: `With the numbers of some student a handout reads “${text}”.`,
          span,
          hint: 'Narrow the range of `vary:`, or word it so that it reads well with every figure.',
        }),
      ),
    ];
  });
}
